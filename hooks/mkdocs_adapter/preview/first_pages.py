"""The pages of a record that has just been saved, before anything else of the site is made again."""

from collections.abc import Collection, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from knowledge_hub.collector import collector_at_rest
from knowledge_hub.library.content_folder import find_guides
from knowledge_hub.problems.problem import ContentError
from knowledge_hub.publishing.kept.folder_cache import open_store
from knowledge_hub.publishing.kept.page_store import PageStore
from knowledge_hub.publishing.publication import create_pages_of
from knowledge_hub.records import RECORD_TYPES
from mkdocs_adapter.generated.page import HubPage, create_file
from mkdocs_adapter.generated.shell import ShellTemplate
from mkdocs_adapter.hand_written import add_feedback
from mkdocs_adapter.last_site import may_keep
from mkdocs_adapter.publication import create_plan

_FOLDERS = frozenset(cls.folder for cls in RECORD_TYPES)


@collector_at_rest()
def make_first_pages(config: MkDocsConfig, changed: Collection[Path]) -> Mapping[str, bytes]:
    """Return the pages of the records in `changed` files, by path in the site; none where something else changed.

    `config` is that of the last whole build. What stands around the pages is as it was then, so only records that
    were there already can be shown first; whatever is wrong with them, the build that follows says.
    """
    content = Path(config.extra["hub_content"])
    if not may_keep(config) or not all(_is_known_record(path, content, config) for path in changed):
        return {}
    plan = create_plan(config, open_store(Path(config.config_file_path).parent, content), is_preview=True)
    names = {(path.parent.name, path.stem) for path in changed}
    pages = PageStore()
    try:
        made = [pages.keep(page) for page in create_pages_of(names, content, find_guides(content), plan)]
    except ContentError:
        return {}
    files = [create_file(page, pages, config) for page in made]
    return _fill_shells([file.page for file in files if isinstance(file.page, HubPage)], config)


def _is_known_record(path: Path, content: Path, config: MkDocsConfig) -> bool:
    """Tell whether a path is that of a record which the last build had, and which is still there."""
    named = f"{path.parent.name}/{path.stem}/"
    is_record = path.suffix == ".yml" and path.parent.parent == content and path.parent.name in _FOLDERS
    return is_record and path.is_file() and any(page.address == named for page in config.extra["hub_publication"].pages)


def _fill_shells(pages: list[HubPage], config: MkDocsConfig) -> Mapping[str, bytes]:
    """Return whole pages; none where one has a shape that the last build didn't have."""
    template = config.extra["hub_env"].get_template("main.html")
    if not isinstance(template, ShellTemplate):
        return {}
    filled = {}
    for page in pages:
        add_feedback(page, config.extra["hub_publication"])
        html = template.fill(page, config)
        if html is None:
            return {}
        filled[page.file.dest_uri] = html
    return filled
