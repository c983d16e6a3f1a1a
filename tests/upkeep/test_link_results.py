"""Only what fails again and again is a broken link."""

import datetime

import pytest

from knowledge_hub.upkeep.link_results import (
    MOST_PLACES,
    Answer,
    LinkResult,
    Results,
    add_answers,
    find_failed_links,
    order_by_age,
    parse_results,
    render_results,
    suggest_archive,
)

PAGE = "https://a.org/page"
PLACES = {PAGE: ("content/sources/a.yml",)}
OK, GONE, UNSURE = Answer("ok", is_heard=True), Answer("gone", "Nothing here."), Answer("unsure", "Busy.")
REFUSED = Answer("refused", "Private.")


def _run(*answers: Answer | None, days: tuple[int, ...] = ()) -> LinkResult:
    results: Results = {}
    for number, answer in enumerate(answers):
        today = datetime.date(2026, 1, days[number] if days else number + 1)
        results = add_answers(results, {} if answer is None else {PAGE: answer}, PLACES, today)
    return results[PAGE]


@pytest.mark.parametrize(
    ("answers", "is_broken"),
    [
        ((GONE, GONE), False),
        ((GONE, GONE, GONE), True),
        ((GONE, GONE, OK, GONE), False),
        ((GONE, UNSURE, GONE, GONE), True),
        ((GONE, GONE, UNSURE), False),
        ((GONE, GONE, None, GONE), True),
        ((GONE, GONE, GONE, OK), False),
        ((GONE, GONE, GONE, UNSURE), True),
        ((UNSURE,) * 9, False),
    ],
)
def test_three_days_in_a_row_make_a_link_broken(answers: tuple[Answer | None, ...], *, is_broken: bool) -> None:
    """An answer that says nothing neither counts nor clears; one that is fine clears."""
    assert _run(*answers).is_broken == is_broken


def test_what_is_told_of_a_broken_link_stays_the_same() -> None:
    """Nothing in it changes from check to check, so neither page nor issue does: it names the first day."""
    told = [_run(GONE, GONE, *more) for more in ((GONE,), (GONE, GONE), (GONE, UNSURE), (GONE, UNSURE, GONE))]
    assert {(one.why, one.since) for one in told} == {(GONE.why, datetime.date(2026, 1, 1))}
    assert _run(GONE, OK, GONE).since == datetime.date(2026, 1, 3)
    assert _run(REFUSED, REFUSED).since == datetime.date(2026, 1, 1)
    assert (_run(REFUSED, GONE).failures, _run(GONE, GONE, REFUSED, GONE).failures) == (1, 1)


def test_checks_on_one_day_count_once() -> None:
    """Whoever tries again at once learns nothing new."""
    assert _run(GONE, GONE, GONE, GONE, days=(1, 1, 1, 1)).failures == 1
    assert _run(GONE, GONE, GONE, GONE, days=(1, 1, 2, 3)).is_broken


def test_what_is_named_no_more_is_forgotten_and_what_was_not_tried_is_kept() -> None:
    """The file has the addresses of the library and no others, each with a few of its files."""
    places = {f"https://a.org/{number}": tuple(f"content/{name}.yml" for name in "abcdefg") for number in range(3)}
    today = datetime.date(2026, 1, 1)
    before = add_answers({}, dict.fromkeys(places, GONE), places, today)
    del places["https://a.org/2"]
    after = add_answers(before, {"https://a.org/0": OK}, places, datetime.date(2026, 1, 2))
    assert [(address, one.state, one.asked.day) for address, one in after.items()] == [
        ("https://a.org/0", "ok", 2),
        ("https://a.org/1", "gone", 1),
    ]
    assert all(len(one.places) == MOST_PLACES for one in after.values())


def test_the_next_check_begins_with_what_the_last_one_left() -> None:
    """What was never tried comes first, then what was tried longest ago."""
    day = datetime.date(2026, 1, 1)
    before = add_answers({}, {"https://b.org/": OK}, {"https://b.org/": ()}, day)
    before |= add_answers({}, {"https://a.org/": OK}, {"https://a.org/": ()}, day.replace(day=2))
    wanted = ["https://a.org/", "https://b.org/", "https://c.org/"]
    assert order_by_age(wanted, before) == ["https://c.org/", "https://b.org/", "https://a.org/"]


def test_results_read_back_as_they_were_written() -> None:
    """Whatever an address holds; the same results are the same bytes."""
    results = add_answers(
        {},
        {'https://a.org/"\\x': GONE, "https://ñ.org/": OK},
        {'https://a.org/"\\x': ("a",), "https://ñ.org/": ()},
        datetime.date(2026, 1, 1),
    )
    assert parse_results(render_results(results)) == results
    assert parse_results(render_results({})) == {}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"a": 1}', '{"a": {"state": "fine", "asked": "2026-01-01"}}', b"\xff"]
)
def test_a_damaged_file_is_known_for_one(text: str | bytes) -> None:
    """It raises ValueError and nothing else."""
    with pytest.raises(ValueError):  # noqa: PT011 -- the class is the promise
        parse_results(text)


def test_editors_are_told_of_broken_and_refused_links_only() -> None:
    """With a place to look for a copy, where one can be kept."""
    answers = {"https://a.org/": UNSURE, "https://b.org/": GONE, "http://10.0.0.1/": REFUSED}
    results: Results = {}
    for day in (1, 2, 3):
        places = dict.fromkeys(answers, ("x.yml",))
        results = add_answers(results, answers, places, datetime.date(2026, 1, day))
    assert [(link.address, link.archived) for link in find_failed_links(results)] == [
        ("http://10.0.0.1/", ""),
        ("https://b.org/", "https://web.archive.org/web/https://b.org/"),
    ]
    assert suggest_archive("https://web.archive.org/web/2020/https://b.org/") == ""
