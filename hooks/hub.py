"""The MkDocs adapter: events call the core and hand back its results.

MkDocs keeps this module for the whole life of a server, so nothing here outlives one build: what a
build needs is kept on its `config`. Imports stay at the top, because MkDocs puts this folder on
the path only while it loads the file.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from knowledge_hub import __version__
from knowledge_hub.library.content_folder import find_content, find_docs
from knowledge_hub.publishing.kept.folder_cache import open_template_cache
from knowledge_hub.sentences import end_sentence
from mkdocs_adapter.generated.files import SiteFiles, add_files
from mkdocs_adapter.generated.shell import use_shell_templates
from mkdocs_adapter.hand_written import check_addresses, find_text, finish_page
from mkdocs_adapter.last_site import bring_last_site_back, leave_finished_files, set_last_site_aside
from mkdocs_adapter.library_links import find_library_links
from mkdocs_adapter.own_menu import create_menu, keep_own_pages
from mkdocs_adapter.preview.bare_server import keep_last_site
from mkdocs_adapter.publication import complete_site, create_program_writer, publish
from mkdocs_adapter.search_index import start_search_index
from mkdocs_adapter.site_settings import read_settings
from mkdocs_adapter.tables import align_by_attribute
from mkdocs_adapter.theme import HubTheme, publish_theme_files

# A web server takes long to load, and only a preview has one.
if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_RUN = {"command": "build"}
# Plugins such as redirects look for pages among the files, and should find the generated ones.
_BEFORE_PLUGINS = 50


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Drafts are shown in a preview only, and what is deployed has the files that readers take along."""
    _RUN["command"] = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Find the content and the hand-written pages beside it; bring the theme's own words along."""
    content = find_content(Path(config.config_file_path).parent)
    config.docs_dir = str(find_docs(content))
    if _RUN["command"] == "serve" and not Path(config.docs_dir).is_dir():
        raise PluginError(f"A preview watches {config.docs_dir}: make that folder, it may be empty.")
    config.extra.update(hub_content=str(content), hub_version=__version__)
    config.extra["hub_settings"] = read_settings(config)
    is_preview = _RUN["command"] == "serve"
    config.extra.update(hub_hardened=not is_preview, hub_deployed=_RUN["command"] == "gh-deploy")
    align_by_attribute(config.mdx_configs)
    # MkDocs has made the theme by now, and asks it for the files that it brings along.
    config.theme.__class__ = HubTheme
    config.watch.append(config.extra["hub_content"])
    # Before MkDocs empties the site folder, so that a broken library leaves the last site as it was.
    config.extra["hub_publication"] = publish(config, is_preview=is_preview)
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Keep the last site from being emptied."""
    set_last_site_aside(config)


@event_priority(_BEFORE_PLUGINS)
def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add every generated page and file; a clash with a hand-written one is an error."""
    bring_last_site_back(config)
    publish_theme_files(files, config)
    files = config.extra["hub_files"] = add_files(files, config)
    config.extra.update(find_library_links(files, config.extra["hub_publication"].site.words), hub_texts=[])
    keep_own_pages(config, files)
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the navigation, which belongs to what the shell of a page is rendered from."""
    config.extra["hub_nav"] = nav
    if isinstance(files, SiteFiles):
        files.has_navigation = True
    return nav


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put a hand-written page's text into its frame, and keep it for search."""
    config.extra["hub_texts"] += find_text(html, page, config.extra["hub_publication"])
    return finish_page(html, page, config.extra["hub_publication"])


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> Any:
    """Make the menu, now that every page has its title; render the shell of generated pages once for each shape."""
    check_addresses(files, config.extra["hub_publication"])
    config.extra["hub_menu"] = create_menu(config.extra["hub_settings"].menu, files)
    env.filters["end_sentence"] = end_sentence
    env.globals["words"] = config.extra["hub_publication"].site.words.tree
    config.extra["hub_programs"] = programs = create_program_writer(config)
    config.extra["hub_index"] = start_search_index(config, programs)
    config.extra["hub_env"] = env
    leave_finished_files(files, config.extra["hub_finished"])
    return use_shell_templates(env, open_template_cache(Path(config.config_file_path).parent))


def on_serve(server: "LiveReloadServer", *, config: MkDocsConfig, builder: Any) -> "LiveReloadServer":
    """Keep a preview in reach while the content has problems."""
    return keep_last_site(server)


def on_post_build(*, config: MkDocsConfig) -> None:
    """Add to the site what MkDocs doesn't write, and harden the finished pages."""
    complete_site(config)
