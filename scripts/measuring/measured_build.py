"""Build the hub as `mkdocs build` does, and print the CPU seconds of its search index: see bench.py."""

import os
import sys
from collections.abc import Callable

from mkdocs.__main__ import cli

from mkdocs_adapter import search_index


def main() -> None:
    """Build with the command line's options."""
    # The hook takes the function from this module when the build loads it.
    vars(search_index)["write_search_index"] = _measured(search_index.write_search_index)
    cli(["build", "--quiet", *sys.argv[1:]])


def _measured(write: Callable[..., None]) -> Callable[..., None]:
    def write_and_tell(*given: object) -> None:
        before = sum(os.times()[:4])
        write(*given)
        print(sum(os.times()[:4]) - before)

    return write_and_tell


if __name__ == "__main__":
    main()
