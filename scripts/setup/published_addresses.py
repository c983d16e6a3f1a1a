"""What build.py says and does about addresses that last, once a site is finished."""

import os
from pathlib import Path

from knowledge_hub.library.content_folder import find_guides
from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.problems.reports import render_github, render_text
from knowledge_hub.publishing.addresses.finished_site import FILE_ENDINGS, find_addresses
from knowledge_hub.publishing.addresses.ledger import LEDGER, Promise, read_ledger, render_ledger, write_ledger
from knowledge_hub.publishing.addresses.lost import find_lost
from knowledge_hub.settings.switches import read_switch


def find_broken_promises(content: Path, site_dir: Path) -> list[Problem]:
    """Return what a finished site lacks of what was promised; a hub without a list has promised nothing."""
    promises = _read(content)
    if not read_switch(os.environ, "HUB_PACKS", default=True):
        # Files that readers take along were left out of this build on purpose.
        promises = [promise for promise in promises if not promise.path.endswith(FILE_ENDINGS)]
    return find_lost(promises, site_dir, lambda: _load(content))


def render_broken_promises(problems: list[Problem]) -> str:
    """Return problems as whoever runs the build reads them: GitHub marks the lines of the list."""
    render = render_github if os.environ.get("GITHUB_ACTIONS") == "true" else render_text
    return render(problems)


def release(content: Path, site_dir: Path) -> int:
    """Add the addresses of a finished site to the list, and return how many are new."""
    promises = _read(content)
    addresses = set(find_addresses(site_dir))
    write_ledger(content.parent / LEDGER, render_ledger(promises, addresses))
    return len(addresses - {promise.text for promise in promises})


def _read(content: Path) -> list[Promise]:
    """Return what the list promises; it lies beside the content folder, to which it belongs."""
    path = content.parent / LEDGER
    return read_ledger(path.read_text(encoding="utf-8-sig")) if path.is_file() else []


def _load(content: Path) -> Library:
    return load_library(content, find_guides(content))[0]
