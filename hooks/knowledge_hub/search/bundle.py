"""Puts a Pagefind bundle in order, so that the same pages give the same bytes.

Pagefind 1.5 writes the values of a filter in a random order, and names files after their bytes. The
files are gzip around a mark and CBOR (RFC 8949): a filter is [name, [[value, pages], …]], and the
fourth entry of the metadata is [[filter name, file name], …].
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import cbor2

_MARK = b"pagefind_dcd"
_FILTERS = 3


def sort_bundle(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the filters, metadata and entry file of a bundle in order, by path within the bundle.

    `files` are those for which `is_sorted_part` holds; the result takes their place. ValueError
    where the form isn't the known one.
    """
    ordered: dict[str, bytes] = {}
    entry = json.loads(files["pagefind-entry.json"])
    for language in entry["languages"].values():
        meta = _unpack(files[f"pagefind.{language['hash']}.pf_meta"])
        meta[_FILTERS] = [
            [name, _add(ordered, "filter/{}.pf_filter", file_name, _sorted_filter(files, file_name))]
            for name, file_name in sorted(meta[_FILTERS])
        ]
        language["hash"] = _add(ordered, "pagefind.{}.pf_meta", language["hash"], meta)
    ordered["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False).encode()
    return ordered


def is_sorted_part(path: str) -> bool:
    """Tell whether a file of a bundle is one that `sort_bundle` replaces."""
    return path.endswith((".pf_filter", ".pf_meta")) or path == "pagefind-entry.json"


def _sorted_filter(files: Mapping[str, bytes], file_name: str) -> list[Any]:
    name, values = _unpack(files[f"filter/{file_name}.pf_filter"])
    return [name, sorted(values)]


def _add(ordered: dict[str, bytes], path: str, old_name: str, value: list[Any]) -> str:
    """Keep a packed value under a name made from its bytes, and return the name, as long as the old one."""
    packed = _MARK + cbor2.dumps(value)
    language, _, old_hash = old_name.partition("_")
    name = f"{language}_{hashlib.sha256(packed).hexdigest()[: len(old_hash)]}"
    ordered[path.format(name)] = gzip.compress(packed, mtime=0)
    return name


def _unpack(data: bytes) -> list[Any]:
    packed = gzip.decompress(data)
    if not packed.startswith(_MARK):
        raise ValueError("A file of the search index doesn't have the form that is known.")
    value: list[Any] = cbor2.loads(packed[len(_MARK) :])
    return value
