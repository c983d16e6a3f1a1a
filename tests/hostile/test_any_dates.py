"""Any dates in every date field of every type: pages, calendars and charts are made, or a problem says where and why."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.checks import check_library
from knowledge_hub.exports.calendar import create_calendars
from knowledge_hub.library.library import Library
from knowledge_hub.pages import Site, create_pages, render_guide
from knowledge_hub.problems.problem import Problem, has_errors
from knowledge_hub.records import RECORD_TYPES, Guide, Record, Source
from knowledge_hub.validation.validation import create_from_document
from knowledge_hub.yaml_text.located import read_yaml
from support.examples import EXAMPLES
from support.fixed_day import TODAY
from support.made_fields import FieldMaker
from support.small_library import dump, read_content, write_content

# What FieldMaker puts into the fields of each kind of date.
_MADE = {"2026-01-15", "2030-01-15", "2020-03"}
# A host's own field, which every type has.
_SEEN_ON = {"id": "seen_on", "label": "Seen on", "help": "A day.", "kind": "date", "shown": "section"}
TYPES = [*(cls.type for cls in RECORD_TYPES), "source"]
# More than any type has dates.
_MOST = 40
# Long enough for charts and timelines to be drawn.
_REPEATED = {"points": 6, "sessions": 3, "tests_of_change": 3, "new_baselines": 2}

_near = st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 12, 31))
_far = st.dates(datetime.date(1500, 1, 1), datetime.date(2199, 12, 31))
_good = st.tuples((_near | _far).map(str), st.sampled_from([10, 7, 4]))
_ODD = (
    *("0000", "0026", "0206-02", "9999-12-31", "9999", "2026-02-30", "2026-13", "2024-02-29", "2023-02-29", "2200"),
    *("٢٠٢٦", "２０２６-０１", "2026–01–15", "1/5/26", "May 2026", "2026-W01", "2026-001", "-2026", "+2026", "1e3", ""),
)
_odd = st.dates().map(str) | st.datetimes().map(str) | st.text(max_size=12) | st.sampled_from(_ODD)

# A day, and how many of its letters are written where a month or a year is enough.
Written = tuple[str, int]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library that names everything by the id “one”, to which the records of the examples are added."""
    others: dict[str, Any] = {f"{cls.folder}/one": {} for cls in (*RECORD_TYPES, Source)}
    others["fields"] = dump({"fields": [_SEEN_ON]})
    loaded, problems = read_content(write_content(tmp_path_factory.mktemp("any-dates"), others))
    assert problems == []
    return loaded


def _type(library: Library, name: str) -> Any:
    return library.types.get(name, Source)


def _write(cls: Any, dates: Iterator[Written]) -> str:
    """Return a record of a type with everything in it, and with the next of `dates` in every date field."""
    fields = FieldMaker(whole=True, by_name={"replaced_by": None}).fields(cls, without="id")
    fields.pop("replaced_by", None)
    return json.dumps(_fill({**fields, "title": "Any dates"}, dates), ensure_ascii=True)


def _fill(value: Any, dates: Iterator[Written]) -> Any:
    if isinstance(value, dict):
        return {
            name: _fill([_numbered(part[0], number) for number in range(_REPEATED[name])], dates)
            if name in _REPEATED and isinstance(part, list)
            else _fill(part, dates)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [_fill(part, dates) for part in value]
    if value not in _MADE:
        return value
    day, length = next(dates)
    return day if len(value) == len(day) else day[:length]


def _numbered(part: dict[str, Any], number: int) -> dict[str, Any]:
    """Return a copy with an id and a group size of its own."""
    own = {"id": f"one-{number}" if number else "one", "n": str(40 + number), "title": f"Number {number}"}
    return {name: own.get(name, value) for name, value in part.items()}


def _make(library: Library, cls: Any, text: str) -> list[Problem] | dict[str, str]:
    """Return the problems of a record, or the pages of the library that it joins."""
    document, problems = read_yaml(f"content/{cls.folder}/any.yml", text.encode())
    if document is None:
        return problems
    item, problems = create_from_document(cls, document, record_id="any", vocabularies=library.vocabularies)
    if item is None:
        return problems
    documents = {**library.documents, (cls.folder, "any"): document}
    # A guide's page is written by hand, and here it is that of the other guide.
    texts = {**library.guide_texts, "any": library.guide_texts["one"]}
    joined = replace(library, documents=documents, guide_texts=texts)
    if isinstance(item, Record):
        joined.records = [*library.records, item]
    else:
        joined.sources = {**library.sources, "any": item}
    problems = [problem for problem in check_library(joined) if problem.path == document.path]
    if has_errors(problems):
        return problems
    catalogue = create_catalogue(joined, with_drafts=True)
    create_calendars(catalogue, "Our hub")
    site = Site(catalogue, TODAY)
    pages = {page.address: str(page.html) for page in create_pages(site)}
    if isinstance(item, Guide):
        pages[item.address] = str(render_guide(site, item, "<p>Any.</p>", ()))
    return pages


@pytest.mark.slow
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    st.sampled_from(TYPES),
    st.lists(_good, min_size=_MOST, max_size=_MOST),
    st.just([]) | st.lists(st.tuples(st.integers(0, _MOST - 1), _odd), max_size=2),
    st.booleans(),
)
@example("community", [("0000", 4)] * _MOST, [], False)
@example("community", [(f"{1500 + 17 * number}-01-01", 4) for number in range(_MOST)], [], False)
@example("community", [("2199-12-31", 10)] * _MOST, [], False)
def test_any_dates_make_a_page_or_a_problem(
    library: Library, type_name: str, dates: list[Written], odd: list[tuple[int, str]], in_order: bool
) -> None:
    """Whatever stands in a date field, it ends in pages or in problems with their places; nothing else comes of it."""
    if in_order:
        # Most spans run forwards then, and the record gets as far as its drawings.
        dates = sorted(dates)
    for number, written in odd:
        dates[number] = (written, len(written))
    cls = _type(library, type_name)
    made = _make(library, cls, _write(cls, iter(dates)))
    if isinstance(made, list):
        event("problem")
        assert made
        assert all(problem.line == 1 and problem.column > 0 and problem.message and problem.help for problem in made)
        return
    event("pages")
    html = "".join(made.values())
    assert "Any dates" in html
    assert not any(f'"{word}"' in html for word in ("nan", "inf", "-inf"))
