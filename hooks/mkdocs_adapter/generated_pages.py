"""Generated pages past MkDocs: where nobody else looks on, they need none of its events, and are written as they are.

MkDocs knows them all the same: menus, links, the sitemap and its other templates find them among its files.
"""

import os
from collections.abc import Callable

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from knowledge_hub.keeping import fingerprint
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles
from mkdocs_adapter.hand_written import finish_page
from mkdocs_adapter.page import HubPage
from mkdocs_adapter.shell import ShellTemplate, create_slot_html, create_slot_texts


class SiteFiles(Files):
    """All files of a site, of which MkDocs reads and builds only the pages that were written by hand."""

    def documentation_pages(self, *, inclusion: Callable[[InclusionLevel], bool] | None = None) -> list[File]:
        """Return all pages, the hand-written ones for whoever says which: MkDocs does where it reads and builds them."""
        if inclusion is None:
            return list(super().documentation_pages())
        pages = super().documentation_pages(inclusion=inclusion)
        return [file for file in pages if not isinstance(file.page, HubPage)]


def write_generated_pages(config: MkDocsConfig, files: SiteFiles, nav: Navigation) -> None:
    """Write every generated page into the site; what is finished stays."""
    template: ShellTemplate = config.extra["hub_env"].get_template("main.html")
    finished: FinishedFiles = config.extra["hub_finished"]
    for file in files:
        if isinstance(page := file.page, HubPage):
            finish_page("", page, config.extra["hub_publication"])
            shell = template.find_shell(page, config, lambda page=page: get_context(nav, files, config, page))
            texts = create_slot_texts(page)
            mark = fingerprint(shell.mark, *texts.values(), page.mark)
            if not finished.is_there(file.dest_uri, mark):
                _write(f"{config.site_dir}/{file.dest_uri}", shell.fill({**texts, **create_slot_html(page)}))


def _write(path: str, content: bytes) -> None:
    # A Path for each would take a third of the time, and so would asking whether its folder is there.
    try:
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115
    with file:
        file.write(content)
