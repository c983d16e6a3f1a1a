"""Whatever a file holds, checking it ends soon, in a record or in sentences.

"Soon" is counted in calls, which don't depend on what else the machine does: a million of them take
about a second.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from knowledge_hub.checks import check_loaded
from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import Problem, has_errors
from knowledge_hub.problems.reports import REPORTS
from knowledge_hub.records import Community, Contributor, Lesson, Record, Source, Toolkit
from knowledge_hub.validation.validation import create_from_document
from knowledge_hub.yaml_text.located import read_yaml
from knowledge_hub.yaml_text.source_text import MAX_BYTES
from knowledge_hub.yaml_text.walk import MOST_PROBLEMS
from support.builds import TINY

Checked = Record | Source | Contributor
TYPES = (Lesson, Toolkit, Community, Source, Contributor)
TINY_LIBRARY = load_library(TINY / "content", TINY / "docs" / "guides")[0]
ROOM = MAX_BYTES - 300
VALID = """title: Calm rooms
summary: What a calm room is.
statement: A calm room helps.
why: |
  It does.
apply: [Ask.]
evidence: {status: editorial}
"""
START = VALID.replace("why: |\n  It does.\n", "")


def check_bytes(data: bytes, cls: type[Checked]) -> list[Problem]:
    """Return the problems of one file as a record of one type, with all that check.py looks for."""
    document, problems = read_yaml(f"content/{cls.folder}/x.yml", data)
    if document is None:
        return problems
    item, problems = create_from_document(cls, document, record_id="x", vocabularies=TINY_LIBRARY.vocabularies)
    if not isinstance(item, Record):
        return problems
    library = Library(
        vocabularies=TINY_LIBRARY.vocabularies,
        glossary=TINY_LIBRARY.glossary,
        records=[item],
        sources=TINY_LIBRARY.sources,
        contributors=TINY_LIBRARY.contributors,
        documents={(cls.folder, "x"): document, ("", "glossary.yml"): TINY_LIBRARY.documents["", "glossary.yml"]},
    )
    return check_loaded(library, [])


def check_reports(problems: list[Problem]) -> None:
    """Make every report."""
    for render in REPORTS.values():
        render(problems, "")


def _fill(unit: str, start: str = "", end: str = "") -> bytes:
    """Return as many units as a file may have, between a start and an end."""
    return (start + unit * ((ROOM - len(start) - len(end)) // len(unit.encode())) + end).encode()


def _count(text: str, start: str = "", end: str = "") -> bytes:
    """Return as many numbered texts as a file may have; `№` stands for the number."""
    numbered = "".join(text.replace("№", str(number)) for number in range(ROOM // (len(text) + 5)))
    return (start + numbered + end).encode()


_WHY = f"{START}why: |\n  "
LARGE = [
    *(
        _fill(unit)
        for unit in ("[", "{", "- ", "? ", "a: ", "a", '"', "'", "\t", "\n", " ", "{a: ", "&a ", "*a ", "! ")
    ),
    *(_fill(unit) for unit in ("---\n", "|\n", "%a\n", "a: 1\n", "a:\n", "- “a\n", "\xa0", "é", "\x00")),
    _fill("a,", "apply: ["),
    _fill("a\n", 'title: "'),
    _fill("a\n", "a: b\n"),
    _fill("- {sorce: x}\n", "title: t\nsources:\n"),
    _fill("a: b\n", end="  c: d\n"),
    _count("k№: a #x\n"),
    _count("titl№: v\n"),
    _count("a№: b\n", end=" c: d\n"),
    _count("a№: 'b'\n", end="c: 'd' e\n"),
    _count("team№,", f"{VALID}domains: [", "]\n"),
    _count("ask№,", f"{VALID}lessons: [", "]\n"),
    _count("A№B,", f"{VALID}aliases: [", "]\n"),
    _fill("- a@b.ca\n", f"{VALID}resources:\n"),
    _fill("utilize ", f"{VALID}aliases: [", "]\n"),
    _fill("aaa@", f"{VALID}# "),
    *(
        (_WHY + unit * (19_000 // len(unit)) + "\n").encode()
        for unit in (
            "a student ",
            "one ",
            "a year-old ",
            "born 1/",
            "12345-",
            "the the ",
            "555-",
            "AB ",
            "a.",
            "[a](role:zz) ",
        )
    ),
]


MOST_CALLS = 2_000_000


@contextmanager
def few_calls() -> Iterator[None]:
    """Fail where more functions are called than two seconds leave time for."""
    count = 0

    def add(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(add)
    try:
        yield
    finally:
        sys.setprofile(None)
    assert count < MOST_CALLS


@pytest.mark.slow
@settings(max_examples=50, deadline=None)
@given(number=st.sampled_from(range(len(LARGE))), cls=st.sampled_from(TYPES))
def test_a_large_file_does_not_take_long(number: int, cls: type[Checked]) -> None:
    """However much is wrong in a file, only so much of it is explained."""
    assert len(LARGE[number]) <= MAX_BYTES
    with few_calls():
        problems = check_bytes(LARGE[number], cls)
    assert len(problems) <= 2 * MOST_PROBLEMS
    check_reports(problems)


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=2000), cls=st.sampled_from(TYPES))
@example(data=b"", cls=Lesson)
def test_no_bytes_raise_or_take_long(data: bytes, cls: type[Checked]) -> None:
    """Any bytes end in problems or a record."""
    with few_calls():
        problems = check_bytes(data, cls)
    check_reports(problems)


@settings(max_examples=200, deadline=None)
@given(
    cuts=st.lists(st.tuples(st.integers(0, len(VALID)), st.text(max_size=12)), max_size=4),
    encoding=st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)
def test_no_slip_in_a_record_raises(cuts: list[tuple[int, str]], encoding: str) -> None:
    """A good record with anything put anywhere into it never raises."""
    text = VALID
    for place, inserted in cuts:
        text = text[:place] + inserted + text[place:]
    check_reports(check_bytes(text.encode(encoding, "replace"), Lesson))


_LETTERS = st.text(
    st.characters(
        codec="utf-8",
        categories=("L", "M", "P", "S", "Zs"),
        # An @ could make an e-mail address, and letters without width can't be seen.
        exclude_characters="@\u200b\u200e\u200f\u2028\u2029\u2060\ufeff",
    ),
    min_size=1,
    max_size=100,
).filter(
    lambda text: text.strip() and not {"\xa0", "\xad"} & set(text)
)  # Those two are read over; see test_pasted_text.py.


@settings(max_examples=200, deadline=None)
@given(
    title=_LETTERS,
    why=_LETTERS,
    items=st.lists(_LETTERS, min_size=1, max_size=3),
    style=st.sampled_from([None, '"', "'", "|", ">"]),
)
def test_no_valid_record_is_refused(title: str, why: str, items: list[str], style: str | None) -> None:
    """Whatever letters a record is made of, and however YAML writes them, it is read as it was meant."""
    fields = {
        "title": title,
        "summary": why,
        "statement": why,
        "why": why,
        "apply": items,
        "evidence": {"status": "editorial"},
    }
    text = yaml.safe_dump(fields, allow_unicode=True, default_style=style)
    document, problems = read_yaml("content/lessons/x.yml", text.encode())
    assert problems == []
    assert document is not None
    assert document.value == fields
    assert not has_errors(check_bytes(text.encode(), Lesson))
