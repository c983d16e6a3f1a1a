"""What stands for all that a site is made of, and for the finished site: where both are the same, all is done."""

import itertools
import os
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from knowledge_hub.keeping import CODE, Store, fingerprint, fingerprint_all
from knowledge_hub.library.content_folder import find_docs
from knowledge_hub.publishing.kept.folder_cache import cache_folder
from knowledge_hub.publishing.site_folder.finished_files import find_left, walk_site
from knowledge_hub.publishing.site_folder.writing import Left, read_file
from knowledge_hub.publishing.styles import HUB_STYLES

# By these a build is told what to do without mkdocs.yml naming them.
_SETTINGS = re.compile(r"HUB_\w+|SOURCE_DATE_EPOCH")
_NAME = re.compile(r"\b[A-Z][A-Z_0-9]+\b")
# Of the folders beside mkdocs.yml any may hold what pages are made of, such as the texts that an extension includes;
# not what is hidden, but for the forms, nor the tests, nor an earlier site and what builds keep, nor the code.
_FORMS = ".github"
_LEFT_OUT = frozenset({"__pycache__", "node_modules"})


def fingerprint_inputs(root: Path, content: Path, environment: Mapping[str, str], *others: str) -> bytes:
    """Return what stands for every file that a hub at `root` is made of, the settings of the system, and `others`.

    Not for the code: a store keeps apart what each state of it has made.
    """
    folders = dict.fromkeys((content, find_docs(content), *_find_folders(root)))
    single = (str(path) for path in sorted(root.iterdir()) if path.is_file())
    read = (_read(single), *(_read(_walk(str(folder))) for folder in folders))
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    named = {*_NAME.findall(settings), *filter(_SETTINGS.fullmatch, environment)}
    told = (f"{name}={environment[name]}" for name in sorted(named & environment.keys()))
    return fingerprint(*others, *(fingerprint_all(part) for part in read), *told)


def _find_folders(root: Path) -> Iterator[Path]:
    left_out = (cache_folder(root).resolve(), CODE.resolve())
    for path in sorted(root.iterdir()):
        is_hidden = path.name.startswith(".") and path.name != _FORMS
        is_other = (path / HUB_STYLES).is_file() or path.resolve() in left_out or path.name == "tests"
        if path.is_dir() and not (is_hidden or is_other):
            yield path


def is_finished(store: Store, inputs: bytes, site_dir: Path) -> bool:
    """Tell whether a site folder is just as a build from the same inputs left it."""
    left = store.table("stamps").find(fingerprint(inputs, str(site_dir)))
    return left is not None and left == _fingerprint_site(_find_all_left(str(site_dir)))


def note_finished(store: Store, inputs: bytes, site_dir: Path, left: Mapping[str, Left] | None = None) -> None:
    """Keep how a build left a site folder: `left` has each file, as far as that is known already."""
    found = _fingerprint_site(_find_all_left(str(site_dir)) if left is None else left)
    store.table("stamps").put(fingerprint(inputs, str(site_dir)), found)


def _find_all_left(site_dir: str) -> dict[str, Left]:
    paths = (start + name for start, names in walk_site(site_dir) for name in names)
    found = ((path, find_left(f"{site_dir}/{path}")) for path in paths)
    return {path: left for path, left in found if left}


def _fingerprint_site(files: Mapping[str, Left]) -> bytes:
    """Return what stands for the names of all files of a site, their sizes, and when they were last written."""
    shown = sorted(path for path in files if not path.startswith("."))
    # Of tens of thousands, which as texts take twice as long.
    numbers = array("q", itertools.chain.from_iterable(files[path] for path in shown))
    # No file's name has this letter.
    return fingerprint("\x00".join(shown), numbers.tobytes())


def _walk(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _LEFT_OUT)
        yield from (os.path.join(place, name) for name in sorted(names))  # noqa: PTH118 -- a Path takes far longer


def _read(paths: Iterable[str]) -> Iterator[bytes | str]:
    """Yield path and content of each file; one that can't be read is another than one that can."""
    for path in paths:
        yield path
        try:
            yield read_file(path)
        except OSError:
            yield "unreadable"
