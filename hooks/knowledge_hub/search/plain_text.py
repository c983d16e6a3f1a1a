"""Long texts as plain words: what a reader reads of them, without addresses and the heads of tables."""

import html
import re
from operator import itemgetter

from knowledge_hub.markdown_html import create_html

# Without these signs a text has no link, table, entity or tag, and nothing in it parts a word: it is its own words.
_SIGNS = ("[", "<", ">", "|", "&", "\\", "://")
_WITHIN_WORD = re.compile(r"\w[*~]+\w")
# The plain form of a link, which most are, needs no more than this; it begins with one sign, so that it is soon found.
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_LINK_WORDS = itemgetter(1)
_LEFT_OUT = re.compile(r"<(th|script|style|svg|nav)\b.*?</\1>", re.DOTALL)
# Words go on across these; any other tag ends one.
_WITHIN = re.compile(r"</?(?:a|abbr|b|code|del|em|i|mark|span|strong|sub|sup)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+")
_HEADING = re.compile(r'<h2\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)


def read_markdown(markdown: str) -> str:
    """Return the words of a long text field."""
    text = _LINK.sub(_LINK_WORDS, markdown.replace("![", "[")) if "[" in markdown else markdown
    return read_html(create_html(markdown)) if _has_markup(text) else text


def read_html(made: str) -> str:
    """Return the words of HTML in one line; the heads of tables and what isn't text are left out."""
    text = _TAG.sub(" ", _WITHIN.sub("", _LEFT_OUT.sub(" ", made)))
    return " ".join(_ADDRESS.sub(" ", html.unescape(text)).split())


def split_sections(made: str) -> tuple[str, list[tuple[str, str, str]]]:
    """Return the words above the first heading of a page, and (fragment, title, words) of each part below one."""
    lead, *parts = _HEADING.split(made)
    found = [
        (html.unescape(fragment), read_html(title), read_html(text))
        for fragment, title, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    ]
    return read_html(lead), found


def _has_markup(text: str) -> bool:
    # Looking for one sign after the other is several times as fast as for one of them.
    if any(map(text.__contains__, _SIGNS)):
        return True
    return ("*" in text or "~" in text) and _WITHIN_WORD.search(text) is not None
