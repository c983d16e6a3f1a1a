"""The table of problems: every code that is emitted is explained, and every explained one is emitted."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge_hub.problem_kinds import PROBLEM_GROUPS, PROBLEM_KINDS, ProblemKind

CORE = Path(__file__).parent.parent.parent / "hooks" / "knowledge_hub"
KINDS = list(PROBLEM_KINDS.values())
_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
# Where a code stands among the arguments of the functions that take one.
_POSITIONS = {
    "Problem": 3,
    "Fault": 2,
    "Explanation": 0,
    "problem": None,
    "problem_at_words": 2,
    "_refused": 1,
    "_Rule": 0,
}


def test_every_emitted_code_is_in_the_table() -> None:
    """No message lacks its entry on the page of problems."""
    assert {code for path in CORE.rglob("*.py") for code in _emitted(path)} - PROBLEM_KINDS.keys() == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_is_emitted_somewhere(kind: ProblemKind) -> None:
    """The table explains nothing that can't happen."""
    sources = [path.read_text(encoding="utf-8") for path in CORE.rglob("*.py") if path.parent.name != "problem_kinds"]
    assert any(f'"{kind.code}"' in source for source in sources)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_is_explained(kind: ProblemKind) -> None:
    """Each kind has a title and two different examples, and a code that can be an anchor."""
    assert kind.title
    assert kind.bad
    assert kind.good
    assert kind.bad != kind.good
    assert _CODE.fullmatch(kind.code)


def test_no_code_is_explained_twice() -> None:
    """A code is one anchor."""
    ids = [group.id for group in PROBLEM_GROUPS] + [kind.code for group in PROBLEM_GROUPS for kind in group.kinds]
    assert len(ids) == len(set(ids))


def _emitted(path: Path) -> Iterator[str]:
    """Yield the codes that a module hands to the functions that take one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name not in _POSITIONS:
            continue
        position = _POSITIONS[name]
        # A document's problem takes the code after the location, a text's after start and end.
        positions = (1, 2) if position is None else (position,)
        for argument in (node.args[number] for number in positions if number < len(node.args)):
            if (
                isinstance(argument, ast.Constant)
                and isinstance(argument.value, str)
                and _CODE.fullmatch(argument.value)
            ):
                yield argument.value
