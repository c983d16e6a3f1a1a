"""Build the site for publishing: python3 scripts/build.py [--content DIR] [--site-dir DIR] [--release]

Says which addresses that were published before lead nowhere any more. With --release, the new ones are kept, too.
"""

from setup.for_site import ROOT

import argparse
import os
import sys
from pathlib import Path

from knowledge_hub.collector import collector_at_rest
from knowledge_hub.library.content_folder import find_content
from knowledge_hub.library.read_content import ReadContent, read_content
from knowledge_hub.publishing.addresses.ledger import LEDGER
from knowledge_hub.publishing.build_date import find_today
from knowledge_hub.publishing.kept.folder_cache import open_store
from knowledge_hub.publishing.kept.link_results_file import find_link_results
from knowledge_hub.publishing.site_folder.stamp import fingerprint_inputs, is_finished, note_finished
from knowledge_hub.publishing.site_folder.writing import Left
from knowledge_hub.settings.switches import read_switch
from setup.command_line import create_parser
from setup.ending import end
from setup.generated_files import write_due_files
from setup.published_addresses import find_broken_promises, release, render_broken_promises
from setup.site_builds import may_write_site, mkdocs_environment
from setup.site_settings import dump_settings, read_settings


def main() -> int:
    """Build once, strictly, and return the exit code."""
    arguments = parse_arguments()
    site_dir = Path(arguments.site_dir).resolve()
    if not may_write_site(site_dir):
        print(f"{site_dir} holds something else than an earlier site, and building would empty it. Name a new folder.")
        return 1
    os.environ.update(mkdocs_environment(arguments.content))
    content = find_content(ROOT)
    # Where MkDocs and its plugins expect to be.
    os.chdir(ROOT)
    store = open_store(ROOT, content)
    inputs = fingerprint_build(content)
    if inputs and is_finished(store, inputs, site_dir):
        print(f"Nothing has changed since the site in {site_dir} was built.")
        return keep_addresses(content, site_dir, is_release=arguments.release)
    with collector_at_rest():
        read = read_content(content, store.apart())
        if content == (ROOT / "content").resolve() and write_due_files(ROOT, read):
            inputs = fingerprint_build(content)
        left = build(site_dir, read)
    print(f"The site is in {site_dir}.")
    result = keep_addresses(content, site_dir, is_release=arguments.release)
    if arguments.release:
        # What a release keeps belongs to what the next build starts from.
        inputs = fingerprint_build(content)
    if inputs:
        note_finished(store, inputs, site_dir, left)
        store.write()
    return result


def build(site_dir: Path, read: ReadContent) -> dict[str, Left] | None:
    """Build the site of what was read, or end the program with the exit code of MkDocs; see build_site."""
    # A moment's work, but not where nothing has changed.
    from mkdocs_adapter.building import build_site  # noqa: PLC0415

    # Extensions that a host has written lie beside mkdocs.yml.
    sys.path.insert(0, str(ROOT))
    return build_site(site_dir, read)


def fingerprint_build(content: Path) -> bytes:
    """Return what stands for all that a build depends on, b"" where a host's plugins or hooks may look elsewhere."""
    settings = read_settings(ROOT / "mkdocs.yml")
    if settings.get("plugins") != [] or settings.get("hooks") != ["hooks/hub.py"]:
        return b""
    links = find_link_results(ROOT)
    found = links.read_text(encoding="utf-8", errors="replace") if links.is_file() else ""
    # INHERIT may name settings elsewhere.
    told = (dump_settings(settings), find_today().isoformat(), found)
    return fingerprint_inputs(ROOT, content, os.environ, *told)


def keep_addresses(content: Path, site_dir: Path, *, is_release: bool) -> int:
    """Tell which published addresses are lost, keep the new ones of a release, and return the exit code.

    A lost address never keeps a site from being published: a page may have to go at once.
    """
    broken = find_broken_promises(content, site_dir)
    if broken:
        print(render_broken_promises(broken))
    if not is_release:
        return 0
    is_lost = any(problem.code != "lost-fragment" for problem in broken)
    if is_lost or read_switch(os.environ, "HUB_DRAFTS"):
        reason = "Mend what is lost first" if is_lost else "Drafts are no release: build without HUB_DRAFTS"
        print(f"{LEDGER} stays as it is. {reason}, then run this again.")
        return 1
    print(f"{LEDGER} has {release(content, site_dir)} new addresses. Commit it with the rest.")
    return 0


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("--content", help="another content folder than content/")
    parser.add_argument("--site-dir", default=str(ROOT / "site"), help="where the site is written (site/)")
    parser.add_argument("--release", action="store_true", help="keep the site's addresses in published-addresses.txt")
    return parser.parse_args()


if __name__ == "__main__":
    end(main())
