"""Where in a text a slow pattern needs a look: around the few letters that each of its matches contains."""

import re
from collections.abc import Collection, Iterator

# A match reaches no further from its clue than this.
_REACH = 200
# Over these it could: then the whole text is looked at.
_WIDE_GAPS = (" " * 40, "\t" * 10)


class ClueText:
    """A text, and where the clues of any pattern stand in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        lowered = text.lower()
        # Few letters become two in small ones, and then no place fits; such a text is looked at whole, too.
        self._lowered = None if len(lowered) != len(text) or any(gap in text for gap in _WIDE_GAPS) else lowered
        self._places: dict[str, list[int]] = {}

    def find(self, pattern: re.Pattern[str], clues: Collection[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern, each of which contains one of the clues (in small letters)."""
        if self._lowered is None:
            yield from pattern.finditer(self._text)
            return
        places = sorted(place for clue in clues for place in self._find_clue(clue))
        for start, end in self._join(places):
            for found in pattern.finditer(self._text, start, end):
                # At the end of what was looked at a word may be cut off.
                if end == len(self._text):
                    yield found
                elif whole := pattern.match(self._text, found.start()):
                    yield whole

    def _find_clue(self, clue: str) -> list[int]:
        if clue not in self._places:
            found, at = [], (self._lowered or "").find(clue)
            while at >= 0:
                found.append(at)
                at = (self._lowered or "").find(clue, at + 1)
            self._places[clue] = found
        return self._places[clue]

    def _join(self, places: list[int]) -> list[tuple[int, int]]:
        """Return the parts of the text around some places; those that meet are one."""
        if len(places) * _REACH > len(self._text):
            return [(0, len(self._text))]
        joined: list[tuple[int, int]] = []
        for place in places:
            start, end = max(0, place - _REACH), min(len(self._text), place + _REACH)
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        return joined
