"""Write the hub's pages as plain files, for another site generator: python3 scripts/stage.py [--content DIR] OUT

What works with which generator is in docs/host/another-engine.md.
"""

from setup.for_site import ROOT

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from knowledge_hub.collector import collector_at_rest
from knowledge_hub.library.content_folder import find_content, find_docs, find_guides
from knowledge_hub.problems.problem import ContentError, has_errors
from knowledge_hub.problems.reports import render_text
from knowledge_hub.publishing.build_date import find_today
from knowledge_hub.publishing.kept.folder_cache import open_pack_cache, open_picture_cache
from knowledge_hub.publishing.kept.link_results_file import load_link_results
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import Publication, create_publication
from knowledge_hub.settings.settings import Settings, create_settings
from knowledge_hub.settings.switches import UnclearSwitch, read_switch
from setup.command_line import create_parser
from setup.site_settings import read_settings
from staging.files import create_files

_ASSETS = ROOT / "hooks" / "knowledge_hub" / "theme" / "assets" / "hub"


@collector_at_rest()
def main() -> int:
    """Stage the hub and return the exit code."""
    arguments = _parse_arguments()
    out: Path = arguments.out
    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        print(f"{out} is not empty. Name a new folder, so that nothing is overwritten.")
        return 1
    # As in build.py: files that readers take along are a part of the site.
    os.environ.setdefault("HUB_PACKS", "1")
    content = find_content(ROOT, arguments.content)
    own = read_settings(ROOT / "mkdocs.yml")
    try:
        publication = _publish(content, _create_settings(own, find_docs(content)))
    except UnclearSwitch as unclear:
        print(unclear)
        return 1
    except ContentError as error:
        print(render_text(error.problems))
        return 1
    write_files(out, create_files(publication, find_docs(content), own, _ASSETS))
    print(f"{len(publication.pages)} pages are in {out}.")
    return 0


def write_files(out: Path, files: Mapping[str, bytes]) -> None:
    """Write every file below a folder; one that is already there is an error."""
    for path, content in files.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(content)


def _create_settings(own: Mapping[str, object], docs: Path) -> Settings:
    """Return the host's settings; ContentError where one can't be used, a line for each that has no effect."""
    settings, problems = create_settings(own, (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), docs)
    if has_errors(problems):
        raise ContentError(problems)
    if problems:
        print(render_text(problems))
    return settings


def _publish(content: Path, settings: Settings) -> Publication:
    publication = create_publication(
        content,
        find_guides(content),
        Plan(
            today=find_today(),
            with_drafts=read_switch(os.environ, "HUB_DRAFTS"),
            settings=settings,
            packs=open_pack_cache(ROOT),
            pictures=open_picture_cache(ROOT),
            has_search=False,
            link_results=load_link_results(ROOT),
        ),
    )
    if publication.notices:
        print(render_text(publication.notices))
    return publication


def _parse_arguments() -> argparse.Namespace:
    parser = create_parser(__doc__)
    parser.add_argument("--content", metavar="DIR", help="another content folder than content/")
    parser.add_argument("out", type=Path, metavar="OUT", help="a new or empty folder")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
