"""The files of the index, on documents small enough to reckon by hand."""

import json
from bisect import bisect_right
from collections.abc import Iterable
from functools import partial
from typing import Any

import pytest

from knowledge_hub.keeping import Store
from knowledge_hub.search.document import BODY, SECTION_TITLE, Card, Document, Field, Rules, Section
from knowledge_hub.search.index import create_index
from knowledge_hub.search.places import ENTRY
from knowledge_hub.search.reading import Reading, list_as_it_is

RULES = Rules({"title": Field(4.0, 0.0), BODY: Field(1.0, 0.0), SECTION_TITLE: Field(2.0, 0.0)})


def _document(title: str, body: str = "", *sections: tuple[str, str], **rest: Any) -> Document:
    parts = tuple(Section(name.lower(), name, text) for name, text in sections)
    card = Card(f"{title.lower().replace(' ', '-')}/", title, "Lesson", "lesson")
    return Document(card, (("title", title), (BODY, body)), parts, **rest)


def _index(documents: Iterable[Document], rules: Rules = RULES, store: Store | None = None) -> dict[str, str]:
    return create_index(map(list_as_it_is, documents), rules, store or Store())


def _read(*documents: Document, rules: Rules = RULES) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the entry of an index, and all of its terms together."""
    files = _index(documents, rules)
    entry = json.loads(files[ENTRY])
    contents = {**entry["files"], **{path.rpartition("/")[2]: json.loads(text) for path, text in files.items()}}
    return entry, {key: value for _, name in entry["shards"] for key, value in contents[f"terms-{name}"].items()}


def test_a_small_index_by_hand() -> None:
    """Forms by stem, ids as steps, weights of 0.25 * 1.18 ** digit, the section with most of the word."""
    entry, terms = _read(
        _document("Meet", "", ("First", "meeting meetings"), reviewed="2026-02-01"),
        _document("Other", "a meeting", reviewed="2026-01-01"),
    )
    # 4 (title) + 2 (body) = 6 is nearest to 0.25 * 1.18 ** 19; 1 to 0.25 * 1.18 ** 8.
    assert terms["meet"] == [["meet", "meeting", "meetings"], [0, 1], "j8", "10"]
    assert terms["first"] == [["first"], [0], "d", "1"]
    assert (entry["version"], entry["count"]) == (2, 2)
    assert entry["shards"][0][0] == ""
    assert entry["files"][entry["titles"]["files"][0]][0] == ["meet/", "Meet", "Lesson", [["first", "First"]]]
    assert entry["files"][entry["cards"]["files"][0]][0] == ["lesson", "", [], 0]
    positions = entry["files"][f"positions-{entry['shards'][0][1]}"]
    # Between two passages, words are a hundred places apart.
    assert positions["meet"] == [[0, 202, 1], [102]]


def test_ids_run_from_the_newest_review() -> None:
    """Then by title; what has no date comes last."""
    entry, _ = _read(
        _document("No date"),
        _document("B", reviewed="2026-01-02"),
        _document("A", reviewed="2026-01-02"),
        _document("New", reviewed="2026-03-01"),
    )
    titles = entry["files"][entry["titles"]["files"][0]]
    assert [title for _, title, *_ in titles] == ["New", "A", "B", "No date"]


def test_a_rare_word_in_a_long_field_counts_less() -> None:
    """BM25F: the longer a field beside the mean of its kind, the less each of its words."""
    rules = Rules({BODY: Field(1.0, 1.0)})
    _, terms = _read(_document("A", "word"), _document("B", "word and many others beside it"), rules=rules)
    _, _, weights, _ = terms["word"]
    assert int(weights[0], 36) > int(weights[1], 36)


def test_a_concept_stands_where_one_of_its_phrases_does() -> None:
    """In the same documents, fields and sections; a phrase is whole words, by their stems."""
    rules = Rules(
        RULES.fields, concepts=(("family", "moms and dads"), ("money", "who pays"), ("referral", "follow-up"))
    )
    entry, terms = _read(
        _document("A", "What moms and dad say"),
        _document("B", "", ("Families", "Parents")),
        _document("C", "moms, dads; a follow-up"),
        rules=rules,
    )
    assert entry["concepts"] == [["famili", "mom and dad"], ["money", "who pay"], ["referr", "follow up"]]
    assert terms["~2"][1] == [2]
    assert terms["~0"] == [["~0"], [0, 1], "8d", "01"]
    assert "~1" not in terms
    assert entry["stems"]["families"] == entry["stems"]["family"] == "famili"
    # A stem itself needs no telling.
    assert "dad" not in entry["stems"]


def test_an_abbreviation_is_a_term_beside_the_word_it_looks_like() -> None:
    """AWARE is told from aware where both occur; SEL needs no term of its own."""
    _, terms = _read(_document("AWARE grants", "SEL"), _document("Be aware"))
    assert terms["AWARE"][:2] == [["AWARE"], [0]]
    assert terms["awar"][:2] == [["aware"], [0, 1]]
    assert terms["sel"][:2] == [["sel"], [0]]
    assert "SEL" not in terms


def test_what_is_joined_by_a_dash_is_found_whole_and_in_parts() -> None:
    """K-12 as k12, k and 12."""
    _, terms = _read(_document("K-12 schools"))
    assert terms["k12"][:2] == [["k12"], [0]]
    assert terms["k"][:2] == [["k"], [0]]
    assert terms["12"][:2] == [["12"], [0]]


def test_facets_and_factors_name_documents() -> None:
    """By value, as steps from one id to the next; a factor of one isn't told."""
    entry, _ = _read(
        _document("A", facets=(("type", "lesson"), ("state", "oh"))),
        _document("B", facets=(("type", "lesson"),), factor=0.6),
        _document("C", facets=(("type", "role"), ("type", "role"))),
    )
    assert entry["files"][entry["facets"]] == {"state": {"oh": [0]}, "type": {"lesson": [0, 1], "role": [2]}}
    assert entry["ranks"] == [[0.6, [1]]]


def test_words_for_misspellings_are_written_as_readers_do() -> None:
    """The most frequent first, with accents; no numbers, no short words."""
    entry, _ = _read(_document("Niños 2024", "niños team, team; Team of 12 abc"))
    assert entry["files"][entry["words"]] == ["team", "niños"]


def test_a_word_for_misspellings_is_written_as_most_write_it() -> None:
    """Whichever way stands first in the library."""
    entry, _ = _read(_document("A", "Ninos"), _document("B", "niños, Niños"))
    assert entry["files"][entry["words"]] == ["niños"]


def test_the_same_documents_give_the_same_bytes() -> None:
    """In whatever order they come, and whatever was indexed before."""
    documents = [_document(f"Title {number}", f"Word {number} of many") for number in range(40)]
    store = Store()
    _index([*documents[5:], _document("Something else", "entirely")], store=store)
    assert _index(documents, store=store) == _index(reversed(documents))


def test_what_stays_as_it_was_is_not_read_again() -> None:
    """Of each document that was changed, the new text; what is gone is forgotten."""
    store = Store()
    documents = [_document(f"Title {number}", "Some words") for number in range(50)]
    others = [*documents[1:], _document("Title 0", "Other words")]
    assert [_count_made(listed, store) for listed in (documents, documents, others, documents)] == [50, 0, 1, 1]
    parts: Iterable[Reading] = store.table("search").values()
    pieces = {piece for part in parts for piece in part.pieces}
    assert ("Some" in pieces, "Other" in pieces) == (True, False)


def _count_made(documents: Iterable[Document], store: Store) -> int:
    """Index documents, and return of how many of them more than a key was asked for."""
    made: list[Document] = []

    def make(document: Document) -> Document:
        made.append(document)
        return document

    found = (one._replace(make=partial(make, one.make())) for one in map(list_as_it_is, documents))
    create_index(found, RULES, store)
    return len(made)


def test_names_are_made_from_what_files_hold() -> None:
    """A large library is fetched in parts, and caches keep what hasn't changed."""
    documents = [_document(f"Title {number}", " ".join(f"w{number}x{n}" for n in range(50))) for number in range(100)]
    before = _index(documents)
    after = _index([*documents[:-1], _document("Title 99", "zeal")])
    entry = json.loads(before[ENTRY])
    assert {name.partition("-")[0] for name in entry["files"]} == {"titles"}
    assert len(before.keys() & after.keys()) > 3
    assert all(before[path] == after[path] for path in before.keys() & after.keys() - {ENTRY})


@pytest.mark.parametrize("weight", [0.001, 0.3, 1.0, 2.5, 7.0, 40.0, 80.0, 900.0])
def test_a_weight_is_kept_as_the_nearest_digit(weight: float) -> None:
    """No more than half a step of the scale away; beyond the scale it is its end."""
    _, terms = _read(_document("", "word"), rules=Rules({BODY: Field(weight, 0.0)}))
    kept = 0.25 * 1.18 ** int(terms["word"][2], 36)
    assert kept == pytest.approx(min(max(weight, 0.295), 82.0), rel=0.1)


def test_a_short_title_leads_to_its_documents() -> None:
    """Folded as questions are and without words that say nothing; a long one is typed by nobody."""
    rules = Rules(RULES.fields, stop=("an", "de"))
    _, terms = _read(
        _document("An Aim"),
        _document("Ésprit de Corps"),
        _document("Aim"),
        _document("One two three four five"),
        rules=rules,
    )
    named = {key: ids for key, (_, ids, *_) in terms.items() if key.endswith("=")}
    assert named == {"aim=": [0, 1], "esprit corps=": [3]}


def test_a_second_name_of_several_words_leads_to_its_document() -> None:
    """Just as its title does; one or two words are what many pages are about, and nobody's name."""
    names = ("who should be on the team here", "team", "working group", "one two three four five")
    rules = Rules(RULES.fields, stop=("who", "should", "be", "on", "the"))
    _, terms = _read(_document("Widen it", names=(*names, "Now widen it")), _document("Other"), rules=rules)
    named = {key: ids for key, (_, ids, *_) in terms.items() if key.endswith("=")}
    assert named == {"widen it=": [1], "other=": [0], "now widen it=": [1]}
    _, terms = _read(_document("Other", names=("who meets on the team here",)), rules=rules)
    assert "meets team here=" in terms


def test_a_question_finds_what_belongs_to_a_word_in_one_file() -> None:
    """Concepts, titles and abbreviations lie where the word is looked for, however small the files are."""
    concepts = (("family", "families", "moms and dads"),)
    body = " ".join(f"famil{number:03}ish zoo{number}" for number in range(600))
    documents = [_document("Families first", f"family families FAMS fams {body}"), _document("Other", "dads")]
    files = _index(documents, Rules(RULES.fields, concepts=concepts))
    entry = json.loads(files[ENTRY])
    contents = {**entry["files"], **{path.rpartition("/")[2]: json.loads(text) for path, text in files.items()}}
    firsts = [first for first, _ in entry["shards"]]
    assert len(firsts) > 2

    def look(word: str) -> dict[str, Any]:
        terms: dict[str, Any] = contents[f"terms-{entry['shards'][bisect_right(firsts, word) - 1][1]}"]
        return terms

    assert all("~0" in look(word) for word in ("family", "families", "famili", "dads", "dad"))
    assert "families first=" in look("families")
    assert "FAMS" in look("fams")


def test_titles_come_with_the_entry_as_far_as_there_is_room() -> None:
    """Those of the newest reviews; of a small library everything does."""
    small = json.loads(_index([_document("One", "word")])[ENTRY])
    assert {name.partition("-")[0] for name in small["files"]} == {
        "terms",
        "positions",
        "titles",
        "cards",
        "facets",
        "words",
    }
    many = [_document(f"{number} {'long title ' * 20}") for number in range(1000)]
    entry = json.loads(_index(many)[ENTRY])
    within = [name for name in entry["titles"]["files"] if name in entry["files"]]
    assert within == entry["titles"]["files"][: len(within)]
    assert 0 < len(within) < len(entry["titles"]["files"])
    assert len(entry["files"]) == len(within)
