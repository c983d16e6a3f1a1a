"""Where in a file a found phrase stands: in which field, in a comment, inside an address."""

import re
from collections.abc import Iterator

from knowledge_hub.loading import Library
from knowledge_hub.records import Record
from knowledge_hub.source_text import SourceText

_TOP_FIELD = re.compile(r"(\w+):")
_FIELD = re.compile(r"[ -]*(\w+):(?=\s)")
# Looking at a spot's surroundings takes a while; nobody writes this many of a kind into one record.
MOST_LOOKS = 100
_LINK_SIGNS = re.compile(r"://|\bwww\.|\b10\.\d{4}/|\]\([a-z-]+:")


def record_texts(library: Library) -> Iterator[tuple[Record, SourceText]]:
    """Yield the texts that readers see of each record: its file, and for a guide also its page."""
    for record in library.records:
        yield record, library.document(record).source
        if record.type == "guide":
            yield record, library.guide_texts[record.id]


def top_field(text: str, at: int) -> str:
    """Return the field of the record that holds the spot, "" before the first one."""
    return _name_above(_TOP_FIELD, text, at)


def nearest_field(text: str, at: int) -> str:
    """Return the innermost field whose name stands before the spot."""
    return _name_above(_FIELD, text, at)


def _name_above(pattern: re.Pattern[str], text: str, at: int) -> str:
    """Return the name that the pattern finds at the start of the spot's line, or of the nearest line above."""
    end = at + 1
    while end > 0:
        start = text.rfind("\n", 0, end - 1) + 1
        if found := pattern.match(text, start):
            return found[1]
        end = start
    return ""


def is_comment(text: str, at: int) -> bool:
    """Tell whether the spot is on a line that YAML takes for a comment."""
    return text[text.rfind("\n", 0, at) + 1 : at].lstrip().startswith("#")


def is_in_address(text: str, start: int, end: int) -> bool:
    """Tell whether the spot is part of a web address, a DOI or a link to a record."""
    before = text[max(0, start - 300) : start].split()[-1:] if not text[start - 1 : start].isspace() else []
    after = text[end : end + 300].split()[:1] if not text[end : end + 1].isspace() else []
    word = "".join([*before, text[start:end], *after])
    return bool(_LINK_SIGNS.search(word))
