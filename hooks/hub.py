"""The MkDocs adapter: events call the core and hand back its results.

MkDocs keeps this module for the whole life of a server, so nothing here outlives one build: what a
build needs is kept on its `config`. Imports stay at the top, because MkDocs puts this folder on
the path only while it loads the file.
"""

import os
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from knowledge_hub.pages import Heading, render_guide
from knowledge_hub.pages.wording import SITE_SECTIONS
from knowledge_hub.problems import ContentError
from knowledge_hub.publication import Publication, create_publication
from mkdocs_packs import create_pack_settings, report_notices
from mkdocs_page import create_file
from mkdocs_shell import drop_unused_theme_files, find_material_css, use_shell_templates

_PREVIEW = {"serve": False}


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Drafts are shown in a preview only."""
    _PREVIEW["serve"] = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Find the content and the hand-written pages beside it; bring the theme's own words along."""
    content = _content_folder(config)
    if (content.parent / "docs").is_dir():
        config.docs_dir = str(content.parent / "docs")
    config.extra["hub_content"] = str(content)
    config.extra["hub_sections"] = SITE_SECTIONS
    config.extra["hub_material_css"] = find_material_css(config)
    config.watch.append(config.extra["hub_content"])
    # Before MkDocs empties the site folder, so that a broken library leaves the last site as it was.
    config.extra["hub_publication"] = _create_publication(config)
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add every generated page and file; a clash with a hand-written one is an error."""
    drop_unused_theme_files(files, config)
    publication: Publication = config.extra["hub_publication"]
    for page in publication.pages:
        _append(files, create_file(page, config))
    for path, text in publication.files.items():
        _append(files, File.generated(config, path, content=text))
    return files


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put a guide's text into the frame of a record."""
    publication: Publication = config.extra["hub_publication"]
    folder, _, name = page.file.src_uri.rpartition("/")
    guide = publication.guide(name.removesuffix(".md")) if folder == "guides" else None
    if not hasattr(page, "hub"):
        page.update_date = publication.site.catalogue.newest_review
    if guide is None:
        return html
    sections = page.toc.items[0].children if page.toc.items else []
    contents = tuple(Heading(item.id, item.title) for item in sections)
    page.meta.update(title=guide.title, description=guide.summary, hub_frame=True)
    return render_guide(publication.site, guide, html, contents)


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Render the shell of generated pages once for each shape."""
    return use_shell_templates(env)


def _content_folder(config: MkDocsConfig) -> Path:
    root = Path(config.config_file_path).parent
    return root / os.environ.get("HUB_CONTENT", "content")


def _create_publication(config: MkDocsConfig) -> Publication:
    content = Path(config.extra["hub_content"])
    try:
        publication = create_publication(
            content,
            Path(config.docs_dir) / "guides",
            with_drafts=_PREVIEW["serve"],
            packs=create_pack_settings(config),
        )
    except ContentError as error:
        raise PluginError(f"The content can't be published yet.\n{error}") from None
    report_notices(publication.notices)
    return publication


def _append(files: Files, file: File) -> None:
    if files.get_file_from_path(file.src_uri):
        raise PluginError(f"docs/{file.src_uri} has the address of a generated page: rename it.")
    files.append(file)
