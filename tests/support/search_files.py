"""Reads the files of a search index back, as a browser would."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

ENTRY = "search/index.json"


@dataclass(frozen=True)
class SearchFiles:
    """An index: its entry, the cards of all documents, terms and facets by what they are.

    A card is address, title, kind, type, summary, facts, sections and picture.
    """

    entry: dict[str, Any]
    cards: list[list[Any]]
    terms: dict[str, list[Any]]
    facets: dict[str, dict[str, list[int]]]
    words: list[str]

    def find(self, form: str) -> set[str]:
        """Return the addresses of the documents that have a word in this form."""
        found = (ids for forms, ids, *_ in self.terms.values() if form in forms)
        return {self.cards[number][0] for ids in found for number in accumulate(ids)}

    def card(self, address: str) -> list[Any]:
        """Return the card of what lies at an address."""
        return next(card for card in self.cards if card[0] == address)

    def values(self, facet: str, value: str) -> set[str]:
        """Return the addresses of the documents with a facet value."""
        return {self.cards[number][0] for number in accumulate(self.facets.get(facet, {}).get(value, []))}


def read_search_files(files: Mapping[str, str | bytes]) -> SearchFiles:
    """Return the index that stands in files by path."""
    entry = json.loads(files[ENTRY])

    def read(name: str) -> Any:
        return entry["files"][name] if name in entry["files"] else json.loads(files[f"search/{name}"])

    def read_parts(kind: str) -> Iterator[list[Any]]:
        return chain.from_iterable(map(read, entry[kind]["files"]))

    return SearchFiles(
        entry,
        [
            [*title, *card, sections, picture]
            for (*title, sections), (*card, picture) in zip(read_parts("titles"), read_parts("cards"), strict=True)
        ],
        {key: value for _, name in entry["shards"] for key, value in read(f"terms-{name}").items()},
        read(entry["facets"]),
        read(entry["words"]),
    )


def read_search_site(site: Path) -> SearchFiles:
    """Return the index of a built site."""
    paths = (site / "search").glob("*.json")
    return read_search_files({path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths})
