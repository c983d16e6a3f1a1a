"""Spells out an abbreviation of the glossary where a page uses it first.

The words stand in the text, not in a tooltip: a tooltip can't be opened on a phone, by keyboard
or on paper (WCAG 2.2, success criterion 3.1.4, technique G97).
"""

import html
import re

from knowledge_hub.records import Glossary

# Our own markup only, so a tag ends at the first > outside quotes. A list of sources and the reason of
# a connection are one token each: words between brackets there would get in a reader's way.
_TOKEN = re.compile(
    r'(<ul class="hub-sources-used">.*?</ul>|<span class="hub-connections__reason">.*?</span>'
    r"|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.DOTALL,
)
_WORD = re.compile(r"[A-Z][A-Za-z0-9]*")
_TAG_NAME = re.compile(r"</?([a-z0-9]+)")
_SKIPPED = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "aside", "button", "caption", "cite", "code"),
        *("dl", "fieldset", "figure", "label", "legend", "nav", "option", "pre", "summary", "svg", "th", "time"),
    }
)


class Abbreviations:
    """The abbreviations of one glossary, ready to be spelled out in any page."""

    def __init__(self, glossary: Glossary) -> None:
        self._expansions = {
            html.escape(term.term): term.expansion for term in glossary.terms if term.expand and term.expansion
        }
        self._by_first_word: dict[str, list[str]] = {}
        for name in self._expansions:
            first = _WORD.search(name)
            self._by_first_word.setdefault(first[0] if first else name, []).append(name)
        names = sorted(map(re.escape, self._expansions), key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"(?<![\w&/-])({'|'.join(names) or '(?!)'})(s?)(?![\w/-])")

    def expand(self, page_html: str) -> str:
        """Return the HTML with each abbreviation spelled out once, unless the page does it itself."""
        candidates = self._find_candidates(page_html)
        if not candidates:
            return page_html
        folded = _fold(page_html)
        wanted = {name for name in candidates if _fold(html.escape(self._expansions[name])) not in folded}
        return self._expand_first_uses(page_html, wanted) if wanted else page_html

    def _find_candidates(self, page_html: str) -> set[str]:
        """Return the names whose first word is on the page; looking words up is far faster than the pattern."""
        if not self._by_first_word:
            return set()
        words = set(_WORD.findall(page_html))
        words |= {word[:-1] for word in words if word.endswith("s")}
        return {name for word in words & self._by_first_word.keys() for name in self._by_first_word[word]}

    def _expand_first_uses(self, page_html: str, wanted: set[str]) -> str:
        tokens = _TOKEN.split(page_html)
        depth = 0
        for index, token in enumerate(tokens):
            if index % 2:
                depth += _skip_change(token)
            elif depth == 0 and token and wanted:
                tokens[index] = self._expand_text(token, wanted)
        return "".join(tokens)

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


def _skip_change(tag: str) -> int:
    match = _TAG_NAME.match(tag)
    if match is None or match[1] not in _SKIPPED:
        return 0
    return -1 if tag.startswith("</") else 1


def _fold(text: str) -> bytes:
    """Return a whole page without capitals from A to Z.

    A page has curly quotes, and then small letters for all of Unicode take three times as long.
    """
    return text.encode().lower()
