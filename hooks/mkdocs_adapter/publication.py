"""The publication of one build: where its content lies, and how a fault in it ends the build."""

import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files

from knowledge_hub.problems.problem import ContentError
from knowledge_hub.problems.reports import real_address, render_text
from knowledge_hub.publishing.build_date import find_today
from knowledge_hub.publishing.publication import Publication, create_publication
from mkdocs_adapter.collector import collector_at_rest
from mkdocs_adapter.inclusion import is_published
from mkdocs_adapter.packs import open_pack_cache, open_picture_cache, report_notices
from mkdocs_adapter.switches import is_switched_on


def find_content(config: MkDocsConfig) -> Path:
    """Return the content folder: `content/` beside the settings, or what HUB_CONTENT names."""
    return Path(config.config_file_path).parent / os.environ.get("HUB_CONTENT", "content")


def find_own_pages(config: MkDocsConfig) -> set[str]:
    """Return the paths below docs/ of the Markdown pages that MkDocs will publish."""
    return {file.src_uri for file in get_files(config).documentation_pages() if is_published(file)}


@collector_at_rest()
def publish(config: MkDocsConfig, *, is_preview: bool) -> Publication:
    """Return what the content becomes; PluginError with every problem where it can't be published."""
    try:
        publication = create_publication(
            Path(config.extra["hub_content"]),
            Path(config.docs_dir) / "guides",
            today=find_today(),
            with_drafts=is_switched_on("HUB_DRAFTS") or is_preview,
            settings=config.extra["hub_settings"],
            packs=open_pack_cache(config),
            own_pages=find_own_pages(config),
            pictures=open_picture_cache(config),
        )
    except ContentError as error:
        listed = render_text(error.problems, real_address(config.site_url))
        raise PluginError(f"The content can't be published yet.\n{listed}") from None
    report_notices(publication.notices)
    return publication
