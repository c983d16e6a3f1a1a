"""Keeps the last site in its folder while MkDocs builds the next; MkDocs would empty it, and write all of it again."""

import shutil
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from knowledge_hub.keeping import fingerprint
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles, walk_site
from mkdocs_adapter.generated.page import HubPage

# Beside the site's folder, for the moment in which MkDocs empties that; a name that nobody gives a folder of their own.
_ASIDE = ".{}.set-aside-by-the-hub"
_HUB = Path(__file__).parent.with_name("hub.py")


def set_last_site_aside(config: MkDocsConfig) -> None:
    """Put the last site where MkDocs doesn't see it, or see to what a build that was killed left there."""
    site, aside = _places(config)
    # Where a folder can't be moved, such as one that a container lends, MkDocs empties it as ever.
    with suppress(OSError):
        if site.is_dir() and aside.is_dir():
            shutil.rmtree(aside)
        if site.is_dir() and may_keep(config):
            site.rename(aside)


def bring_last_site_back(config: MkDocsConfig) -> None:
    """Put the last site back, once MkDocs has looked."""
    site, aside = _places(config)
    if aside.is_dir() and not site.exists():
        aside.rename(site)
    site.mkdir(parents=True, exist_ok=True)
    finished: FinishedFiles = config.extra["hub_finished"]
    finished.begin()


def leave_finished_files(files: Files, finished: FinishedFiles) -> None:
    """Keep MkDocs from copying what is in the site already."""
    for file in files:
        if not file.is_documentation_page() and finished.is_there(file.dest_uri, _mark(file)):
            file.inclusion = InclusionLevel.EXCLUDED


def _mark(file: File) -> bytes:
    """Return what stands for all that a file holds which MkDocs copies."""
    if file.abs_src_path is None:
        return fingerprint(file.content_bytes)
    status = Path(file.abs_src_path).stat()
    return fingerprint(file.abs_src_path, f"{status.st_size} {status.st_mtime_ns}")


def find_shared_folders(config: MkDocsConfig) -> set[str]:
    """Return how the paths of those files in the site begin that MkDocs writes without asking the hub."""
    files: Files = config.extra["hub_files"]
    pages = (file.dest_uri for file in files if file.is_documentation_page() and not isinstance(file.page, HubPage))
    others = (*config.theme.static_templates, *config.extra_templates)
    return {"", *("".join(path.rpartition("/")[:2]) for path in (*pages, *others))}


def finish_site_folder(config: MkDocsConfig) -> list[str]:
    """Delete what is left of the last site and belongs no more to this one, and return the paths of this one."""
    if may_keep(config):
        finished: FinishedFiles = config.extra["hub_finished"]
        return finished.remove_others()
    return [start + name for start, names in walk_site(config.site_dir, with_hidden=True) for name in names]


def may_keep(config: MkDocsConfig) -> bool:
    """Tell whether the hub knows all that writes into the site; plugins and hooks of a host write what they like."""
    return all(Path(getattr(plugin, "__file__", None) or ".") == _HUB for plugin in config.plugins.values())


def _places(config: MkDocsConfig) -> tuple[Path, Path]:
    site = Path(config.site_dir)
    return site, site.with_name(_ASIDE.format(site.name))
