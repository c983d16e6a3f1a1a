"""Markdown as contributors write it to HTML that isn't safe yet: nothing is lost, and no tag is ever HTML.

GitHub-flavoured Markdown by cmark, with footnotes. What looks like a tag stays as text. Only prose.py may
show what comes of it.
"""

import re
from collections.abc import Callable

import cmarkgfm
from cmarkgfm.cmark import Options

from knowledge_hub.yaml_text.source_text import FORBIDDEN

_OPTIONS = (
    Options.CMARK_OPT_VALIDATE_UTF8
    | Options.CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES
    | Options.CMARK_OPT_FOOTNOTES
    | Options.CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
)
# Stands for "<" where cmark must not take it for a tag. No text has it: the reader refuses it in a file.
_STAND_IN, _STAND_IN_IN_ADDRESS = "\x02", "%02"
# Where "<" is an address in angle brackets, or already said to be a mere sign.
_ADDRESS = r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>"
_ESCAPED = r"\\[\\<]"
_TAG_START = re.compile(rf"(?P<kept>{_ADDRESS}|{_ESCAPED}|(?:\]\(|\]:[ \t]*)\s*<[^<>\n]*>)|<")
_ANY_START = re.compile(rf"(?P<kept>{_ESCAPED})|<")
_OMITTED = "<!-- raw HTML omitted -->"
_NOTE_MARK = re.compile(r'<sup class="footnote-ref"><a [^>]*>(\d+)</a></sup>')
_WAY_BACK = re.compile(r' ?<a href="#fnref[^>]*>↩(?:<sup class="footnote-ref">\d+</sup>)?</a>')
_NOTES = re.compile(r"<section class=\"footnotes\"[^>]*>(.*?)</section>", re.DOTALL)
_CHECK_BOX = re.compile(r'<input type="checkbox"( checked="")? disabled="" />')
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_LOWEST = 6
# A sign that may mean something, wherever it stands; and how each line of a plain text begins.
_SIGN = re.compile(rf"[&<>\[\]*_`\\|~^@/\t\r\xa0{FORBIDDEN.pattern[1:-1]}]")
_PLAIN_START = "[^\\W\\d_]|[\"'“‘(]"
_PLAIN = re.compile(_PLAIN_START)
_OTHER_LINE = re.compile(rf"\n(?!{_PLAIN_START}|\n|\Z)")
# What cmark takes for dangerous has no address. A pattern that begins with a sign finds it fast.
_PLAIN_LINK = re.compile(r"\[(?<!!\[)([^\[\]\n]+)\]\((?!javascript:|vbscript:|file:|data:)([a-z][a-z-]+:[a-z0-9-]+)\)")
_NEXT_PARAGRAPH = "</p>\n<p>"
_BETWEEN_PARAGRAPHS = re.compile(r"\n\n+")


def create_html(markdown: str, top: int = 3) -> str:
    """Return HTML with the same words; its highest headings get the level `top`, and none skips a level."""
    if (plain := write_plain(markdown, _write_link, quote="&quot;")) is not None:
        return plain
    text = FORBIDDEN.sub("", markdown)
    made = _convert(_TAG_START.sub(_guard, text) if "<" in text else text)
    if _OMITTED in made:
        # What looked like an address was a tag after all.
        made = _convert(_ANY_START.sub(_guard, text))
    made = made.replace(_STAND_IN, "&lt;").replace(_STAND_IN_IN_ADDRESS, "%3C")
    # An entity such as &#x202e; is a way round the check of the file.
    made = FORBIDDEN.sub("", made)
    return _continue_outline(_write_check_boxes(_write_notes(made)), top)


def write_plain(markdown: str, link: Callable[[str, str], str], *, quote: str = '"') -> str | None:
    """Return the HTML of a text with nothing but paragraphs and simple links, as most are; None of any other.

    It is what cmark makes of it. `link` writes a link from its words and its target; `quote` stands for a quotation
    mark.
    """
    pieces = _PLAIN_LINK.split(markdown) if "](" in markdown else [markdown]
    targets = pieces[2::3]
    del pieces[2::3]
    bare = "".join(pieces)
    if _SIGN.search(bare) or "www." in bare or not _PLAIN.match(bare) or _OTHER_LINE.search(bare):
        return None
    if " \n" in bare or bare.endswith(" "):
        return None
    pieces = [piece.replace('"', quote) for piece in pieces]
    pieces[1::2] = map(link, pieces[1::2], targets)
    made = "".join(pieces).rstrip("\n")
    return f"<p>{_BETWEEN_PARAGRAPHS.sub(_NEXT_PARAGRAPH, made)}</p>\n"


def _write_link(words: str, target: str) -> str:
    return f'<a href="{target}">{words}</a>'


def _guard(match: re.Match[str]) -> str:
    return match["kept"] or _STAND_IN


def _convert(text: str) -> str:
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options=_OPTIONS))


def _write_notes(made: str) -> str:
    """Return footnotes as numbers, and a list below a line: links would need ids that a page has once only."""
    if 'class="footnote' not in made:
        return made
    made = _WAY_BACK.sub("", _NOTE_MARK.sub(r"<sup>\1</sup>", made))
    return _NOTES.sub(r"<hr />\1", made)


def _write_check_boxes(made: str) -> str:
    """Return items of a list of tasks with a sign that also stands on paper."""
    return _CHECK_BOX.sub(lambda box: "☑" if box[1] else "☐", made)


def _continue_outline(made: str, top: int) -> str:
    """Return headings that go on from those of the page; one without words is left out."""
    levels = [int(level) for level, words in _HEADING.findall(made) if words.strip()]
    if not levels:
        return _HEADING.sub("", made)
    highest, last = min(levels), top - 1

    def shift(match: re.Match[str]) -> str:
        nonlocal last
        if not match[2].strip():
            return ""
        last = min(int(match[1]) - highest + top, last + 1, _LOWEST)
        return f"<h{last}>{match[2]}</h{last}>"

    return _HEADING.sub(shift, made)
