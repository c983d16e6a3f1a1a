"""Bring a hub to a newer version: python3 scripts/upgrade.py [--from FOLDER_OR_ADDRESS] [--to VERSION]

It works on a branch of its own, upgrade-to-VERSION, so nothing of yours changes until you merge that. Your
mkdocs.yml, content/, docs/ and overrides/ stay as they are. A hub that has no such command yet is upgraded from a
clone of the new version: python3 scripts/upgrade.py --hub FOLDER
"""

from setup.for_site import ROOT

import argparse
import subprocess
import sys
from pathlib import Path

from setup.command_line import create_parser
from setup.git import GitRefused, find_uncommitted, is_work_tree, run_git
from upgrading.merging import Conflicts, fetch_versions, merge_version, read_paths
from upgrading.telling import explain_conflicts, tell_news, tell_next
from upgrading.versions import find_versions, rank, read_version


def main() -> int:
    """Upgrade, say what that brings, and return the exit code."""
    arguments = parse_arguments()
    try:
        return upgrade(Path(arguments.hub).resolve(), arguments.source, arguments.to)
    except GitRefused as refused:
        print(f"Nothing was changed, because Git could not do it. It says:\n{refused}")
        return 1


def upgrade(hub: Path, source: str, wanted: str) -> int:
    """Bring the hub in a folder to the version `wanted`, "" for the newest, and return the exit code."""
    refuse_unready(hub)
    old = read_version(hub)
    versions = find_versions(fetch_versions(hub, find_source(hub, source)))
    new = choose_version(versions, old, wanted)
    if new == old:
        print(f"This hub stands on version {old} already, and there is nothing newer.")
        return 0
    before = run_git(hub, "branch", "--show-current").strip()
    try:
        merged = merge_version(hub, old, new)
    except Conflicts as conflicts:
        print(explain_conflicts(conflicts, new))
        return 1
    print("\n\n".join(tell_news(hub, old, new, merged)))
    found_problems = finish(hub)
    print(tell_next(before, merged.branch, found_problems=found_problems))
    return 1 if found_problems else 0


def refuse_unready(hub: Path) -> None:
    """End with a sentence where a hub can't be upgraded as it is."""
    if not is_work_tree(hub):
        raise SystemExit(
            f"{hub} isn’t a Git repository of its own, and an upgrade is a merge in Git. Clone your hub with Git, and "
            "upgrade the clone."
        )
    if not run_git(hub, "branch", "--show-current").strip():
        raise SystemExit("Git has no branch checked out here. Choose the one that you publish: git switch main")
    found = find_uncommitted(hub)
    if found:
        raise SystemExit(
            f"Some of your changes are not committed yet, such as {found[0]}. Commit them first, so that nothing can "
            "get lost."
        )


def find_source(hub: Path, source: str) -> str:
    """Return where new versions come from: what was said, this clone, or the remote called upstream."""
    if source:
        return str(Path(source).resolve()) if Path(source).exists() else source
    if hub != ROOT:
        return str(ROOT)
    if "upstream" in run_git(hub, "remote").split():
        return "upstream"
    raise SystemExit(
        "Say where the new version is: --from https://github.com/OWNER/REPOSITORY or the folder of a clone. To have "
        "it remembered: git remote add upstream https://github.com/OWNER/REPOSITORY"
    )


def choose_version(versions: list[str], old: str, wanted: str) -> str:
    """Return the version to upgrade to; SystemExit with a sentence where that can't be."""
    known = ", ".join(versions) or "none"
    if old not in versions:
        raise SystemExit(f"This hub stands on version {old}, which isn’t released there (released: {known}).")
    new = wanted.lstrip("v") or versions[-1]
    if new not in versions:
        raise SystemExit(f"There is no version {wanted} (released: {known}).")
    if rank(new) < rank(old):
        raise SystemExit(f"This hub stands on version {old}, which is newer than {new}.")
    return new


def finish(hub: Path) -> bool:
    """Write again what is made from the records, check them with the new code; tell whether there are problems."""
    print("\nThe new version sets itself up and checks your records.", flush=True)
    generated = subprocess.call([sys.executable, str(hub / "scripts" / "generate.py")], cwd=hub)  # noqa: S603 -- our own
    if generated == 0 and find_uncommitted(hub):
        run_git(hub, "add", "--all", "--", *(path for path in read_paths()["generated"] if (hub / path).exists()))
        run_git(hub, "commit", "--quiet", "--no-verify", "-m", "Write again what is made from the records")
    checked = subprocess.call([sys.executable, str(hub / "scripts" / "check.py")], cwd=hub)  # noqa: S603 -- our own
    return bool(generated or checked)


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("--from", dest="source", default="", metavar="FOLDER_OR_ADDRESS", help="where new versions are")
    parser.add_argument("--to", default="", metavar="VERSION", help="another version than the newest")
    parser.add_argument("--hub", default=str(ROOT), metavar="FOLDER", help="another hub than this one")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
