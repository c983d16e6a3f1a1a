"""Spells out an abbreviation of the glossary where a page uses it first.

The words stand in the text, not in a tooltip: a tooltip can't be opened on a phone, by keyboard
or on paper (WCAG 2.2, success criterion 3.1.4, technique G97).
"""

import html
import re
import string
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from knowledge_hub.records import Glossary

# Our own markup only, so a tag ends at the first > outside quotes. A list of sources and the reason of
# a connection are one token each: words between brackets there would get in a reader's way.
_TOKEN = re.compile(
    rb'<(?:ul class="hub-sources-used">.*?</ul>|span class="hub-connections__reason">.*?</span>'
    rb"|(/?)([a-z0-9]*+)[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+>)",
    re.DOTALL,
)
_WORD = re.compile(rb"[A-Z][A-Za-z0-9]*")
# Leave of each word its capitals; what else a page has are spaces then.
_NO_CAPITALS = (string.ascii_lowercase + string.digits).encode()
_CAPITALS_AND_SPACES = bytes(byte if chr(byte) in string.ascii_uppercase else ord(" ") for byte in range(256))
_SKIPPED = frozenset(
    {
        *(b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"a", b"abbr", b"aside", b"button", b"caption", b"cite", b"code"),
        *(b"dl", b"fieldset", b"figure", b"label", b"legend", b"nav", b"option", b"pre", b"summary", b"svg", b"th"),
        b"time",
    }
)


class Piece(NamedTuple):
    """A part of a page, and the abbreviations that may be in it; it closes each element that it opens."""

    html: bytes
    names: Collection[bytes]


class Abbreviations:
    """The abbreviations of one glossary, ready to be spelled out in any page.

    Pages are bytes here, as they are kept and written: in texts with curly quotes Python looks far longer.
    """

    def __init__(self, glossary: Glossary) -> None:
        expansions = {html.escape(term.term): term.expansion for term in glossary.terms if term.expand}
        # As they stand in a page.
        self._expansions = {name: html.escape(expansion) for name, expansion in expansions.items() if expansion}
        # Without capitals from A to Z, as a page is looked through for them.
        self._folded = {name.encode(): text.encode().lower() for name, text in self._expansions.items()}
        self._by_capitals: dict[bytes, list[bytes]] = defaultdict(list)
        for name in self._folded:
            if first := _WORD.search(name):
                self._by_capitals[_leave_capitals(first[0])].append(name)
        names = "|".join(map(re.escape, _longest_first(self._expansions)))
        self._pattern = re.compile(rf"(?<![\w&/-])({names or '(?!)'})(s?)(?![\w/-])")

    def find(self, page_html: bytes) -> frozenset[bytes]:
        """Return the names that are somewhere in a page; to look for the capitals of all at once is far faster."""
        found = self._by_capitals.keys() & _leave_capitals(page_html).split()
        return frozenset(name for capitals in found for name in self._by_capitals[capitals] if name in page_html)

    def expand(self, page_html: bytes) -> bytes:
        """Return the HTML with each abbreviation spelled out once, unless the page does it itself."""
        return self.expand_pieces([Piece(page_html, self.find(page_html))])

    def expand_pieces(self, pieces: Sequence[Piece]) -> bytes:
        """Return what `expand` does of a page in pieces, of which some stand on many pages."""
        whole = b"".join([piece.html for piece in pieces])
        candidates = frozenset().union(*[piece.names for piece in pieces])
        if not candidates:
            return whole
        folded = whole.lower()
        wanted = {name for name in candidates if self._folded[name] not in folded}
        if not wanted:
            return whole
        return b"".join(
            [
                piece.html if wanted.isdisjoint(piece.names) else self._expand_first_uses(piece.html, wanted)
                for piece in pieces
            ]
        )

    def _expand_first_uses(self, part: bytes, wanted: set[bytes]) -> bytes:
        last = max(map(part.rfind, wanted))
        done, at = [], 0
        for start, end in _find_open_texts(part):
            if start > last or not wanted:
                break
            if any(part.find(name, start, end) >= 0 for name in wanted):
                done += [part[at:start], self._expand_text(part[start:end].decode(), wanted).encode()]
                at = end
        return b"".join([*done, part[at:]])

    def _expand_text(self, text: str, wanted: set[bytes]) -> str:
        def spell_out(match: re.Match[str]) -> str:
            name = match[1].encode()
            if name not in wanted:
                return match[0]
            wanted.discard(name)
            # A plural gets the long form as the glossary has it: "Community of Practices" would be wrong.
            return f'<abbr>{match[0]}</abbr> <span class="hub-expansion">({self._expansions[match[1]]})</span>'

        return self._pattern.sub(spell_out, text)


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _leave_capitals(text: bytes) -> bytes:
    """Return the capitals from A to Z of a text, in words as they were."""
    return text.translate(_CAPITALS_AND_SPACES, _NO_CAPITALS)


def _find_open_texts(part: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each text begins and ends that stands in nothing that is skipped."""
    depth = at = 0
    for token in _TOKEN.finditer(part):
        start, end = token.span()
        if depth == 0 and at < start:
            yield at, start
        at = end
        if token[2] in _SKIPPED:
            depth += -1 if token[1] else 1
    if depth == 0:
        yield at, len(part)
