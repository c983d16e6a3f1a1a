"""Gives the search index the same bytes for the same pages.

Pagefind writes filters, and what it knows of them, in the order of a hash table, which differs from run to
run (Pagefind issue 638 says so), and names the files by their content. Here they are sorted and named again.
The files are gzip around a mark and CBOR, as Pagefind 1.5 writes them.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
# Where a list that needs an order stands in the index of a language, whose first item is the version.
_FILTERS, _SORTS = 3, 4


def sort_search_index(bundle: Path) -> None:
    """Rewrite the filters, the index of each language and the entry of a finished Pagefind bundle."""
    entry_path = bundle / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for code, language in sorted(entry["languages"].items()):
        language["hash"] = _sort_language(bundle, code, language["hash"])
    entry["languages"] = dict(sorted(entry["languages"].items()))
    entry_path.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")


def _sort_language(bundle: Path, code: str, old_hash: str) -> str:
    """Sort one language's index and filters, and return the new hash of the index."""
    path = bundle / f"pagefind.{old_hash}.pf_meta"
    index = _read(path)
    index[_FILTERS] = sorted([name, _sort_filter(bundle, code, old)] for name, old in index[_FILTERS])
    index[_SORTS].sort()
    return _replace(path, old_hash, code, index)


def _sort_filter(bundle: Path, code: str, old_hash: str) -> str:
    """Sort the values of one filter, and return its new hash."""
    path = bundle / "filter" / f"{old_hash}.pf_filter"
    name, values = _read(path)
    return _replace(path, old_hash, code, [name, sorted(values)])


def _read(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise ValueError(f"{path.name} isn't written as Pagefind 1.5 writes it.")
    return cbor2.loads(data.removeprefix(_MARK))


def _replace(path: Path, old_hash: str, code: str, value: Any) -> str:
    """Write a file's sorted value under the hash of its content, and return that hash."""
    data = _MARK + cbor2.dumps(value)
    new_hash = f"{code}_{hashlib.sha256(data).hexdigest()[:10]}"
    path.unlink()
    path.with_name(path.name.replace(old_hash, new_hash)).write_bytes(gzip.compress(data, mtime=0))
    return new_hash
