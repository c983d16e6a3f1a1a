"""What a mistyped id or name was probably meant to be."""

import pytest

from knowledge_hub.did_you_mean import nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("teming", "teaming"),
        ("Teaming", "teaming"),
        ("needs_mapping", "needs-mapping"),
        ("Needs Mapping", "needs-mapping"),
        ("banana", None),
        ("", None),
    ],
)
def test_a_near_miss_is_recognized(word: str, meant: str | None) -> None:
    """A slip of the finger or other spelling leads to the id that was meant, a stranger to none."""
    assert nearest(word, ("teaming", "needs-mapping", "impact")) == meant


def test_a_long_text_was_meant_as_nothing() -> None:
    """A text that is much longer than any id is not compared, however like one it is."""
    assert nearest("a" * 81, ("a" * 80,)) is None
