"""The questions by which the search is judged: enough of each kind, pages that are there, and answers found."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from measuring.relevance import ANSWERS, NOTHING, Answer, judge, read_questions, summarize
from measuring.relevance_report import EARLIER_RANKS, QUESTIONS, of_kind
from support.browser.search_engine import Engine
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


@pytest.mark.slow
def test_readers_find_what_answers_them(starter_site: Path, browser: Browser) -> None:
    """The answer is among the first three as often as `bench.py --questions` promises; the engine is asked alone."""
    questions = read_questions(ROOT / QUESTIONS)
    folder = starter_site / "search"
    index = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}
    answers = _ask(Engine(browser), index, [question.ask for question in questions])
    judged = [judge(question, answer) for question, answer in zip(questions, answers, strict=True)]
    assert summarize(judged).success >= 0.92
    assert summarize(of_kind(judged, "sentence")).success >= 0.85


def _ask(engine: Engine, index: Mapping[str, Any], texts: list[str]) -> list[Answer]:
    """Return what is shown for each text; where its own words find nothing, the nearest ones are asked for."""
    found = engine.ask(index, *texts)
    mended = engine.ask(index, *(one["mended"] or one["asked"] for one in found))
    return [_read(index, own if own["total"] else better) for own, better in zip(found, mended, strict=True)]


def _read(index: Mapping[str, Any], found: Mapping[str, Any]) -> Answer:
    """Return the addresses that the results of an answer lead to."""
    entry = index["index.json"]
    size, files = entry["titles"]["size"], {**index, **entry["files"]}
    results = []
    for id_, section in zip(found["ids"][:10], found["sections"], strict=False):
        address, *_, sections = files[entry["titles"]["files"][id_ // size]][id_ % size]
        # A section stands on the found page, or on one below it.
        place = sections[section - 1][0] if section else ""
        results.append([address, *([f"{address}{place if '#' in place else f'#{place}'}"] if section else [])])
    return Answer(results, bool(found["answers"]))
