"""Whether packs are made with a site, and where finished files are kept between builds."""

import logging
import os
import tempfile
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from knowledge_hub.problems.problem import Problem
from knowledge_hub.problems.reports import render_text
from mkdocs_adapter.switches import is_switched_on

# Not below "mkdocs": there a warning ends a strict build, and these faults are no reason to.
_LOG = logging.getLogger("hub")


class FolderCache(MutableMapping[str, bytes]):
    """Files by key in one folder; it may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, key: str) -> bytes:
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            raise KeyError(key) from None

    def __setitem__(self, key: str, content: bytes) -> None:
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        # A build that is stopped halfway leaves no half file behind.
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)

    def __delitem__(self, key: str) -> None:
        self._path(key).unlink()

    def __iter__(self) -> Iterator[str]:
        return (path.name for path in sorted(self._folder.glob("??/*")))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key


def open_pack_cache(config: MkDocsConfig) -> FolderCache | None:
    """Return what keeps made packs, None where no packs are asked for; HUB_CACHE names another folder.

    HUB_PACKS asks for them or not; where it says nothing, what is published at once (`gh-deploy`) has them.
    """
    if not is_switched_on("HUB_PACKS", default=config.extra["hub_deployed"]):
        return None
    return FolderCache(_cache_folder(config) / "packs")


def open_picture_cache(config: MkDocsConfig) -> FolderCache:
    """Return what keeps the copies of pictures, which every build needs; HUB_CACHE names another folder."""
    return FolderCache(_cache_folder(config) / "pictures")


def _cache_folder(config: MkDocsConfig) -> Path:
    return Path(os.environ.get("HUB_CACHE") or Path(config.config_file_path).parent / ".cache")


def report_notices(notices: tuple[Problem, ...]) -> None:
    """Tell whoever builds what is not as it should be, and go on."""
    if notices:
        _LOG.warning(render_text(notices))
