"""Hand-written pages beside the records: what the hub reads of their front matter."""

import datetime

import pytest

from knowledge_hub.library.own_pages import read_own_page
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records.own_page import OwnPage
from support.made_fields import tiny_vocabularies


def read(text: str, path: str = "rules/consent.md") -> tuple[OwnPage | None, list[Problem]]:
    return read_own_page(f"docs/{path}", path, text.encode(), tiny_vocabularies())


def test_a_page_needs_no_front_matter() -> None:
    """Its first heading is what it is called, and it has no card."""
    page, problems = read("Some words.\n\n# Our *consent* rules {#rules}\n")
    assert problems == []
    assert page is not None
    assert (page.title, page.address, page.has_card) == ("Our consent rules", "rules/consent/", False)


@pytest.mark.parametrize(("name", "title"), [("PHQ-9_scores", "PHQ 9 scores"), ("our-rules", "Our rules")])
def test_a_page_without_a_heading_is_called_by_its_name(name: str, title: str) -> None:
    """As in MkDocs: capitals in the name stay."""
    page, _ = read("Some words.\n", f"{name}.md")
    assert page is not None
    assert page.title == title


@pytest.mark.parametrize(
    ("path", "address"), [("a.md", "a/"), ("a/index.md", "a/"), ("a/README.md", "a/"), ("a/b.md", "a/b/")]
)
def test_an_index_has_the_address_of_its_folder(path: str, address: str) -> None:
    """As with MkDocs' directory addresses."""
    page, _ = read("# A\n", path)
    assert page is not None
    assert page.address == address


def test_facets_and_dates_are_read_and_the_rest_is_left_alone() -> None:
    """What belongs to the site generator is none of the hub's business."""
    page, problems = read(
        "---\ntitle: Consent\ndescription: What we ask.\nlevels: [local]\nreview: {reviewed_on: 2026-05-05}\n"
        "tags: [a]\nhide: [toc]\n---\nText\n"
    )
    assert problems == []
    assert page is not None
    assert page.has_card
    assert (page.summary, page.levels) == ("What we ask.", ("local",))
    assert page.last_review == datetime.date(2026, 5, 5)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("reviewed_on: 5/5/2026", "bad-date", "5/5/2026"),
        ("review: {reviewed_on: soon}", "bad-date", "soon"),
        ("levels: [locl]", "bad-choice", "locl"),
        ("level: local", "unknown-field", "level"),
        ("lessons: [widen-the-team]", "unknown-field", "connects records and guides"),
    ],
)
def test_a_fault_is_told_with_its_line(line: str, code: str, words: str) -> None:
    """A page is as carefully read as a record."""
    _, problems = read(f"---\nsummary: Words.\n{line}\n---\n# A\n")
    (problem,) = problems
    assert (problem.path, problem.line, problem.code) == ("docs/rules/consent.md", 3, code)
    assert words in problem.message


def test_a_card_needs_a_summary() -> None:
    """A page with facets is told so where the facet stands."""
    _, problems = read("---\nlevels: [local]\n---\n# A\n")
    assert [(problem.code, problem.line) for problem in problems] == [("missing-field", 2)]
