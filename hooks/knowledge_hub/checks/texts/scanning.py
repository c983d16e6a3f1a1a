"""Where to look in a file, and where a found phrase stands: in which field, in a comment, inside an address."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from knowledge_hub.checks.texts.plain_reading import create_readings
from knowledge_hub.library.library import Library
from knowledge_hub.records import Record
from knowledge_hub.spelled_words import find_words, spell
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.source_text import SourceText

# Looking at a spot's surroundings takes a while; nobody writes this many of a kind into one record.
MOST_LOOKS = 100
# Several rules look at a text, one after the other.
LOOKS_KEPT = 160
# What makes a word an address.
LINK_SIGNS = re.compile(r"://|\bwww\.|\b10\.\d{4}/|\]\([a-z-]+:")

# A match reaches no further from its clue than this.
_REACH = 200
# Over these it could: then the whole text is looked at.
_WIDE_GAPS = (" " * 40, "\t" * 10)


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


@lru_cache(maxsize=LOOKS_KEPT)
def look_at(source: SourceText) -> "Look":
    """Return the first look at a text, which several rules share."""
    return Look(source)


class Look:
    """A text as it is written, and as it reads where that differs, and the words of both.

    They tell of nearly every text that a rule has nothing to look for in it.
    """

    def __init__(self, source: SourceText) -> None:
        # What stands in no reach of a mark is found in the text as it is written.
        self.texts = [(reading, ClueText(reading.text, reading.changes)) for reading in create_readings(source)]
        written, *plain = [spell(clued.looked_at) for _, clued in self.texts]
        self.spelled = b"".join((written, *plain))
        self.words = set(written.split())
        for reading, _ in self.texts[1:]:
            self.words |= find_words(" ".join(reading.find_changed()))

    def has(self, clue: str) -> bool:
        """Tell whether a clue can be there at all."""
        return any(clue in clued.looked_at for _, clued in self.texts)


class ClueText:
    """A text, and where the clues of any pattern stand in it.

    With `near`, places in order, only what could reach one of them is looked for.
    """

    def __init__(self, text: str, near: Sequence[int] | None = None) -> None:
        self._text = text
        lowered = text.lower()
        # Few letters become two in small ones, and then no place fits; such a text is looked at whole, too.
        self._lowered = None if len(lowered) != len(text) or any(gap in text for gap in _WIDE_GAPS) else lowered
        self._places: dict[str, list[int]] = {}
        self._parts = [(0, len(text))] if near is None else self._reach_around(near)
        # Most clues stand nowhere, which is quickly seen where all parts are one text.
        is_whole = near is None or self._lowered is None
        self._looked_at = lowered if is_whole else "\0".join(lowered[start:end] for start, end in self._parts)

    @property
    def looked_at(self) -> str:
        """All that is looked at, in small letters."""
        return self._looked_at

    def find(self, pattern: re.Pattern[str], clues: Collection[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern, each of which contains one of the clues (in small letters)."""
        if self._lowered is None:
            yield from pattern.finditer(self._text)
            return
        looked_at = self._looked_at
        places = sorted(place for clue in clues if clue in looked_at for place in self._find_clue(clue))
        for start, end in self._join(places):
            for found in pattern.finditer(self._text, start, end):
                # At the end of what was looked at a word may be cut off.
                if end == len(self._text):
                    yield found
                elif whole := pattern.match(self._text, found.start()):
                    yield whole

    def _find_clue(self, clue: str) -> list[int]:
        if clue not in self._places:
            self._places[clue] = [at for part in self._parts for at in self._find_between(clue, *part)]
        return self._places[clue]

    def _find_between(self, clue: str, start: int, end: int) -> Iterator[int]:
        lowered = self._lowered or ""
        at = lowered.find(clue, start, end)
        while at >= 0:
            yield at
            at = lowered.find(clue, at + 1, end)

    def _join(self, places: Sequence[int]) -> list[tuple[int, int]]:
        """Return the parts of the text around some places, or all of it where they are many."""
        return [(0, len(self._text))] if len(places) * _REACH > len(self._text) else self._reach_around(places)

    def _reach_around(self, places: Sequence[int]) -> list[tuple[int, int]]:
        """Return the parts of the text around some places; those that meet are one."""
        joined: list[tuple[int, int]] = []
        for place in places:
            start, end = max(0, place - _REACH), min(len(self._text), place + _REACH)
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined
