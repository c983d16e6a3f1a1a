"""Sources and the hub's own pages as they are cited, after APA 7."""

import datetime
from typing import Any

import pytest

from knowledge_hub.citations.apa import Citation, cite_briefly, cite_work, complete_citation, create_citation
from knowledge_hub.records import Source


def _source(**fields: Any) -> Source:
    return Source.model_validate({"id": "x", "kind": "report", "title": "T", "read": "whole", **fields})


def _cite(**fields: Any) -> Citation:
    return create_citation(_source(**fields))


def _words(citation: Citation) -> str:
    return f"{citation.before}{citation.title}{citation.after}"


@pytest.mark.parametrize(
    ("author", "incomplete", "issued", "words"),
    [
        ([], False, None, "T. (n.d.)."),
        ([], False, "2020-05-01", "T. (2020)."),
        ([{"literal": "Example Office"}], False, "2020", "Example Office. (2020). T."),
        ([{"literal": "Example Inc."}], False, None, "Example Inc. (n.d.). T."),
        ([{"family": "Doe", "given": "J. A."}], False, "2020", "Doe, J. A. (2020). T."),
        ([{"family": "Doe"}], False, "2020", "Doe. (2020). T."),
        (
            [{"family": "Doe", "given": "J."}, {"family": "Roe", "given": "R."}],
            False,
            "2020",
            "Doe, J., & Roe, R. (2020). T.",
        ),
        ([{"family": "Doe"}, {"family": "Roe"}, {"family": "Poe"}], False, "2020", "Doe, Roe, & Poe. (2020). T."),
        ([{"family": "Doe", "given": "J."}], True, "2020", "Doe, J. and others. (2020). T."),
    ],
)
def test_authors_and_year(author: list[dict[str, str]], incomplete: bool, issued: str | None, words: str) -> None:
    """Who and when come first, the title where nobody is named; what was not seen is not made up."""
    assert _words(_cite(author=author, authors_incomplete=incomplete, issued=issued)) == words


AUTHORS = [{"family": f"A{number}", "given": "B."} for number in range(1, 23)]
FIRST_19 = ", ".join(f"A{number}, B." for number in range(1, 20))


@pytest.mark.parametrize(
    ("count", "incomplete", "words"),
    [
        (20, False, f"{FIRST_19}, & A20, B. (2020). T."),
        (21, False, f"{FIRST_19}, . . . A21, B. (2020). T."),
        (22, False, f"{FIRST_19}, . . . A22, B. (2020). T."),
        (22, True, f"{FIRST_19}, A20, B. and others. (2020). T."),
    ],
)
def test_up_to_twenty_authors_are_named(count: int, incomplete: bool, words: str) -> None:
    """Of more, the first nineteen and the last, with three dots and no "&" (APA 7, section 9.8)."""
    assert _words(_cite(author=AUTHORS[:count], authors_incomplete=incomplete, issued="2020")) == words


@pytest.mark.parametrize(
    ("author", "words"),
    [
        ({"literal": "U.S. Office"}, "U.S. Office. (2020). T."),
        ({"literal": "Who cares?"}, "Who cares? (2020). T."),
        ({"literal": "Example Inc.”"}, "Example Inc.” (2020). T."),
        ({"family": "Doe", "given": "J., Jr."}, "Doe, J., Jr. (2020). T."),
        ({"literal": "Office (O.)"}, "Office (O.). (2020). T."),
    ],
)
def test_a_name_that_ends_with_a_stop_gets_no_second(author: dict[str, str], words: str) -> None:
    """Also where a quotation mark closes after it; a bracket is followed by one."""
    assert _words(_cite(author=[author], issued="2020")) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"container_title": "Journal", "volume": "12", "issue": "3", "page": "1-9"},
            "Doe. (2020). T. Journal, 12(3), 1-9.",
        ),
        ({"container_title": "Journal", "issue": "3"}, "Doe. (2020). T. Journal, (3)."),
        ({"publisher": "Office"}, "Doe. (2020). T. Office."),
        ({"publisher": "Office Inc."}, "Doe. (2020). T. Office Inc."),
        ({"container_title": "Book Inc.", "publisher": "House"}, "Doe. (2020). T. Book Inc. House."),
        ({"title": "“Why?”"}, "Doe. (2020). “Why?”"),
        ({"title": "What next…"}, "Doe. (2020). What next…"),
        ({"container_title": "Book", "publisher": "House"}, "Doe. (2020). T. Book. House."),
        ({"author": [], "publisher": "Office"}, "T. (2020). Office."),
        ({"title": "Does it last?"}, "Doe. (2020). Does it last?"),
        ({"title": "Does it last?", "author": []}, "Does it last? (2020)."),
    ],
)
def test_where_it_appeared(fields: dict[str, Any], words: str) -> None:
    """Parts that are not known leave no commas behind, and nothing ends twice."""
    assert _words(_cite(**{"author": [{"family": "Doe"}], "issued": "2020", **fields})) == words


@pytest.mark.parametrize(
    ("author", "incomplete", "words"),
    [
        (["Doe"], False, "Doe, 2020"),
        (["Doe", "Roe"], False, "Doe and Roe, 2020"),
        (["Doe", "Roe", "Poe"], False, "Doe and others, 2020"),
        (["Doe"], True, "Doe and others, 2020"),
        ([], False, "T, 2020"),
    ],
)
def test_a_source_within_a_sentence(author: list[str], incomplete: bool, words: str) -> None:
    """One or two authors are named, of more the first; the title stands in for nobody."""
    names = [{"family": name, "given": "J."} for name in author]
    assert cite_briefly(_source(author=names, authors_incomplete=incomplete, issued="2020-05")) == words


def test_a_source_without_a_date_within_a_sentence() -> None:
    """What a reference abbreviates is said in plain words there."""
    assert cite_briefly(_source(author=[{"literal": "Office"}])) == "Office, no date"


@pytest.mark.parametrize(
    ("authors", "reviewed", "title", "words"),
    [
        (["River District"], datetime.date(2026, 1, 15), "A plan", "River District. (2026, January 15). A plan."),
        (["A. Doe", "B. Roe"], datetime.date(2026, 1, 5), "Why?", "A. Doe, & B. Roe. (2026, January 5). Why?"),
        (["Example Inc."], None, "A plan", "Example Inc. (n.d.). A plan."),
        ([], datetime.date(2026, 1, 15), "A plan", "A plan. (2026, January 15)."),
    ],
)
def test_what_the_hub_publishes(authors: list[str], reviewed: datetime.date | None, title: str, words: str) -> None:
    """Who, the day of the version, what, the hub, and where it is, as far as the hub has an address."""
    assert cite_work(authors, reviewed, title) == words
    assert complete_citation(words, "Tiny hub", "") == f"{words} Tiny hub."
    assert complete_citation(words, "Tiny hub", "https://h.example/a/") == f"{words} Tiny hub. https://h.example/a/"


def test_the_doi_is_the_better_address() -> None:
    """A source is linked by its DOI where it has one, else by its web address, else not at all."""
    both = _cite(doi="10.1000/182", url="https://example.org/a/")
    assert (both.href, both.link_text) == ("https://doi.org/10.1000/182", "doi:10.1000/182")
    web = _cite(url="https://example.org/a/")
    assert (web.href, web.link_text) == ("https://example.org/a/", "example.org/a")
    assert (_cite().href, _cite().link_text) == ("", "")


def test_the_name_of_a_hub_may_end_with_a_stop() -> None:
    """Nothing ends twice there either."""
    assert complete_citation("A.", "Hub Inc.", "https://h.example/") == "A. Hub Inc. https://h.example/"
