"""Generated pages past MkDocs: where nobody else looks on, they need none of its events, and are written as they are.

MkDocs knows them all the same: menus, links, the sitemap and its other templates find them among its files.
"""

import os
from functools import partial

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from knowledge_hub.keeping import fingerprint
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles
from mkdocs_adapter.generated.files import SiteFiles
from mkdocs_adapter.generated.page import HubPage
from mkdocs_adapter.generated.shell import ShellTemplate, create_slot_texts
from mkdocs_adapter.hand_written import add_feedback


def write_generated_pages(config: MkDocsConfig, files: SiteFiles, nav: Navigation) -> None:
    """Write every generated page into the site; what is finished stays."""
    template: ShellTemplate = config.extra["hub_env"].get_template("main.html")
    finished: FinishedFiles = config.extra["hub_finished"]
    # MkDocs would list them for each page.
    pages = files.documentation_pages()
    for file in pages:
        if isinstance(page := file.page, HubPage):
            add_feedback(page, config.extra["hub_publication"])
            texts = create_slot_texts(page)
            shell = template.find_shell(page, texts, config, partial(get_context, nav, pages, config, page))
            if not finished.is_there(file.dest_uri, fingerprint(shell.mark, texts.joined, page.mark)):
                _write(f"{config.site_dir}/{file.dest_uri}", shell.fill(page, texts))


def _write(path: str, content: bytes) -> None:
    # A Path for each would take a third of the time, and so would asking whether its folder is there.
    try:
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        file = open(path, "wb", buffering=0)  # noqa: PTH123, SIM115
    with file:
        file.write(content)
