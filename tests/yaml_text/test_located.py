"""Reading YAML: text stays text, faults have their place, tricks are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.yaml_text.located import LocatedDocument, read_yaml
from knowledge_hub.yaml_text.source_text import MAX_BYTES


def _read(text: str) -> object:
    document, problems = read_yaml("x.yml", text.encode())
    assert problems == []
    assert document is not None
    return document.value


def _faults(text: str) -> list[tuple[int, int, str]]:
    document, problems = read_yaml("x.yml", text.encode())
    assert document is None
    return [(problem.line, problem.column, problem.code) for problem in problems]


@pytest.mark.parametrize("written", ["NO", "02138", "1:30", "1.10", "0x1F", "2026-11-23", "true", "1e3"])
def test_scalars_stay_what_was_written(written: str) -> None:
    """No word or number turns into something that its author didn't write."""
    assert _read(f"a: {written}") == {"a": written}


def test_a_field_without_value_counts_as_not_written() -> None:
    """An empty field is the same as no field, a quoted empty text is not."""
    assert _read('a:\nb: ~\nc: ""\nd: x') == {"c": "", "d": "x"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "duplicate-key")]),
        ("a: Room #3\n", [(1, 8, "cut-short")]),
        ("a: Room #3 is calm\nb: x #y\n", [(1, 8, "cut-short"), (2, 5, "cut-short")]),
        ("a: x\n\tb: y\n", [(2, 1, "tab")]),
        ("a: &x 1\n", [(1, 4, "anchor")]),
        ("a: *x\n", [(1, 4, "alias")]),
        ("a: !!python/object x\n", [(1, 4, "tag")]),
        ("a: 1\n---\nb: 2\n", [(2, 1, "second-document")]),
        ("a: one: two\n", [(1, 7, "second-colon")]),
        ('a: "open\nb: 1\n', [(1, 4, "unclosed-quote")]),
        ("a: \u202eevil\n", [(1, 4, "control-character")]),
        ("a: b\x07\n", [(1, 5, "control-character")]),
        ('a: "\\u202eevil"\n', [(1, 4, "control-character")]),
        ('a: x\n"\\e": y\n', [(2, 1, "control-character")]),
        ('a: "\\ud800"\n', [(1, 5, "bad-escape")]),
        ('a: "\\UFFFFFFFF"\n', [(1, 5, "bad-escape")]),
    ],
)
def test_each_fault_is_named_with_its_place(text: str, expected: list[tuple[int, int, str]]) -> None:
    """Every trap gives its own code, at the line and column where it is."""
    assert _faults(text) == expected


def test_nesting_has_a_limit() -> None:
    """Deep nesting is refused before it can hurt."""
    assert _faults("a: " + "[" * 30)[0][2] == "too-deep"


def test_size_has_a_limit() -> None:
    """A huge file is refused unread."""
    _, problems = read_yaml("x.yml", b"a" * (MAX_BYTES + 1))
    assert [problem.code for problem in problems] == ["too-large"]


def test_other_encodings_are_named_with_their_place() -> None:
    """Text saved by an old program is reported where it goes wrong."""
    _, problems = read_yaml("x.yml", "a: 1\nb: it’s\n".encode("cp1252"))
    assert [(p.line, p.column, p.code) for p in problems] == [(2, 6, "encoding")]


def test_places_of_values_and_keys() -> None:
    """Every value and every field name can be found again in the file."""
    document, _ = read_yaml("x.yml", b"a:\n  - b: x\n    c: y\n", first_line=2)
    assert document is not None
    assert _place(document, "a", 0, "c") == (4, 8)
    assert _place(document, "a", 0, "c", of_key=True) == (4, 5)
    assert _place(document, "a", 0, "missing") == (3, 5)


def _place(document: LocatedDocument, *location: str | int, of_key: bool = False) -> tuple[int, int]:
    problem = document.problem(location, "x", "", of_key=of_key)
    return problem.line, problem.column


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever a file holds, reading it ends in a value or in problems."""
    document, problems = read_yaml("x.yml", data)
    assert (document is None) == bool(problems)


@given(st.text(max_size=400))
def test_no_text_raises(text: str) -> None:
    """Whatever text a file holds, reading it ends in a value or in problems."""
    document, problems = read_yaml("x.yml", text.encode("utf-8", "surrogatepass"))
    assert (document is None) == bool(problems)
