"""Questions whose one answer is known: made from the records of a made-up library."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from measuring.relevance import GRADES, Question

_ADDRESS_FOLDERS = {"case-studies", "communities", "lessons", "roles", "toolkits"}
# A slip in a shorter word has too many words near it.
_SHORTEST_WORD = 5


def create_known_items(records: Iterable[tuple[str, Mapping[str, Any]]], most: int) -> list[Question]:
    """Return questions after about `most` records, evenly spread: title, title with a slip, words of the question."""
    published = [(path, fields) for path, fields in records if path.partition("/")[0] in _ADDRESS_FOLDERS]
    step = max(1, len(published) // most)
    return [question for path, fields in published[::step] for question in _ask_for(path, fields)]


def _ask_for(path: str, fields: Mapping[str, Any]) -> Iterator[Question]:
    grades = {f"{path.removesuffix('.yml')}/": GRADES["best"]}
    # The number at its end would name the record by itself.
    title = fields["title"].rpartition(" ")[0]
    yield Question("title", title, grades)
    yield Question("title with a slip", make_slip(title), grades)
    yield Question("question", fields["question"], grades)


def make_slip(text: str) -> str:
    """Return a text with two letters swapped in the middle of its longest word, as fingers do; short words stay."""
    longest = max(text.split(), key=len)
    if len(longest) < _SHORTEST_WORD:
        return text
    middle = len(longest) // 2
    slipped = f"{longest[: middle - 1]}{longest[middle]}{longest[middle - 1]}{longest[middle + 1 :]}"
    return text.replace(longest, slipped, 1)
