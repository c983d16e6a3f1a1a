"""What is promised of speed, the arithmetic of it, and the page that tells hosts."""

from datetime import date
from itertools import pairwise

import pytest

from measuring.speed.figures import memory, seconds
from measuring.speed.machine import Occasion, describe_occasion
from measuring.speed.processes import Measured, least
from measuring.speed.promises import HUGO, SPEED, STOCK, Promise, judge
from measuring.speed.results import BODY, COLD, SAME, STEPS, HubTimes, Results, cost_growth, ratio
from measuring.speed_page import find_wins, render_page
from support.builds import ROOT

OCCASION = Occasion(date(2026, 11, 27), "2 cores, 24 GB of memory, Linux", "1.0.0 at commit abc", "Python 3.11.7")


def _took(cpu: float, wall: float | None = None, memory: float = 500) -> Measured:
    return Measured(cpu, wall or cpu, memory, 10, 20.0)


def _steps(cpu: float) -> dict[str, Measured]:
    """A first build of so many seconds, and a fourth of them for each other step."""
    return {step: _took(cpu if step == COLD else cpu / 4) for step in STEPS}


def _results() -> Results:
    check = {COLD: _took(5), SAME: _took(1)}
    results = Results(real=HubTimes(193, _steps(4), _steps(20), check, save=0.5), short_runs=3)
    results.made_up = {1000: HubTimes(1000, _steps(2), check=check), 10_000: HubTimes(10_000, _steps(24), check=check)}
    results.peers = {10_000: {STOCK: _steps(80), HUGO: {COLD: _took(12), BODY: _took(12, wall=7, memory=1800)}}}
    results.labels = {STOCK: "MkDocs 1.6.1", HUGO: "Hugo 0.168.0"}
    results.left_out = {"Eleventy": "Node.js is not installed"}
    return results


def test_of_several_runs_the_least_is_told() -> None:
    assert least([_took(3), _took(1), _took(2)]) == _took(1)


def test_a_ratio_says_how_many_times_the_second_the_first_is() -> None:
    """Without one of them there is none."""
    assert ratio(_took(3), _took(12)) == 0.25
    assert ratio(_took(3, wall=6), _took(12, wall=8), "wall") == 0.75
    assert ratio(None, _took(1)) is None
    assert ratio(_took(1), None) is None


def test_growth_is_that_of_one_record() -> None:
    """Ten times the records for twelve times the CPU are 1.2."""
    results = _results()
    assert cost_growth(results, 10_000, 1000) == pytest.approx(1.2)
    assert cost_growth(results, 50_000, 10_000) is None


def test_a_promise_is_kept_up_to_its_figure() -> None:
    """What wasn't measured is neither kept nor broken."""
    promises = (
        Promise("exactly", 4, lambda _: 4.0),
        Promise("more", 4, lambda _: 4.1),
        Promise("never measured", 4, lambda _: None),
    )
    kept, broken = judge(promises, Results())
    assert (kept.is_kept, broken.is_kept) == (True, False)
    assert str(kept) == "exactly: 4.00 (at most 4): kept"
    assert str(broken) == "more: 4.10 (at most 4): not reached"


def test_a_run_is_held_to_what_it_measured() -> None:
    """Each promise looks at the figure that it names."""
    judged = {each.what: each.value for each in judge(SPEED, _results())}
    assert judged["first build, 10,000 records, share of stock Material's CPU"] == 0.3
    assert judged["first build, 10,000 records, times Hugo's CPU"] == 2
    assert judged["one text changed, 10,000 records, share of Hugo's rebuild by the clock"] == pytest.approx(6 / 7)
    assert judged["nothing changed, 1,000 records, seconds of CPU"] == 0.5
    assert judged["check.py, 10,000 records, nothing changed, seconds of CPU"] == 1
    assert judged["memory, first build, 10,000 records, GB"] == 0.5
    assert judged["save to fresh page, the library that comes with the hub, seconds"] == 0.5
    assert "CPU of a record in 50,000 against one in 10,000, first build" not in judged
    assert list(judge(SPEED, Results())) == []


@pytest.mark.parametrize(
    ("value", "words"), [(None, ""), (0.254, "0.25 s"), (4.26, "4.3 s"), (123.4, "123 s"), (1234, "1,234 s")]
)
def test_seconds_have_the_digits_that_they_are_worth(value: float | None, words: str) -> None:
    assert seconds(value) == words


def test_memory_is_told_in_the_larger_unit() -> None:
    assert [memory(_took(1, memory=size)) for size in (286, 2727)] == ["286 MB", "2.7 GB"]


def test_who_wins_is_found() -> None:
    """In the clock alone, if so; being as fast is no win."""
    hub = {COLD: _took(10), BODY: _took(2)}
    peers = {"A": {COLD: _took(10), BODY: _took(3)}, "B": {COLD: _took(20, wall=5), BODY: _took(3)}}
    assert list(find_wins(hub, peers)) == [("B", "time of the first build", 0.5)]


def test_the_page_tells_what_was_measured() -> None:
    """Day, machine, versions, each library and step, each other generator, and where it wins."""
    page = render_page(_results(), OCCASION)
    assert "Measured on November 27, 2026, with 2 cores, 24 GB of memory, Linux; Knowledge Hub 1.0.0 at commit" in page
    assert "| this library, 193 | 1,000 made up | 10,000 made up |" in page
    assert "| first build, nothing kept | 4.0 s (4.0 s) | 2.0 s (2.0 s) | 24.0 s (24.0 s) |" in page
    assert "| `check.py`, nothing changed | 1.0 s (1.0 s) | 1.0 s (1.0 s) | 1.0 s (1.0 s) |" in page
    assert "A record among 10,000 costs 1.20 times the CPU of one among 1,000." in page
    assert (
        "| Hugo 0.168.0 | 12.0 s (× 0.50) | 12.0 s (× 0.50) | 12.0 s (× 2.00) | 7.0 s (× 1.17) | 500 MB | 20 MB |"
        in page
    )
    assert "- Hugo 0.168.0: CPU of the first build 0.50, time of the first build 0.50 of ours." in page
    assert "Eleventy was left out: Node.js is not installed" in page
    assert "| first build, 10,000 records, times Hugo's CPU | 1.8 | 2.00 | **not reached** |" in page
    assert "ran three times" in page


def test_a_page_without_others_tells_of_the_hub_alone() -> None:
    """Also where none of them could be installed."""
    page = render_page(Results(real=HubTimes(193, _steps(4)), peers={1000: {}}, left_out={HUGO: "offline"}), OCCASION)
    assert "Beside other generators" not in page
    assert "With the files to take along" not in page


def test_a_table_has_as_many_cells_in_each_row() -> None:
    tables = [line for line in render_page(_results(), OCCASION).splitlines() if line.startswith("|")]
    heads = [line.count(" | ") for line, below in pairwise(tables) if below.startswith("| ---")]
    assert {line.count(" | ") for line in tables} == set(heads)


def test_the_occasion_names_versions_and_machine() -> None:
    occasion = describe_occasion(ROOT)
    assert "MkDocs" in occasion.python
    assert "of memory" in occasion.machine
