"""The engine that asks the index, compared with the same rules written to be read, on libraries of a few documents."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from support.browser.search_engine import Engine, Group, create_index
from support.slow_search import Asked, Library, ask

pytestmark = pytest.mark.slow

FORMS = {
    "team": ["team", "teams"],
    "teach": ["teach", "teacher"],
    "SEL": ["SEL"],
    "sel": ["sel"],
    "select": ["select", "selection"],
    "the": ["the"],
    "OR": ["OR"],
    "or": ["or"],
    "k12": ["k12"],
    "k": ["k"],
    "12": ["12"],
    "\N{LATIN SMALL LETTER E WITH ACUTE}t": ["ét"],
    "team=": ["team="],
    "team tea=": ["team tea="],
    "~0": ["~0"],
    "~1": ["~1"],
}
WORDS = [
    "team",
    "Teams",
    "tea",
    "teach",
    "SEL",
    "SELs",
    "sel",
    "selec",
    "the",
    "OR",
    "THE",
    "K",
    "12",
    "unknown",
    "kit",
]
CONCEPTS = [["team", "kit the", "the or"], ["kit", "the team", "sel"]]
STEMS = {"team": "team", "teams": "team", "sel": "sel", "kit": "kit", "the": "the"}
_documents = st.dictionaries(
    st.integers(0, 4),
    st.tuples(st.integers(1, 35), st.integers(0, 3), st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True)),
    max_size=5,
)


@st.composite
def libraries(draw: st.DrawFn) -> tuple[Library, list[str]]:
    """Draw what an index holds, and where its shards begin."""
    groups = {
        key: Group(forms, {id_: (w, s, sorted(at)) for id_, (w, s, at) in documents.items()})
        for key, forms in FORMS.items()
        if (documents := draw(_documents))
    }
    values = st.dictionaries(st.sampled_from("xyz"), st.lists(st.integers(0, 4), unique=True).map(sorted), max_size=3)
    facets = draw(st.fixed_dictionaries({"type": values, "level": values}))
    ranks = draw(st.sampled_from([[], [(0.6, [0, 2])]]))
    starts = draw(st.sets(st.sampled_from(sorted(form for forms in FORMS.values() for form in forms)), max_size=3))
    return Library(5, groups, ["the", "or"], STEMS, CONCEPTS, ranks, facets), ["", *sorted(starts)]


@st.composite
def questions(draw: st.DrawFn) -> tuple[str, Asked]:
    """Draw a question as it is typed, and taken apart."""
    runs = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2), max_size=4))
    quoted = sorted(draw(st.sets(st.sampled_from(range(len(runs))), max_size=1))) if runs else []
    ends = draw(st.sampled_from(["", " ", "?"]))
    texts = ["-".join(run) for run in runs]
    for number in quoted:
        texts[number] = f"“{texts[number]}”"
    is_typing = bool(runs) and ends != "?" and len(runs) - 1 not in quoted
    return " ".join(texts) + ends if runs else "", Asked(runs, quoted, is_typing)


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Engine:
    """The engine on an empty page."""
    return Engine(browser)


@settings(max_examples=25)
@given(
    library=libraries(),
    asked=st.lists(questions(), min_size=16, max_size=16),
    filters=st.fixed_dictionaries({}, optional={"type": st.lists(st.sampled_from("xyzw"), unique=True, max_size=2)}),
    sort=st.sampled_from(["", "", "reviewed"]),
)
def test_the_engine_keeps_the_rules(
    engine: Engine,
    library: tuple[Library, list[str]],
    asked: list[tuple[str, Asked]],
    filters: dict[str, list[str]],
    sort: str,
) -> None:
    """Order, sections, counts and unknown words are those of the obvious slow way."""
    held, starts = library
    index = create_index(
        held.count,
        held.groups,
        starts=starts,
        facets={facet: {value: list(ids) for value, ids in values.items()} for facet, values in held.facets.items()},
        stop=held.stop,
        stems=held.stems,
        concepts=held.concepts,
        ranks=held.ranks,
    )
    texts: list[str | dict[str, Any]] = [{"text": text, "filters": filters, "sort": sort} for text, _ in asked]
    for answer, (text, parts) in zip(engine.ask(index, *texts), asked, strict=True):
        ids, sections, counts, unknown = ask(held, parts, filters, sort)
        said = [answer["ids"], answer["sections"], answer["counts"], answer["unknown"]]
        assert said == [ids, sections, counts, unknown], text
