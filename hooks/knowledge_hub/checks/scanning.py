"""Where in a file a found phrase stands: in which field, in a comment, inside an address."""

import re
from collections.abc import Iterator

from knowledge_hub.library.loading import Library
from knowledge_hub.records import Record
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.source_text import SourceText

# Looking at a spot's surroundings takes a while; nobody writes this many of a kind into one record.
MOST_LOOKS = 100
# What makes a word an address.
LINK_SIGNS = re.compile(r"://|\bwww\.|\b10\.\d{4}/|\]\([a-z-]+:")


def record_texts(library: Library) -> Iterator[tuple[Record, SourceText, LocatedDocument | None]]:
    """Yield the texts that readers see of each record: its file, and for a guide also its page.

    A file comes with its document, which knows the fields; the page of a guide has none.
    """
    for record in library.records:
        document = library.document(record)
        yield record, document.source, document
        if record.type == "guide":
            yield record, library.guide_texts[record.id], None


def is_in_address(text: str, start: int, end: int) -> bool:
    """Tell whether the spot is part of a web address, a DOI or a link to a record."""
    before = text[max(0, start - 300) : start].split()[-1:] if not text[start - 1 : start].isspace() else []
    after = text[end : end + 300].split()[:1] if not text[end : end + 1].isspace() else []
    word = "".join([*before, text[start:end], *after])
    return bool(LINK_SIGNS.search(word))
