"""Set up, look through the code and run the tests: python3 scripts/test.py [pytest arguments]

Browsers, LibreOffice and Poppler are found, or installed where the system allows it. Then come the
gates (ruff's rules, its format, mypy), and the tests whatever came of them: all have to pass. With
arguments for pytest, such as a file, somebody works on one thing: then only those tests run.

Tests run on up to four cores; -n 0 runs them one by one, which a debugger needs.
"""

from setup.for_tests import ROOT

import argparse
import os
import subprocess
import sys

from setup.command_line import create_parser
from setup.gates import run_gates
from setup.programs import firefox, webkit
from setup.programs.chromium import MISSING, find_chromium, find_shell, install_chromium, install_shell
from setup.programs.libre_office import find_soffice, install_soffice
from setup.programs.poppler import has_poppler, install_poppler

# Tests of one file stay together, because they share what was built for them.
PARALLEL = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
FAST = ("-m", "not slow")


def main(arguments: list[str] | None = None) -> int:
    """Run gates and tests; return pytest's exit code, 1 where only a gate failed."""
    settings = dict(os.environ)
    own, chosen = parse_arguments(arguments)
    if not own.fast:
        browser = find_shell() or install_shell() or find_chromium() or install_chromium()
        if browser is None:
            print(MISSING)
            return 1
        settings["HUB_CHROMIUM"] = browser
        # Without these, the tests that need them fail with a sentence that says so.
        settings["HUB_SOFFICE"] = find_soffice() or install_soffice() or ""
        if not has_poppler():
            install_poppler()
        # Tests in these are left out where they can't be had; in CI they fail.
        if not (firefox.find_firefox() or firefox.install_firefox()):
            print(firefox.MISSING)
        if not (webkit.find_webkit() or webkit.install_webkit()):
            print(webkit.MISSING)
    if own.setup_only:
        return 0
    failed = [] if chosen else run_gates(ROOT)
    command = [sys.executable, "-m", "pytest", *PARALLEL, *chosen, *(FAST if own.fast else ())]
    result = subprocess.call(command, cwd=ROOT, env=settings)  # noqa: S603 -- our own command
    if failed:
        print(f"Failed before the tests: {', '.join(failed)}.")
    return result or int(bool(failed))


def parse_arguments(arguments: list[str] | None) -> tuple[argparse.Namespace, list[str]]:
    """Return what was asked of this command, and what is for pytest."""
    parser = create_parser(__doc__)
    parser.allow_abbrev = False
    parser.add_argument("--fast", action="store_true", help="only what needs neither a whole build nor a browser")
    parser.add_argument("--setup-only", action="store_true", help="stop before the gates")
    return parser.parse_known_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
