"""The short way through simple texts says what the long one says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.yaml_text.simple import SYNTAX_ERRORS, read_simple
from knowledge_hub.yaml_text.walk import MAX_DEPTH, Refused, Walk
from support.builds import ROOT

_LINES = (
    *("a: b", "a: c", "a:", "b: ~", "b: 'null'", "'c': \"~\"", "d:\n- e\n-\n- ''", "d:\n- - e\n  - [f]"),
    *("f:\n  g: h\n  g: i", "f:\n  g:\n    h: i\n  j: k", "j: [k, [l]]", "m: {n: o, p, q: r}", "m: {n: [o], p: q}"),
    *(
        "s: |\n  t\n\n  u",
        "s: >-\n  t\n  u",
        "v: w\n  x: y",
        "v: w\n  x",
        "? a\n: b",
        "[a]: b",
        "---",
        "...",
        "%a",
        "- a",
    ),
    *("# note", "s: t # u", 'v: "w\\u00adx"', "y: “z, z”", "y: [“z, z”]", "&a b: c", "d: *e", "f: !g h"),
    *("'<<': i", "<<: j", "z: \xad", "  z: a", "“z”: a", "", "a: 'b", "a: [b", "\ta: b", "a:\tb"),
)


def _read_at_length(text: str) -> object:
    """Return the value of a text of which Walk says nothing else, None of any other."""
    walk = Walk(text)
    try:
        value = walk.read()
    except (Refused, *SYNTAX_ERRORS):
        return None
    return None if walk.faults or walk.without_value else value


@given(st.lists(st.sampled_from(_LINES), max_size=6))
def test_a_simple_text_is_read_as_at_length(lines: list[str]) -> None:
    """Whatever the lines are, the short way returns what the long one does, or leaves the text to it."""
    text = "\n".join(lines)
    assert read_simple(text) in (None, _read_at_length(text))


@given(st.text(alphabet="ab:-?,[]{}|>'\"~% \n", max_size=40))
def test_signs_in_any_order_are_read_as_at_length(text: str) -> None:
    """No sign of YAML leads the short way astray."""
    assert read_simple(text) in (None, _read_at_length(text))


@pytest.mark.parametrize(("depth", "is_simple"), [(MAX_DEPTH, True), (MAX_DEPTH + 1, False)])
def test_depth_is_limited(depth: int, is_simple: bool) -> None:
    """What is nested too deep is left to the long way, which refuses it."""
    text = "[" * depth + "]" * depth
    assert (read_simple(text) is not None) is is_simple
    assert (_read_at_length(text) is not None) is is_simple


def test_most_records_are_simple() -> None:
    """The short way is worth having: of the hub's own records it reads more than half."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "content").glob("*/*.yml")]
    assert sum(read_simple(text) is not None for text in texts) > len(texts) / 2
