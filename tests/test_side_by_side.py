"""Two things at once."""

import os
import signal
import threading
from collections.abc import Callable

import pytest

from knowledge_hub import side_by_side
from knowledge_hub.keeping import Table, fingerprint
from knowledge_hub.side_by_side import MANY_RECORDS, Aside, Portions, fill


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which a second process can be had, whatever this one is."""
    if not hasattr(os, "fork"):
        pytest.skip("This system has no such processes.")
    monkeypatch.setattr(side_by_side, "may_fork", lambda: True)


@pytest.mark.usefixtures("forking")
def test_the_second_thing_is_made_in_another_process() -> None:
    """And comes back whole, also when it is large."""
    aside = Aside(lambda: (os.getpid(), "x" * 1_000_000))
    process, text = aside.result()
    assert process != os.getpid()
    assert len(text) == 1_000_000


def test_where_there_is_no_second_process_it_is_made_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is where it wouldn't pay."""
    monkeypatch.setattr(side_by_side, "may_fork", lambda: False)
    assert Aside(os.getpid).result() == os.getpid()


def test_what_would_not_pay_gets_no_process() -> None:
    """Whoever starts it knows how much there is to do."""
    assert Aside(os.getpid, at_once=False).result() == os.getpid()


@pytest.mark.usefixtures("forking")
def test_a_fault_is_raised_where_the_result_is_asked_for() -> None:
    """With what it says."""
    aside = Aside(lambda: int("no number"))
    with pytest.raises(ValueError, match="no number"):
        aside.result()


@pytest.mark.usefixtures("forking")
def test_what_a_killed_process_did_not_make_is_made_by_the_first() -> None:
    """A machine short of memory kills the larger of the two."""
    own = os.getpid()

    def make() -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    assert Aside(make).result() == own


@pytest.mark.usefixtures("forking")
def test_what_cannot_be_sent_is_made_by_the_first() -> None:
    """Such as a function without a name."""
    made = Aside(lambda: lambda: 3).result()
    assert made() == 3


def test_a_preview_has_threads_and_gets_no_process() -> None:
    """A copy of a process with threads may wait for ever."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not side_by_side.may_fork()
    finally:
        stop.set()
        thread.join()


@pytest.mark.usefixtures("forking")
def test_each_portion_is_taken_once() -> None:
    """By whichever of the two processes asks first."""
    portions = Portions(200)
    aside = Aside(lambda: list(portions))
    mine = list(portions)
    theirs = aside.result()
    assert sorted(mine + theirs) == list(range(200))
    assert list(Portions(0)) == []


def _fill(count: int, make: Callable[[int], object]) -> Table[object]:
    table: Table[object] = Table()
    fill(table, {fingerprint(str(number)): number for number in range(count)}, make)
    return table


@pytest.mark.usefixtures("forking")
def test_a_process_whose_first_one_has_ended_gets_no_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for it, and a new build may have begun."""
    portions = Portions(200)
    monkeypatch.setattr(os, "getppid", lambda: 1)
    assert Aside(lambda: list(portions)).result() == []
    assert len(list(portions)) == 200


@pytest.mark.usefixtures("forking")
def test_what_a_table_lacks_is_made_in_two_processes() -> None:
    """Each by one of them; a few by the first."""
    much, few = (_fill(count, lambda number: (number, os.getpid())) for count in (3 * MANY_RECORDS, 3))
    assert all(key == fingerprint(str(number)) for key, (number, _) in much.items())
    assert len(list(much.items())) == much.made == 3 * MANY_RECORDS
    assert set(few.values()) == {(number, os.getpid()) for number in range(3)}


@pytest.mark.usefixtures("forking")
def test_nothing_is_missing_where_one_process_is_killed() -> None:
    """The first makes what the second one took."""
    own = os.getpid()

    def make(number: int) -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    table = _fill(MANY_RECORDS, make)
    assert sorted(table.values()) == list(range(MANY_RECORDS))
