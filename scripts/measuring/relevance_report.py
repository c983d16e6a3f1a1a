"""Asks the real library and a made-up one, and says how well the search answers; see bench.py."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from measuring.asked_questions import ask_questions
from measuring.known_items import create_known_items
from measuring.made_up_records import RecordMaker
from measuring.relevance import FIRST, Figures, Judged, Question, judge, read_questions, summarize
from measuring.search_times import build_real_site, build_site

QUESTIONS = Path("tests/search_questions.yml")
# What the search before this one answered, and where; see its first lines.
EARLIER_RANKS = Path("tests/pagefind_ranks.yml")
MADE_UP_ITEMS = 60


def judge_real_library(root: Path) -> list[Judged]:
    """Ask the library in content/ every question of the list."""
    with tempfile.TemporaryDirectory() as name:
        return _judge(build_real_site(root, Path(name)), read_questions(root / QUESTIONS))


def judge_made_up_library(root: Path, entries: int) -> list[Judged]:
    """Ask a made-up library for records by their words."""
    os.environ.setdefault("HUB_PACKS", "0")
    questions = create_known_items(
        RecordMaker(entries, root / "content" / "vocabularies").create_records(), MADE_UP_ITEMS
    )
    with tempfile.TemporaryDirectory() as name:
        return _judge(build_site(root, Path(name), entries), questions)


def _judge(site: Path, questions: Sequence[Question]) -> list[Judged]:
    answers = ask_questions(site, [question.ask for question in questions])
    return [judge(question, answer) for question, answer in zip(questions, answers, strict=True)]


def describe_figures(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield a table of the figures, over all and by kind."""
    yield f"{'':20}{'questions':>10}{'first three':>13}{'MRR':>8}{'nDCG@5':>8}"
    yield _describe_row("all", summarize(judged))
    for kind in dict.fromkeys(one.question.kind for one in judged):
        yield _describe_row(kind, summarize(of_kind(judged, kind)))


def _describe_row(name: str, figures: Figures) -> str:
    return (
        f"{name:20}{figures.questions:>10}{figures.success:>13.3f}{figures.reciprocal_rank:>8.3f}{figures.ndcg:>8.3f}"
    )


def of_kind(judged: Sequence[Judged], kind: str) -> list[Judged]:
    """Return the questions of one kind."""
    return [one for one in judged if one.question.kind == kind]


def describe_worst(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield each question whose answer isn't among the first three, with what came instead."""
    for one in judged:
        if not one.succeeds:
            came = ", ".join(shown[0] for shown in one.answer.results[:FIRST]) or "nothing"
            yield f"  {one.question.kind}: {one.question.ask} ({one.rank or 'no answer'}): {came}"


def find_worse(root: Path, judged: Sequence[Judged]) -> list[str]:
    """Return in words each question that the search before answered well and this one answers later or not."""
    earlier: dict[str, int | None] = yaml.safe_load((root / EARLIER_RANKS).read_text(encoding="utf-8"))
    ranks = [(one, earlier.get(one.question.ask)) for one in judged]
    return [
        f"  {one.question.ask}: {before} before, now {one.rank or 'no answer'}"
        for one, before in ranks
        if before and before <= FIRST and (one.rank is None or one.rank > before)
    ]
