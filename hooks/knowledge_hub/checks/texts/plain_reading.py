"""A text as readers meet it: without the marks of Markdown and the codes of YAML that could hide words from a rule."""

import functools
import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_hub.yaml_text.source_text import SourceText

# What begins with these may be hidden; without any of them English reads as it is written. Single ones are found fast.
_SIGNS = ("*", "`", "~", "\\", "&", "<", "_", "[", "]")
# theme/assets/hub/contribute/plain-reading.js shows what it finds by the same rules as _shown.
HIDDEN = re.compile(
    r"\*+|`+|~~+"
    r"|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)"
    r"|\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U000(?P<U>[0-9a-fA-F]{5}))"
    r"|\\(?:(?P<space>[nt_ ])|\n[ \t]*|(?=[!-/:-@\[-`{-~]))"
    r"|\[(?=[^\[\]\n]{1,300}\]\()|\]\([^()\s]{0,300}(?:\s+\"[^\"\n]{0,300}\")?\)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});)"
    r"|</?[A-Za-z][^<>\n]{0,200}>"
    r"|(?P<letter>[^\x00-\x7f])"
)
# Without width: readers see what stands before and after as one word. The same ones are in plain-reading.js.
_UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Reading:
    """A text to look at, and where its parts stand in the file (None: at the same place).

    `parts` are, in order: the place in the text at which a part begins, and that in the file. What one part says
    stands in the file in the same order, or is one character for a mark.
    """

    text: str
    parts: tuple[list[int], list[int]] | None = None

    @property
    def changes(self) -> list[int] | None:
        """The places in the text near which it isn't what is written, None for the text of the file itself."""
        return self.parts and self.parts[0][1:]

    def find_changed(self) -> Iterator[str]:
        """Yield what stands between two spaces at each change: no other words are read than those that are written."""
        text = self.text
        for place in self.changes or ():
            end = text.find(" ", place)
            yield text[text.rfind(" ", 0, place) + 1 : end if end >= 0 else None]

    def span(self, found: re.Match[str]) -> tuple[int, int]:
        """Return start and end of a match in the text of the file."""
        if self.parts is None:
            return found.span()
        return self._place(found.start()), self._place(found.end() - 1) + 1

    def _place(self, at: int) -> int:
        starts, places = self.parts or ([0], [0])
        part = bisect_right(starts, at) - 1
        return places[part] + at - starts[part]


def create_readings(source: SourceText) -> Iterator[Reading]:
    """Yield the text as it is written, and as it reads where that differs."""
    yield Reading(source.text)
    plain = _read_plainly(source.text)
    if plain.text != source.text:
        yield plain


def _read_plainly(text: str) -> Reading:
    pieces: list[str] = []
    starts, places = [0], [0]
    at = length = 0
    for found in _find_hidden(text):
        # Most marks are read as nothing; each that stands for something is a group.
        shown = _shown(found) if found.lastgroup else ""
        if shown == found[0]:
            continue
        start, end = found.span()
        pieces += (text[at:start], shown)
        length += start - at
        if shown:
            # Every character that stands for the mark stands where it begins; then the file goes on behind it.
            starts += range(length, length + len(shown))
            places += [start] * len(shown)
            length += len(shown)
        starts.append(length)
        places.append(end)
        at = end
    pieces.append(text[at:])
    return Reading("".join(pieces), (starts, places))


def _find_hidden(text: str) -> Iterator[re.Match[str]]:
    """Yield what HIDDEN finds, which is tried only where it could begin: that is many times as fast."""
    at = 0
    for start in _find_starts(text):
        if start >= at and (found := HIDDEN.match(text, start)):
            yield found
            at = found.end()


def _find_starts(text: str) -> list[int]:
    """Return every place at which something hidden could begin, in order."""
    signs = [sign for sign in _SIGNS if sign in text]
    if not text.isascii():
        signs += [letter for letter in set(text) if letter > "\x7f" and _show_letter(letter) != letter]
    return sorted(place for sign in signs for place in _find_all(sign, text))


def _find_all(sign: str, text: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


@functools.cache
def _show_letter(letter: str) -> str:
    """Return what readers see of a letter: wide ones read as the plain ones, and some are not seen at all."""
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) == 1 and plain.isascii() else letter.translate(_UNSEEN)


def _shown(found: re.Match[str]) -> str:
    """Return what readers see of a code or a letter: the character that it stands for."""
    if letter := found["letter"]:
        return _show_letter(letter)
    if entity := found["entity"]:
        return html.unescape(entity).translate(_UNSEEN)
    if code := found["x"] or found["u"] or found["U"]:
        return chr(int(code, 16))
    return " " if found["space"] else ""
