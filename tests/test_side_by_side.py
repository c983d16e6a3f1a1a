"""Two things at once."""

import os
import signal
import threading

import pytest

from knowledge_hub import side_by_side
from knowledge_hub.side_by_side import MANY_RECORDS, Aside, Portions, make_all


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


@pytest.mark.usefixtures("forking")
def test_a_process_whose_first_one_has_ended_gets_no_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for it, and a new build may have begun."""
    portions = Portions(200)
    monkeypatch.setattr(os, "getppid", lambda: 1)
    assert Aside(lambda: list(portions)).result() == []
    assert len(list(portions)) == 200


@pytest.mark.usefixtures("forking")
def test_many_things_are_made_in_two_processes_in_their_order() -> None:
    """Each by one of them; a few by the first."""
    made = make_all(range(3 * MANY_RECORDS), lambda number: (number, os.getpid()))
    assert [number for number, _ in made] == list(range(3 * MANY_RECORDS))
    assert {process for _, process in make_all(range(3), lambda number: (number, os.getpid()))} == {os.getpid()}


@pytest.mark.usefixtures("forking")
def test_of_many_things_none_is_missing_where_one_process_is_killed() -> None:
    """The first makes what the second one took."""
    own = os.getpid()

    def make(number: int) -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert make_all(range(MANY_RECORDS), make) == list(range(MANY_RECORDS))
