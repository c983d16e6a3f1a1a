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
    r'<(?:ul class="hub-sources-used">.*?</ul>|span class="hub-connections__reason">.*?</span>'
    r"|(/?)([a-z0-9]*+)[^>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"']*+)*+>)",
    re.DOTALL,
)
_WORD = re.compile(r"[A-Z][A-Za-z0-9]*")
# Leave of each word its capitals; what else a page has are spaces then.
_NO_CAPITALS = (string.ascii_lowercase + string.digits).encode()
_CAPITALS_AND_SPACES = bytes(byte if chr(byte) in string.ascii_uppercase else ord(" ") for byte in range(256))
_SKIPPED = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "aside", "button", "caption", "cite", "code"),
        *("dl", "fieldset", "figure", "label", "legend", "nav", "option", "pre", "summary", "svg", "th", "time"),
    }
)


class Piece(NamedTuple):
    """A part of a page, and the abbreviations that may be in it; it closes each element that it opens."""

    html: str
    names: Collection[str]


class Abbreviations:
    """The abbreviations of one glossary, ready to be spelled out in any page."""

    def __init__(self, glossary: Glossary) -> None:
        self._expansions = {
            html.escape(term.term): term.expansion for term in glossary.terms if term.expand and term.expansion
        }
        self._folded = {name: _fold(html.escape(expansion)) for name, expansion in self._expansions.items()}
        self._by_capitals: dict[bytes, list[str]] = defaultdict(list)
        for name in self._expansions:
            if first := _WORD.search(name):
                self._by_capitals[_leave_capitals(first[0])].append(name)
        names = "|".join(map(re.escape, _longest_first(self._expansions)))
        self._pattern = re.compile(rf"(?<![\w&/-])({names or '(?!)'})(s?)(?![\w/-])")

    def find(self, page_html: str) -> frozenset[str]:
        """Return the names that are somewhere in a page; to look for the capitals of all at once is far faster."""
        found = self._by_capitals.keys() & _leave_capitals(page_html).split()
        return frozenset(name for capitals in found for name in self._by_capitals[capitals] if name in page_html)

    def expand(self, page_html: str) -> str:
        """Return the HTML with each abbreviation spelled out once, unless the page does it itself."""
        return self.expand_pieces([Piece(page_html, self.find(page_html))])

    def expand_pieces(self, pieces: Sequence[Piece]) -> str:
        """Return what `expand` does of a page in pieces, of which some stand on many pages."""
        whole = "".join([piece.html for piece in pieces])
        candidates = frozenset().union(*[piece.names for piece in pieces])
        if not candidates:
            return whole
        folded = _fold(whole)
        wanted = {name for name in candidates if self._folded[name] not in folded}
        if not wanted:
            return whole
        return "".join(
            piece.html if wanted.isdisjoint(piece.names) else self._expand_first_uses(piece.html, wanted)
            for piece in pieces
        )

    def _expand_first_uses(self, part: str, wanted: set[str]) -> str:
        last = max(map(part.rfind, wanted))
        done, at = [], 0
        for start, end in _find_open_texts(part):
            if start > last or not wanted:
                break
            if any(part.find(name, start, end) >= 0 for name in wanted):
                done += [part[at:start], self._expand_text(part[start:end], wanted)]
                at = end
        return "".join([*done, part[at:]])

    def _expand_text(self, text: str, wanted: set[str]) -> str:
        def spell_out(match: re.Match[str]) -> str:
            name = match[1]
            if name not in wanted:
                return match[0]
            wanted.discard(name)
            # A plural gets the long form as the glossary has it: "Community of Practices" would be wrong.
            long_form = f'<span class="hub-expansion">({html.escape(self._expansions[name])})</span>'
            return f"<abbr>{match[0]}</abbr> {long_form}"

        return self._pattern.sub(spell_out, text)


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _leave_capitals(text: str) -> bytes:
    """Return the capitals from A to Z of a text, in words as they were."""
    return text.encode().translate(_CAPITALS_AND_SPACES, _NO_CAPITALS)


def _find_open_texts(part: str) -> Iterator[tuple[int, int]]:
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


def _fold(text: str) -> bytes:
    """Return a whole page without capitals from A to Z.

    A page has curly quotes, and then small letters for all of Unicode take three times as long.
    """
    return text.encode().lower()
