"""Text to YAML and back: whatever the text holds, it comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.intake.yaml_writer import write_yaml
from knowledge_hub.yaml_text.located import read_yaml
from knowledge_hub.yaml_text.source_text import FORBIDDEN
from support.hostile_texts import COMMANDS, SPECIAL_LINES, YAML

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
LINES = st.lists(st.sampled_from([*SPECIAL_LINES, "\x07", "\u2028", "\u202e"]), max_size=8).map("\n".join)


def _read(text: str) -> tuple[object, list[str]]:
    """Return what a text becomes in every place of a file, and the problems of reading it."""
    document, problems = read_yaml(
        "x.yml", write_yaml({"a": text, "b": [text, {"c": text, "d": {"e": text}}]}).encode()
    )
    return document.value if document else None, [problem.code for problem in problems]


@pytest.mark.parametrize("text", [*COMMANDS, *YAML])
def test_hostile_text_comes_back(text: str) -> None:
    """What looks like a command, a comment, another value or a new document stays text."""
    assert _read(text) == ({"a": text, "b": [text, {"c": text, "d": {"e": text}}]}, [])


@given(TEXT | LINES)
def test_any_text_comes_back_or_is_refused(text: str) -> None:
    """No character is lost, added or read as something else; invisible ones are named, never passed on.

    Only soft hyphens go: they say where a word may be broken, and belong to the page that it was copied from.
    """
    if FORBIDDEN.search(text):
        assert set(_read(text)[1]) == {"control-character"}
    else:
        kept = text.replace("\xad", "")
        assert _read(text) == ({"a": kept, "b": [kept, {"c": kept, "d": {"e": kept}}]}, [])


def test_people_can_read_it() -> None:
    """Short text is in quotes, long text keeps its lines, numbers and switches are plain."""
    fields = {"title": "A: b", "why": "One.\n\nTwo.", "n": 5, "on": True, "list": [{"x": "1", "y": "2"}, "z"]}
    assert write_yaml(fields) == (
        'title: "A: b"\nwhy: |-\n  One.\n\n  Two.\nn: 5\non: true\nlist:\n  - x: "1"\n    y: "2"\n  - "z"\n'
    )
