"""How well a search answers questions: what was asked, what came, and the usual figures of it."""

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

GRADES = {"best": 3, "good": 2, "helps": 1}
# From this grade on a page counts as an answer.
ANSWERS = 2
FIRST = 3
CUT = 5
# Asked of a library that has no answer.
NOTHING = "nothing"


@dataclass(frozen=True)
class Question:
    """What a reader types, and how well each address answers it; see tests/search_questions.yml."""

    kind: str
    ask: str
    grades: Mapping[str, int]
    fixed: bool = False


@dataclass(frozen=True)
class Answer:
    """What a search shows: of each result the addresses that its card leads to, and if a fixed answer stands first."""

    results: Sequence[Sequence[str]]
    fixed: bool = False


@dataclass(frozen=True)
class Figures:
    """Success in the first three, mean reciprocal rank and nDCG@5 of so many questions."""

    questions: int
    success: float
    reciprocal_rank: float
    ndcg: float


@dataclass(frozen=True)
class Judged:
    """A question with what came, and the rank of the first answer, None where there is none."""

    question: Question
    answer: Answer
    rank: int | None

    @property
    def succeeds(self) -> bool:
        """Tell whether a reader has the answer in the first three; where there is none, whether that is said."""
        return self.rank is not None and self.rank <= FIRST

    @property
    def ndcg(self) -> float:
        """Return how near the first five come to the best order."""
        return find_ndcg(find_gains(self.question, self.answer), find_best_gains(self.question))


def read_questions(path: Path) -> list[Question]:
    """Return the questions of a file, in its order."""
    kinds: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [_create_question(kind, fields) for kind, questions in kinds.items() for fields in questions]


def _create_question(kind: str, fields: Mapping[str, Any]) -> Question:
    grades = {address: grade for name, grade in GRADES.items() for address in fields.get(name, [])}
    return Question(kind, fields["ask"], grades, bool(fields.get("fixed")))


def judge(question: Question, answer: Answer) -> Judged:
    """Return a question with the rank of its first answer; 1 where nothing was right, and nothing or that is said."""
    if question.kind == NOTHING:
        return Judged(question, answer, 1 if answer.fixed or not answer.results else None)
    gains = find_gains(question, answer)
    rank = next((place for place, gain in enumerate(gains, 1) if gain >= ANSWERS), None)
    return Judged(question, answer, rank)


def find_gains(question: Question, answer: Answer) -> list[int]:
    """Return the grade of each result; a fixed answer stands before them where the question has room for one."""
    gains = [max((question.grades.get(address, 0) for address in shown), default=0) for shown in answer.results]
    return [GRADES["best"], *gains] if answer.fixed and question.fixed else gains


def find_best_gains(question: Question) -> list[int]:
    """Return the grades in the best order; a part of a page that is listed itself comes with that page."""
    pages = {address for address in question.grades if "#" not in address}
    grades = [grade for address, grade in question.grades.items() if address in pages or _page(address) not in pages]
    return sorted([GRADES["best"]] * question.fixed + grades, reverse=True)


def _page(address: str) -> str:
    return address.partition("#")[0]


def find_ndcg(gains: Sequence[int], best: Sequence[int]) -> float:
    """Return the normalized discounted cumulative gain of the first five.

    Järvelin, K., & Kekäläinen, J. (2002): Cumulated gain-based evaluation of IR techniques. ACM
    Transactions on Information Systems 20(4), 422-446. DCG = sum of gain / log2(rank + 1); divided by
    that of the best order. The sum can't pass 1 but where a card leads to two parts of a page.
    """
    return min(1.0, _find_dcg(gains) / _find_dcg(best)) if any(best) else 0.0


def _find_dcg(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains[:CUT], 1))


def summarize(judged: Iterable[Judged]) -> Figures:
    """Return the figures of questions; ranks and nDCG leave out those that nothing answers."""
    every = list(judged)
    answerable = [one for one in every if one.question.kind != NOTHING] or every
    return Figures(
        questions=len(every),
        success=statistics.fmean(one.succeeds for one in every),
        reciprocal_rank=statistics.fmean(1 / one.rank if one.rank else 0 for one in answerable),
        ndcg=statistics.fmean(one.ndcg for one in answerable),
    )
