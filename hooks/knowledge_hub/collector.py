"""The garbage collector's part in what the hub makes: records and pages stay to the end, so there is little to find."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Keep the garbage collector from walking again and again through what is being made: all of it stays."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep it off for a build of a process that may build again and again; it took a seventh of a big build's time.

    What an earlier build of this process left behind may go before the next one starts. Nor does it walk through what
    was made when the program ends.
    """
    gc.unfreeze()
    with collector_off():
        try:
            yield
        finally:
            gc.freeze()
