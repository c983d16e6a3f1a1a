"""The garbage collector rests while a site is made, and only then."""

import gc

import pytest

from knowledge_hub.collector import collector_at_rest


def test_it_rests_inside_and_works_afterwards() -> None:
    """A server goes on collecting between its builds."""
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_rests_until_the_last_is_done_that_asked_for_it() -> None:
    """A whole build rests, and within it what makes the pages."""
    with collector_at_rest():
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_after_a_failed_build_too() -> None:
    """Content that can't be published leaves the process as it was."""
    with pytest.raises(ValueError, match="broken"), collector_at_rest():
        raise ValueError("broken")
    assert gc.isenabled()


def test_what_the_build_before_left_may_go() -> None:
    """A server that builds all day doesn't keep every build."""
    with collector_at_rest():
        pass
    assert gc.get_freeze_count() > 0
    with collector_at_rest():
        assert gc.get_freeze_count() == 0
