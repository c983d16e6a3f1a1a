"""Contributor Markdown to safe HTML: the only place that does it.

GitHub-flavoured Markdown by cmark (raw HTML off), then nh3 keeps a short list of tags and nothing
else. Links of the form `[words](toolkit:pdsa-cycle)` become links to that record's page.
"""

import re
from collections.abc import Callable

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options
from markupsafe import Markup

from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.yaml_text.source_text import FORBIDDEN

LinkResolver = Callable[[str, str], str | None]

_OPTIONS = Options.CMARK_OPT_VALIDATE_UTF8 | Options.CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES
_TAGS = {
    *("p", "br", "hr", "blockquote", "ul", "ol", "li", "h3", "h4", "h5", "h6"),
    *("strong", "em", "del", "code", "pre", "a"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_WEB_SCHEMES = {"http", "https", "mailto", "tel"}
_RECORD_SCHEMES = {*(cls.type for cls in RECORD_TYPES), "source"}
_HEADING = re.compile(r"<(/?)h([1-6])>")
_LINKLESS = re.compile(r"<a(?: rel=\"[^\"]*\")?>((?:(?!</?a\b).)*)</a>", re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
# A first-level heading of a text becomes one of this level.
_TOP_LEVEL = 3


class ProseRenderer:
    """Turns long text fields into safe HTML; `resolve` returns the address for (record type, id), None to leave out."""

    def __init__(self, resolve: LinkResolver) -> None:
        # Setting one up takes longer than cleaning a text.
        self._cleaner = nh3.Cleaner(
            tags=_TAGS,
            attributes={"a": {"href"}, "ol": {"start"}},
            url_schemes=_WEB_SCHEMES | _RECORD_SCHEMES,
            attribute_filter=lambda tag, name, value: _filter_attribute(tag, name, value, resolve),
            link_rel=None,
        )

    def render(self, markdown: str) -> Markup:
        """Return safe HTML for one text."""
        html = cmarkgfm.github_flavored_markdown_to_html(markdown, options=_OPTIONS)
        # An entity such as &#x202e; is a way round the check of the file.
        html = _HEADING.sub(_shift_heading, FORBIDDEN.sub("", html))
        html = _LINKLESS.sub(r"\1", self._cleaner.clean(html))
        if "<table>" in html:
            html = _TABLE.sub(_frame_table, html)
        return Markup(html.strip())  # noqa: S704 -- nh3 has just cleaned it


def _shift_heading(match: re.Match[str]) -> str:
    """Return a heading below that of the section which the text stands in."""
    level = min(int(match[2]) + _TOP_LEVEL - 1, 6)
    return f"<{match[1]}h{level}>"


def _filter_attribute(tag: str, name: str, value: str, resolve: LinkResolver) -> str | None:
    """Return the value to keep, None to drop the attribute."""
    if name != "href":
        return value if value.isdecimal() else None
    scheme, colon, rest = value.partition(":")
    if colon and scheme.lower() in _RECORD_SCHEMES:
        return resolve(scheme.lower(), rest)
    if colon and scheme.lower() in _WEB_SCHEMES:
        return value
    # Everything else could leave the site by another name (//host, \\host) or break when moved.
    return None


def _frame_table(match: re.Match[str]) -> str:
    table = match[0].replace("<table>", '<table class="hub-table">').replace("<th>", '<th scope="col">')
    return f'<div class="hub-scroll" role="region" aria-label="Table" tabindex="0">{table}</div>'
