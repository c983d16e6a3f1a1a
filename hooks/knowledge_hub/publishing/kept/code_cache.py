"""Where the compiled code of templates is kept: beside that of Python's modules, whatever else is kept or not."""

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from knowledge_hub.publishing.kept.folder_cache import FolderCache
from knowledge_hub.templating import compiled_code


class CodeCache(FolderCache):
    """Code by key; it isn't kept where it can't be, or where Python was told to keep none of its own."""

    def __getitem__(self, key: str) -> bytes:
        with suppress(OSError):
            return super().__getitem__(key)
        raise KeyError(key)

    def __setitem__(self, key: str, content: bytes) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().__setitem__(key, content)


def open_template_cache(kind: str) -> CodeCache:
    """Return what keeps the compiled code of one kind of templates, for each Python its own."""
    return CodeCache(Path(cache_from_source(compiled_code.__file__)).with_suffix("") / kind)
