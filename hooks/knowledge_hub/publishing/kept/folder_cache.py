"""Where files that are costly to make are kept between builds."""

import os
import tempfile
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from knowledge_hub.keeping import Store
from knowledge_hub.settings.switches import read_switch


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


def open_pack_cache(root: Path, *, is_deployed: bool = False) -> FolderCache | None:
    """Return what keeps made packs, None where no packs are asked for.

    HUB_PACKS asks for them or not, and UnclearSwitch says where that can't be told; where it says nothing, what is
    deployed at once has them.
    """
    if not read_switch(os.environ, "HUB_PACKS", default=is_deployed):
        return None
    return FolderCache(cache_folder(root) / "packs")


def open_picture_cache(root: Path) -> FolderCache:
    """Return what keeps the copies of pictures, which every build needs."""
    return FolderCache(cache_folder(root) / "pictures")


def open_template_cache(root: Path) -> FolderCache:
    """Return what keeps the compiled code of templates."""
    return FolderCache(cache_folder(root) / "templates")


def open_store(root: Path, content: Path) -> Store:
    """Return what keeps everything else that is made of a content folder."""
    return Store(cache_folder(root) / "made", str(content.absolute()))


def cache_folder(root: Path) -> Path:
    """Return .cache/ below `root`, or the folder that HUB_CACHE names."""
    return Path(os.environ.get("HUB_CACHE") or root / ".cache")
