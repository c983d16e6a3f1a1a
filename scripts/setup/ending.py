"""How a command ends that holds a whole library: Python would take it apart, the system frees all of it at once."""

import atexit
import os
import sys
import threading
from typing import NoReturn


def end(code: int) -> NoReturn:
    """End the program with an exit code, after all that waits for its end is done and all output is written.

    Where a thread is still at work, or nobody reads the output any more, Python ends it in its own way.
    """
    if threading.active_count() == 1:
        atexit._run_exitfuncs()  # noqa: SLF001 -- Python has no other name for it
        try:
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
        except (OSError, ValueError):
            sys.exit(code)
        os._exit(code)
    sys.exit(code)
