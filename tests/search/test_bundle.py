"""The search index in order."""

import gzip
import json

import cbor2
import pytest

from knowledge_hub.search.bundle import is_sorted_part, sort_bundle


def _pack(value: object) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(value), mtime=7)


def _bundle(types: list[object], filters: list[list[str]]) -> dict[str, bytes]:
    meta = ["1.5.2", [["en_page", 3]], [["a", "b", "en_chunk"]], filters, [], ["title"]]
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_0123456789", "page_count": 3}}}
    return {
        "pagefind-entry.json": json.dumps(entry).encode(),
        "pagefind.en_0123456789.pf_meta": _pack(meta),
        "filter/en_aaaaaaa.pf_filter": _pack(["type", types]),
        "filter/en_bbbbbbb.pf_filter": _pack(["state", [["ma", [2]]]]),
    }


def test_a_random_order_gives_the_same_bytes() -> None:
    """Neither the order of values nor that of filters, nor the names they had, can be seen afterwards."""
    one = _bundle([["role", [1]], ["lesson", [0, 2]]], [["type", "en_aaaaaaa"], ["state", "en_bbbbbbb"]])
    other = _bundle([["lesson", [0, 2]], ["role", [1]]], [["state", "en_bbbbbbb"], ["type", "en_aaaaaaa"]])

    assert sort_bundle(one) == sort_bundle(other)


def test_the_ordered_bundle_holds_together() -> None:
    """The entry names the metadata, the metadata its filters, and everything that was in them is."""
    ordered = sort_bundle(_bundle([["role", [1]]], [["type", "en_aaaaaaa"], ["state", "en_bbbbbbb"]]))

    entry = json.loads(ordered["pagefind-entry.json"])
    meta = cbor2.loads(gzip.decompress(ordered[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])[12:])
    filters = [cbor2.loads(gzip.decompress(ordered[f"filter/{name}.pf_filter"])[12:]) for _, name in meta[3]]
    assert filters == [["state", [["ma", [2]]]], ["type", [["role", [1]]]]]
    assert [meta[0], meta[1], meta[2], meta[5]] == ["1.5.2", [["en_page", 3]], [["a", "b", "en_chunk"]], ["title"]]
    assert all(map(is_sorted_part, ordered))


def test_an_unknown_form_is_refused() -> None:
    """A new version of the index isn't put in order by guessing."""
    bundle = _bundle([], [["type", "en_aaaaaaa"]])
    bundle["filter/en_aaaaaaa.pf_filter"] = gzip.compress(b"something else")

    with pytest.raises(ValueError, match="form that is known"):
        sort_bundle(bundle)
