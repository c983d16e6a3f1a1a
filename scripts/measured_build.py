"""Build the hub as `mkdocs build` does, and print the CPU seconds of its search index: see bench.py."""

import environment

environment.enter("requirements.txt")

import os  # noqa: E402 -- the environment comes first
import sys  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hooks"))

from mkdocs.__main__ import cli  # noqa: E402

from mkdocs_adapter import search_index as mkdocs_search  # noqa: E402


def main() -> None:
    """Build with the command line's options."""
    # The hook takes the function from this module when the build loads it.
    mkdocs_search.write_search_index = _measured(mkdocs_search.write_search_index)
    cli(["build", "--quiet", *sys.argv[1:]])


def _measured(write: Callable[[Path], None]) -> Callable[[Path], None]:
    def write_and_tell(site_dir: Path) -> None:
        before = sum(os.times()[:4])
        write(site_dir)
        print(sum(os.times()[:4]) - before)

    return write_and_tell


if __name__ == "__main__":
    main()
