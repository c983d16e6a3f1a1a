"""The garbage collector's part in a build: MkDocs may build again and again in one process."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking the records of a build again and again: they all stay.

    It took a seventh of a big build's time. What an earlier build of this process left behind may
    go before the next one starts.
    """
    was_at_work = gc.isenabled()
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_at_work:
            gc.enable()
