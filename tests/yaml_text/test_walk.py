"""One walk over a text, with places and without."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.yaml_text.walk import Refused, Spans, Walk

_LINES = (
    *(
        "a: b",
        "a:",
        "b: ~",
        "'c': \"~\"",
        "d:\n- e\n-\n- ''",
        "f:\n  g: h\n  g: i",
        "j: [k, [l]]",
        "m: {n: o, p, q: r}",
    ),
    *("# note", "s: t # u", 'v: "w\\u00adx"', "y: “z, z”", "&a b: c", "d: *e", "f: !g h", "'<<': i", "<<: j"),
)


def _read(text: str, spans: Spans | None) -> tuple[object, ...]:
    walk = Walk(text, spans)
    try:
        value: object = walk.read()
    except Refused as refused:
        value = refused.fault
    return value, walk.faults, walk.without_value


@given(st.lists(st.sampled_from(_LINES), max_size=5))
def test_a_walk_says_the_same_with_places(lines: list[str]) -> None:
    """Values, faults, and the fields without a value, also of texts in which a scalar is nothing but its words."""
    text = "\n".join(lines)
    assert _read(text, None) == _read(text, {})
