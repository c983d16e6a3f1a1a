"""Set up and run the tests: python3 scripts/test.py [pytest arguments]

A browser, LibreOffice and Poppler are found, or installed where the system allows it.

--fast runs only what needs neither a whole build nor a browser; --setup-only stops before the tests.
Tests run on up to four cores; -n 0 runs them one by one, which a debugger needs.
"""

from setup.for_tests import ROOT

import os
import subprocess
import sys

from setup.chromium import MISSING, find_chromium, install_chromium
from setup.libre_office import find_soffice, install_soffice
from setup.poppler import has_poppler, install_poppler

# Tests of one file stay together, because they share what was built for them.
PARALLEL = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")


def main(arguments: list[str]) -> int:
    """Run the tests and return pytest's exit code."""
    settings = dict(os.environ)
    if "--fast" in arguments:
        arguments = [argument for argument in arguments if argument != "--fast"] + ["-m", "not slow"]
    else:
        browser = find_chromium() or install_chromium()
        if browser is None:
            print(MISSING)
            return 1
        settings["HUB_CHROMIUM"] = browser
        # Without these, the tests that need them fail with a sentence that says so.
        settings["HUB_SOFFICE"] = find_soffice() or install_soffice() or ""
        if not has_poppler():
            install_poppler()
    if "--setup-only" in arguments:
        return 0
    command = [sys.executable, "-m", "pytest", *PARALLEL, *arguments]
    return subprocess.call(command, cwd=ROOT, env=settings)  # noqa: S603 -- our own command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
