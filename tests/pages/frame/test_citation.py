"""Sources as they are cited, after APA 7."""

from typing import Any

import pytest

from knowledge_hub.pages.frame.citation import Citation, create_citation
from knowledge_hub.records import Source


def _cite(**fields: Any) -> Citation:
    return create_citation(
        Source.model_validate({"id": "x", "kind": "report", "title": "T", "read": "whole", **fields})
    )


@pytest.mark.parametrize(
    ("author", "incomplete", "issued", "lead"),
    [
        ([], False, None, "(n.d.)."),
        ([], False, "2020-05-01", "(2020)."),
        ([{"literal": "Example Office"}], False, "2020", "Example Office (2020)."),
        ([{"family": "Doe", "given": "J. A."}], False, "2020", "Doe, J. A. (2020)."),
        ([{"family": "Doe"}], False, "2020", "Doe (2020)."),
        (
            [{"family": "Doe", "given": "J."}, {"family": "Roe", "given": "R."}],
            False,
            "2020",
            "Doe, J., & Roe, R. (2020).",
        ),
        ([{"family": "Doe"}, {"family": "Roe"}, {"family": "Poe"}], False, "2020", "Doe, Roe, & Poe (2020)."),
        ([{"family": "Doe", "given": "J."}], True, "2020", "Doe, J. and others (2020)."),
    ],
)
def test_authors_and_year(author: list[dict[str, str]], incomplete: bool, issued: str | None, lead: str) -> None:
    """Who and when come first; what was not seen is not made up."""
    assert _cite(author=author, authors_incomplete=incomplete, issued=issued).lead == lead


@pytest.mark.parametrize(
    ("fields", "container"),
    [
        ({}, ""),
        ({"container_title": "Journal", "volume": "12", "issue": "3", "page": "1-9"}, "Journal, 12(3), 1-9"),
        ({"container_title": "Journal", "issue": "3"}, "Journal, (3)"),
        ({"publisher": "Office"}, "Office"),
        ({"container_title": "Book", "publisher": "Press"}, "Book. Press"),
    ],
)
def test_where_it_appeared(fields: dict[str, str], container: str) -> None:
    """Parts that are not known leave no commas behind."""
    assert _cite(**fields).container == container


def test_the_doi_is_the_better_address() -> None:
    """A source is linked by its DOI where it has one, else by its web address, else not at all."""
    both = _cite(doi="10.1000/182", url="https://example.org/a/")
    assert (both.href, both.link_text) == ("https://doi.org/10.1000/182", "doi:10.1000/182")
    web = _cite(url="https://example.org/a/")
    assert (web.href, web.link_text) == ("https://example.org/a/", "example.org/a")
    assert (_cite().href, _cite().link_text) == ("", "")
