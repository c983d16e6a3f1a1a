"""The expressions of workflows mean here what they mean on GitHub, and what isn't known is never guessed."""

from typing import Any

import pytest

from support.workflow_expressions import UnknownConstruct, evaluate, fill, is_true

CONTEXT = {"github": {"ref": "refs/heads/main", "event": {"created": False}}, "steps": {}, "env": {"A": "x"}}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("github.ref", "refs/heads/main"),
        ("github.event.repository.name", None),
        ("steps.pages.outputs.base_url && 'a' || 'b'", "b"),
        ("env.A == 'X'", True),
        ("env.A != 'x' || !github.event.created", True),
        ("!(env.A == 'x') && true", False),
        ("format('{0}/{{path}}/{1}', env.A, 3)", "x/{path}/3"),
        ("'it''s'", "it's"),
        ("null == ''", True),
        ("steps.pages.outputs.on == 'true'", False),
        ("true && false || 1.5", 1.5),
    ],
)
def test_known_expressions(expression: str, value: Any) -> None:
    """Values by hand, after GitHub's own page on expressions."""
    assert evaluate(expression, CONTEXT) == value


@pytest.mark.parametrize(
    "expression",
    [
        "contains('a', 'b')",
        "secrets.X",
        "github.ref == 1",
        "github.ref > 1",
        "env.A env.A",
        "(env.A",
        "env.",
        "always()",
    ],
)
def test_what_is_not_known_raises(expression: str) -> None:
    """A workflow that uses more than the tests know fails them."""
    with pytest.raises(UnknownConstruct):
        evaluate(expression, CONTEXT)


def test_texts_are_filled_and_conditions_need_no_braces() -> None:
    """Nothing is an empty text, and true is a word."""
    assert fill("a ${{ env.A }} ${{ github.gone }}${{ 1 == 1 }}", CONTEXT) == "a x true"
    assert is_true("${{ env.A == 'x' }}", CONTEXT)
    assert is_true("env.A == 'x'", CONTEXT)
