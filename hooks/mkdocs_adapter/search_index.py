"""Indexes the built site with Pagefind, for `build` and for `serve` alike."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from mkdocs.exceptions import PluginError

from knowledge_hub.pages.search.search_index import HandWritten, create_search_files
from knowledge_hub.publishing.publication import Publication
from knowledge_hub.search.bundle import is_sorted_part, sort_bundle
from knowledge_hub.search.entries import SEARCHED_FILES

BUNDLE = "pagefind"
_NO_PLAIN_LETTER = re.compile(r"[^\w/.-]")
# Pagefind's own interfaces, of which the hub uses none.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "wasm.unknown.pagefind")


def write_index(site_dir: Path, publication: Publication, written: Iterable[HandWritten]) -> None:
    """Write the index of everything that is published; `written` are the hand-written pages."""
    for path, content in create_search_files(publication.site, written).items():
        target = site_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="")


def write_search_index(site_dir: Path, own_files: Iterable[str] = ()) -> None:
    """Write the search index of the pages in `site_dir` into its folder pagefind/; PluginError where it fails.

    `own_files` are the files of hand-written pages, below `site_dir`.
    """
    # Pagefind loads a whole event loop, of which nothing is used.
    from pagefind.service import get_executable  # noqa: PLC0415

    binary = get_executable()
    if binary is None:
        raise PluginError("The search index can't be made: Pagefind is missing. Install the requirements again.")
    # What has a meaning in a pattern may stand in a file's name.
    own = (_NO_PLAIN_LETTER.sub("?", path) for path in own_files)
    files = f"{{{','.join((*SEARCHED_FILES, *own))}}}"
    command = [str(binary), "--site", str(site_dir), "--output-subdir", BUNDLE, "--glob", files, "--silent"]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own command
    except OSError as error:
        raise PluginError(f"The search index can't be made: Pagefind doesn't start here ({error.strerror}).") from None
    if result.returncode:
        said = " ".join((result.stderr or result.stdout).split()) or f"exit code {result.returncode}"
        raise PluginError(f"The search index can't be made. Pagefind says: {said}")
    for pattern in _UNUSED:
        for path in (site_dir / BUNDLE).glob(pattern):
            path.unlink()
    _write_in_order(site_dir / BUNDLE)


def _write_in_order(bundle: Path) -> None:
    """Replace what Pagefind writes in a random order."""
    paths = {path.relative_to(bundle).as_posix(): path for path in bundle.rglob("*") if path.is_file()}
    parts = {name: path.read_bytes() for name, path in paths.items() if is_sorted_part(name)}
    ordered = sort_bundle(parts)
    for name in parts:
        paths[name].unlink()
    for name, data in ordered.items():
        (bundle / name).write_bytes(data)
