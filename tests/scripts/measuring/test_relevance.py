"""The figures by which a search is judged, and the questions made from a made-up library."""

import math

import pytest

from measuring.known_items import create_known_items, make_slip
from measuring.relevance import Answer, Question, find_best_gains, find_ndcg, judge, summarize

QUESTION = Question("plain", "who pays", {"a/": 3, "b/": 2, "c/": 1, "c/#part": 2, "d/#term": 3})


def _answer(*addresses: str, fixed: bool = False) -> Answer:
    return Answer([[address] for address in addresses], fixed)


@pytest.mark.parametrize(
    ("answer", "rank"),
    [
        (_answer("a/", "b/"), 1),
        (_answer("x/", "b/"), 2),
        (_answer("c/", "x/"), None),
        (Answer([["c/", "c/#part"]]), 1),
        (_answer("d/"), None),
        (_answer(), None),
        (_answer("x/", fixed=True), None),
    ],
)
def test_a_rank_is_that_of_the_first_answer(answer: Answer, rank: int | None) -> None:
    """A page that only leads on is none; a part of a page counts where the card leads to it."""
    assert judge(QUESTION, answer).rank == rank


@pytest.mark.parametrize(("answer", "rank"), [(_answer(), 1), (_answer("a/", fixed=True), 1), (_answer("a/"), None)])
def test_where_nothing_is_right_that_has_to_be_said(answer: Answer, rank: int | None) -> None:
    """No result, or a sentence before them."""
    assert judge(Question("nothing", "carburetor", {}), answer).rank == rank


def test_a_fixed_answer_counts_where_the_question_has_room_for_one() -> None:
    """The help line is the best answer there."""
    judged = judge(Question("plain", "crisis", {"a/": 2}, fixed=True), _answer("x/", "a/", fixed=True))
    assert (judged.rank, judged.succeeds) == (1, True)


def test_the_best_order_counts_a_page_once() -> None:
    """A part comes with its page where that is listed itself."""
    assert find_best_gains(QUESTION) == [3, 3, 2, 1]


def test_gain_is_discounted_by_the_place() -> None:
    """Later places count less, by the logarithm of the rank; after the fifth they count nothing."""
    assert find_ndcg([3, 2, 1], [3, 2, 1]) == 1
    assert find_ndcg([0, 3], [3]) == pytest.approx(1 / math.log2(3))
    assert find_ndcg([0, 0, 0, 0, 0, 3], [3]) == 0


def test_figures_are_means() -> None:
    """Ranks leave out what nothing answers; success doesn't."""
    nothing = judge(Question("nothing", "carburetor", {}), _answer("a/"))
    figures = summarize([judge(QUESTION, _answer("a/")), judge(QUESTION, _answer("x/", "b/")), nothing])
    assert (figures.questions, figures.success, figures.reciprocal_rank) == (3, pytest.approx(2 / 3), 0.75)


def test_a_made_up_record_is_asked_for_by_its_words() -> None:
    """By title, by title with a slip, and by its question; sources have no page."""
    record = {"title": "Babade team 7", "question": "Which fide?"}
    asked = create_known_items([("sources/source-1.yml", record), ("lessons/lessons-7.yml", record)], most=10)
    assert [(one.kind, one.ask) for one in asked] == [
        ("title", "Babade team"),
        ("title with a slip", "Baabde team"),
        ("question", "Which fide?"),
    ]
    assert {address for one in asked for address in one.grades} == {"lessons/lessons-7/"}


def test_short_words_have_no_slip() -> None:
    """Too many words are near them."""
    assert make_slip("a team of all") == "a team of all"
