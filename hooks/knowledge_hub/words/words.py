"""The hub's own words with a host's in their place: look-up by key, numbers with their nouns."""

import functools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.yaml_text.located import read_yaml

DEFAULTS = Path(__file__).parent / "words.yml"
BLANK = re.compile(r"\{(\w+)\}")


class Words:
    """Every word by its key, such as "menu.lessons"; `tree` has the same for templates, group by group."""

    def __init__(self, own: Mapping[str, str] = MappingProxyType({})) -> None:
        self._texts = {**read_defaults(), **own}
        self.tree = _as_tree(self._texts)

    def text(self, key: str, **values: object) -> str:
        """Return the words for a key with its blanks filled in; KeyError for a key that doesn't exist."""
        words = self._texts[key]
        return BLANK.sub(lambda blank: str(values.get(blank[1], blank[0])), words) if values else words

    def find(self, key: str) -> str:
        """Return the words for a key that not everything has, "" where there are none."""
        return self._texts.get(key, "")

    def count(self, key: str, number: int) -> str:
        """Return a number with its noun, such as "1 record" and "1,200 records" for "counts.record"."""
        return count_words(number, self.text(f"{key}.one"), self.text(f"{key}.many"))


def count_words(number: int, one: str, many: str) -> str:
    """Return a count with its noun, such as "1 record" and "12 records"."""
    return f"{number:,} {one if number == 1 else many}"


@functools.cache
def read_defaults() -> Mapping[str, str]:
    """Return the hub's own words by key, in the order of words.yml; a type that has none there brings its own."""
    document, problems = read_yaml(DEFAULTS.name, DEFAULTS.read_bytes())
    if document is None or not isinstance(document.value, dict):
        raise ValueError(problems)
    found = dict(flatten(document.value))
    for cls in RECORD_TYPES:
        for name, words in cls.words.items():
            found[f"types.{cls.type}.{name}"] = words
    return MappingProxyType(found)


def flatten(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield key and value of everything in a tree of words that has no names below it."""
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _as_tree(texts: Mapping[str, str]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for key, words in texts.items():
        *groups, name = key.split(".")
        part = tree
        for group in groups:
            part = part.setdefault(group, {})
        part[name] = words
    return tree
