"""A text as readers meet it: without the marks of Markdown and the codes of YAML that could hide words from a rule."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_hub.yaml_text.source_text import SourceText

# Without one of these a text reads as it is written; those that need a look at each letter come last.
_SIGNS = ("*", "`", "~~", "\\", "](", "&", "</", "_")
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
    """A text to look at, and where each of its characters stands in the file (None: at the same place)."""

    text: str
    places: list[int] | None = None

    def span(self, found: re.Match[str]) -> tuple[int, int]:
        """Return start and end of a match in the text of the file."""
        if self.places is None:
            return found.span()
        return self.places[found.start()], self.places[found.end() - 1] + 1


def create_readings(source: SourceText) -> Iterator[Reading]:
    """Yield the text as it is written, and as it reads where that differs."""
    yield Reading(source.text)
    if source.text.isascii() and not any(sign in source.text for sign in _SIGNS):
        return
    plain = _read_plainly(source.text)
    if plain.text != source.text:
        yield plain


def _read_plainly(text: str) -> Reading:
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for found in HIDDEN.finditer(text):
        shown = _shown(found)
        if shown == found[0]:
            continue
        parts += (text[at : found.start()], shown)
        places += range(at, found.start())
        places += [found.start()] * len(shown)
        at = found.end()
    parts.append(text[at:])
    places += range(at, len(text))
    return Reading("".join(parts), places)


def _shown(found: re.Match[str]) -> str:
    """Return what readers see of a mark: nothing, or the character that it stands for."""
    if letter := found["letter"]:
        # Wide digits and letters read as the plain ones; any other letter stays.
        plain = unicodedata.normalize("NFKC", letter)
        return plain if len(plain) == 1 and plain.isascii() else letter.translate(_UNSEEN)
    if entity := found["entity"]:
        return html.unescape(entity).translate(_UNSEEN)
    if code := found["x"] or found["u"] or found["U"]:
        return chr(int(code, 16))
    return " " if found["space"] else ""
