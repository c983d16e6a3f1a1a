"""Build the site for publishing: python3 scripts/build.py [--content DIR] [--site-dir DIR]"""

from setup.for_site import ROOT

import argparse
import subprocess
import sys
from pathlib import Path

from setup.command_line import create_parser
from setup.generated_files import refresh_generated_files
from setup.site_builds import may_write_site, mkdocs_command, mkdocs_environment


def main() -> int:
    """Build once, strictly, and return the exit code."""
    arguments = parse_arguments()
    site_dir = Path(arguments.site_dir).resolve()
    if not may_write_site(site_dir):
        print(f"{site_dir} holds something else than an earlier site, and building would empty it. Name a new folder.")
        return 1
    refresh_generated_files(ROOT, arguments.content)
    command = mkdocs_command("build", "--strict", "--site-dir", str(site_dir))
    result = subprocess.call(command, cwd=ROOT, env=mkdocs_environment(arguments.content))  # noqa: S603 -- our own
    if result == 0:
        print(f"The site is in {site_dir}.")
    return result


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("--content", help="another content folder than content/")
    parser.add_argument("--site-dir", default=str(ROOT / "site"), help="where the site is written (site/)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
