"""Generated pages past MkDocs: where nobody else looks on, they need none of its events, and are written as they are.

MkDocs knows them all the same: menus, links, the sitemap and its other templates find them among its files.
"""

import os
from contextlib import suppress
from functools import partial

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from knowledge_hub.publishing.publication import Publication
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles
from knowledge_hub.publishing.site_folder.writing import write_file
from mkdocs_adapter.generated.files import SiteFiles
from mkdocs_adapter.generated.page import HubPage
from mkdocs_adapter.generated.shell import ShellTemplate, find_slot_texts
from mkdocs_adapter.hand_written import add_feedback


def write_generated_pages(config: MkDocsConfig, files: SiteFiles, nav: Navigation) -> None:
    """Write every generated page into the site; what is finished stays."""
    template: ShellTemplate = config.extra["hub_env"].get_template("main.html")
    finished: FinishedFiles = config.extra["hub_finished"]
    publication: Publication = config.extra["hub_publication"]
    site_dir = config.site_dir
    # MkDocs would list them for each page.
    pages = files.documentation_pages()
    for file in pages:
        if isinstance(page := file.page, HubPage):
            add_feedback(page, publication)
            texts = find_slot_texts(page)
            shell = template.find_shell(page, texts, config, partial(get_context, nav, pages, config, page))
            if not finished.is_there(file.dest_uri, shell.mark_page(page, texts)):
                path = f"{site_dir}/{file.dest_uri}"
                if finished.is_new(file.dest_uri):
                    # To find out by a file that can't be written costs more than the folder.
                    _create_folder(path)
                _write(path, shell.fill(page, texts))
                finished.note(file.dest_uri)


def _write(path: str, content: bytes) -> None:
    try:
        write_file(path, content)
    except FileNotFoundError:
        _create_folder(path)
        write_file(path, content)


def _create_folder(path: str) -> None:
    """Create the folder of a file, if it isn't there."""
    # A Path for each would take a third of the time.
    folder = os.path.dirname(path)  # noqa: PTH120
    # The folder above it is nearly always there, and makedirs asks for it.
    with suppress(FileExistsError):
        try:
            os.mkdir(folder)  # noqa: PTH102
        except FileNotFoundError:
            os.makedirs(folder)  # noqa: PTH103
