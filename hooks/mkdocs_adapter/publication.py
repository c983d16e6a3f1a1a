"""The publication of one build, how a fault in the content ends the build, and what of it MkDocs doesn't write."""

import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files

from knowledge_hub.pages import Page
from knowledge_hub.problems.problem import ContentError
from knowledge_hub.problems.reports import real_address, render_text
from knowledge_hub.publishing.build_date import find_today
from knowledge_hub.publishing.folder_cache import open_pack_cache, open_picture_cache, open_template_cache
from knowledge_hub.publishing.link_results_file import load_link_results
from knowledge_hub.publishing.policies import write_policies
from knowledge_hub.publishing.program_files import write_program_files
from knowledge_hub.publishing.publication import Publication, create_publication
from knowledge_hub.settings.switches import UnclearSwitch, read_switch
from mkdocs_adapter.collector import collector_at_rest
from mkdocs_adapter.inclusion import is_published
from mkdocs_adapter.listed_problems import ListedProblems
from mkdocs_adapter.packs import report_notices
from mkdocs_adapter.page_store import FileStore
from mkdocs_adapter.search_index import write_search_index


def find_own_pages(config: MkDocsConfig) -> set[str]:
    """Return the paths below docs/ of the Markdown pages that MkDocs will publish."""
    return {file.src_uri for file in get_files(config).documentation_pages() if is_published(file)}


@collector_at_rest()
def publish(config: MkDocsConfig, keep: Callable[[Page], Page], *, is_preview: bool) -> Publication:
    """Return what the content becomes; PluginError with every problem where it can't be published.

    `keep` takes each page's HTML from memory.
    """
    root = Path(config.config_file_path).parent
    try:
        packs = open_pack_cache(root, is_deployed=config.extra["hub_deployed"])
        publication = create_publication(
            Path(config.extra["hub_content"]),
            Path(config.docs_dir) / "guides",
            today=find_today(),
            with_drafts=read_switch(os.environ, "HUB_DRAFTS") or is_preview,
            settings=config.extra["hub_settings"],
            packs=packs,
            packs_on_request="hub_show_pages" in config.extra,
            with_texts=packs is not None,
            own_pages=find_own_pages(config),
            pictures=open_picture_cache(root),
            keep=keep,
            compiled=open_template_cache(root),
            link_results=load_link_results(root),
            program_files=FileStore(),
        )
    except UnclearSwitch as unclear:
        raise PluginError(str(unclear)) from None
    except ContentError as error:
        listed = render_text(error.problems, real_address(config.site_url))
        raise ListedProblems(f"The content can't be published yet.\n{listed}", error.problems) from None
    report_notices(publication.notices)
    return publication


def complete_site(config: MkDocsConfig) -> None:
    """Write the index for search and the files for programs; harden every page, but in a preview.

    There, MkDocs' own script that loads a page again would be blocked.
    """
    site_dir = Path(config.site_dir)
    publication: Publication = config.extra["hub_publication"]
    if show_pages := config.extra.get("hub_show_pages"):
        # The rest of a preview may follow.
        show_pages(publication)
    write_search_index(site_dir, publication, config.extra["hub_texts"])
    write_program_files(site_dir, publication.program_files)
    if config.extra["hub_hardened"]:
        pages = {f"{page.address}index.html" for page in publication.pages}
        write_policies(site_dir, pages, config.extra["hub_settings"].outside)
