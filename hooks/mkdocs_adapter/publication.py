"""The publication of one build, how a fault in the content ends the build, and what of it MkDocs doesn't write."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files

from knowledge_hub.collector import collector_at_rest
from knowledge_hub.keeping import FileStore, Store
from knowledge_hub.library.content_folder import find_guides
from knowledge_hub.library.read_content import ReadContent
from knowledge_hub.problems.problem import ContentError
from knowledge_hub.problems.reports import real_address, render_text
from knowledge_hub.publishing.build_date import find_today
from knowledge_hub.publishing.kept.folder_cache import (
    open_pack_cache,
    open_picture_cache,
    open_store,
    open_template_cache,
)
from knowledge_hub.publishing.kept.link_results_file import load_link_results
from knowledge_hub.publishing.kept.page_store import PageStore
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import Publication, create_publication
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles
from knowledge_hub.publishing.site_folder.policies import write_policies
from knowledge_hub.publishing.site_folder.program_files import ProgramFileWriter
from knowledge_hub.settings.switches import UnclearSwitch, read_switch
from mkdocs_adapter.generated.files import SiteFiles
from mkdocs_adapter.generated.writing import write_generated_pages
from mkdocs_adapter.inclusion import is_published
from mkdocs_adapter.last_site import find_shared_folders, finish_site_folder, may_keep
from mkdocs_adapter.listed_problems import ListedProblems
from mkdocs_adapter.packs import report_notices


def find_own_pages(config: MkDocsConfig) -> set[str]:
    """Return the paths below docs/ of the Markdown pages that MkDocs will publish."""
    return {file.src_uri for file in get_files(config).documentation_pages() if is_published(file)}


@collector_at_rest()
def publish(config: MkDocsConfig, *, is_preview: bool) -> Publication:
    """Return what the content becomes; PluginError with every problem where it can't be published."""
    content = Path(config.extra["hub_content"])
    read: ReadContent | None = config.extra.get("hub_read")
    root = Path(config.config_file_path).parent
    config.extra["hub_store"] = store = read.store if read else open_store(root, content)
    config.extra["hub_finished"] = FinishedFiles(Path(config.site_dir), store.apart())
    purpose = "preview" if is_preview else "site"
    config.extra["hub_pages"] = pages = PageStore(store, purpose)
    try:
        plan = create_plan(config, store, read, is_preview=is_preview)
        publication = create_publication(
            content, find_guides(content), plan, page_store=pages, program_files=FileStore(store, purpose)
        )
    except UnclearSwitch as unclear:
        raise PluginError(str(unclear)) from None
    except ContentError as error:
        store.write(is_whole=False)
        listed = render_text(error.problems, real_address(config.site_url))
        raise ListedProblems(f"The content can't be published yet.\n{listed}", error.problems) from None
    report_notices(publication.notices)
    return publication


def create_plan(config: MkDocsConfig, store: Store, read: ReadContent | None = None, *, is_preview: bool) -> Plan:
    """Return what a build with these settings is asked for; `read` is what was read of its content already."""
    root = Path(config.config_file_path).parent
    packs = open_pack_cache(root, is_deployed=config.extra["hub_deployed"])
    return Plan(
        today=find_today(),
        with_drafts=read_switch(os.environ, "HUB_DRAFTS") or is_preview,
        settings=config.extra["hub_settings"],
        packs=packs,
        packs_on_request="hub_show_pages" in config.extra,
        with_texts=packs is not None,
        own_pages=find_own_pages(config),
        pictures=open_picture_cache(root),
        compiled=open_template_cache(root),
        link_results=load_link_results(root),
        read=read,
        store=store,
    )


def create_program_writer(config: MkDocsConfig) -> ProgramFileWriter:
    """Return what writes the files for programs into the site."""
    publication: Publication = config.extra["hub_publication"]
    return ProgramFileWriter(Path(config.site_dir), publication.program_files, config.extra["hub_finished"])


def complete_site(config: MkDocsConfig) -> None:
    """Write what MkDocs leaves to the hub, and harden every page, but in a preview.

    There, MkDocs' own script that loads a page again would be blocked.
    """
    site_dir = Path(config.site_dir)
    publication: Publication = config.extra["hub_publication"]
    finished: FinishedFiles = config.extra["hub_finished"]
    if isinstance(files := config.extra["hub_files"], SiteFiles):
        write_generated_pages(config, files, config.extra["hub_nav"])
    publication.site.forget_cards()
    if show_pages := config.extra.get("hub_show_pages"):
        # The rest of a preview may follow.
        show_pages(publication)
    programs: ProgramFileWriter = config.extra["hub_programs"]
    programs.write()
    # Before what has to wait for the index.
    config.extra["hub_store"].write()
    if may_keep(config):
        finished.look_around(find_shared_folders(config))
    programs.finish(config.extra["hub_index"].result())
    paths = finish_site_folder(config)
    if config.extra["hub_hardened"]:
        have_policy = {f"{page.address}index.html" for page in publication.pages}
        others = (path for path in paths if path not in have_policy)
        write_policies(site_dir, others, config.extra["hub_settings"].outside)
    if may_keep(config):
        finished.remember()
        config.extra["hub_left"] = finished.describe(paths)
