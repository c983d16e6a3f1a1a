"""The questions by which the search is judged: enough of each kind, and pages that are there."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from measuring.relevance import ANSWERS, NOTHING, read_questions
from measuring.relevance_report import EARLIER_RANKS, QUESTIONS
from support.builds import ROOT

LEAST = {"sentence": 50, "misspelling": 20, "abbreviation": 15, "spanish": 10, NOTHING: 10}


@pytest.fixture(scope="module")
def addresses(starter_site: Path) -> set[str]:
    """Every page of the starter library, and every part of one that can be led to."""
    pages = {path.parent.relative_to(starter_site).as_posix(): path for path in starter_site.rglob("index.html")}
    return {address for page, path in pages.items() for address in _find_addresses(f"{page}/", path)}


def _find_addresses(page: str, path: Path) -> set[str]:
    return {page, *(f"{page}#{part}" for part in re.findall(r'\bid="([^"]+)"', path.read_text(encoding="utf-8")))}


def test_there_are_enough_of_each_kind() -> None:
    """At least 150, and each kind of reader and of slip among them."""
    kinds = Counter(question.kind for question in read_questions(ROOT / QUESTIONS))
    assert kinds.total() >= 150
    assert {kind: kinds[kind] for kind, least in LEAST.items() if kinds[kind] < least} == {}


def test_each_is_asked_once_and_has_an_answer() -> None:
    """A page that only leads on is no answer; where nothing is right, nothing is listed."""
    questions = read_questions(ROOT / QUESTIONS)
    assert [ask for ask, times in Counter(question.ask for question in questions).items() if times > 1] == []
    for question in questions:
        answered = question.fixed or max(question.grades.values(), default=0) >= ANSWERS
        assert answered != (question.kind == NOTHING), question.ask


def test_earlier_ranks_are_those_of_questions() -> None:
    """What the search before answered is compared by the words of the question."""
    earlier = yaml.safe_load((ROOT / EARLIER_RANKS).read_text(encoding="utf-8"))
    assert earlier.keys() <= {question.ask for question in read_questions(ROOT / QUESTIONS)}


@pytest.mark.slow
def test_each_page_is_there(addresses: set[str]) -> None:
    """A page that was renamed or taken away is no answer any more."""
    listed = {address for question in read_questions(ROOT / QUESTIONS) for address in question.grades}
    assert listed - addresses == set()
