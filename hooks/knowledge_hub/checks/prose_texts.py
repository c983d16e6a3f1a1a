"""What a long text has that readers won't see as it was meant: HTML, links that are left out, words that vanish."""

import html
import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.prose import ProseRenderer, find_links, is_kept_link, is_plain_text
from knowledge_hub.quoting import shorten
from knowledge_hub.records.walking import Location, walk_prose
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.walk import MOST_PROBLEMS

# Tags that people write by habit; any other word in angle brackets is meant as a word.
_TAG = re.compile(
    r"</?(?P<name>a|abbr|b|big|blockquote|br|center|code|del|details|div|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p"
    r"|pre|s|script|small|span|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)\b[^<>]*>|<!--",
    re.IGNORECASE,
)
# Code shows tags on purpose.
_CODE = re.compile(r"(?P<mark>`+)[^`].*?(?P=mark)|^(?:```|~~~).*?^(?:```|~~~)", re.DOTALL | re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LANGUAGE = re.compile(r"^[ >\t]*(?:```+|~~~+)[^\n`]*$", re.MULTILINE)
# What only texts with one of these can lose: definitions, titles of links, and cells beyond a table's head.
_RISKS = ("[", "|")
_SHOWN_ALL = ProseRenderer(lambda type_name, record_id: f"https://{type_name}.example/{record_id}")


def check_prose_texts(library: Library) -> Iterator[Problem]:
    """What is written in a long text is what readers see; what isn't is told at its spot."""
    for record in library.records:
        # Most records have only words and links to records, of which nothing is lost.
        if not library.names(record).is_plain:
            yield from islice(_check_record_texts(library.document(record), walk_prose(record)), MOST_PROBLEMS)


def _check_record_texts(document: LocatedDocument, texts: Iterator[tuple[Location, str]]) -> Iterator[Problem]:
    for location, text in texts:
        if is_plain_text(text):
            continue
        if "<" in text:
            yield from _find_tags(document, location, text)
        if "[" in text:
            yield from _find_lost_links(document, location, text)
        if any(risk in text for risk in _RISKS):
            yield from _find_lost_words(document, location, text)


def _find_tags(document: LocatedDocument, location: Location, text: str) -> Iterator[Problem]:
    # The start of an element and its end are one slip.
    tags = {found["name"]: found[0] for found in reversed(list(_TAG.finditer(_CODE.sub("", text))))}
    for tag in reversed(tags.values()):
        message = f"“{shorten(tag)}” is HTML, and readers will see it as it stands here."
        help_text = "Leave it out. Markdown has **bold**, *italics*, lists, tables and links."
        yield document.problem_at_words(location, tag, "html-tag", message, help_text)


def _find_lost_links(document: LocatedDocument, location: Location, text: str) -> Iterator[Problem]:
    for link in find_links(text):
        if not link.is_picture and not is_kept_link(link.target):
            message = f"The link to “{shorten(link.target)}” won’t be one: readers see its words only."
            help_text = "Write a web address with https://, mailto: or tel:, a file’s name, or a record as type:id."
            yield document.problem_at_words(location, link.target or "](", "lost-link", message, help_text)


def _find_lost_words(document: LocatedDocument, location: Location, text: str) -> Iterator[Problem]:
    """Name the first words that are on no page: of a note that nothing leads to, of a title, of a cell too many."""
    made = html.unescape(str(_SHOWN_ALL.render(text)))
    shown = re.sub(r"<(?!a |img )[^>]*>", "", made).casefold() + unquote(made).casefold()
    written = _WORD.findall(_LANGUAGE.sub("", html.unescape(text)))
    links = " ".join(link.target for link in find_links(text)).casefold()
    lost = [word for word in dict.fromkeys(written) if word.casefold() not in shown and word.casefold() not in links]
    if lost:
        message = f"Readers won’t see {', '.join(f'“{shorten(word)}”' for word in lost[:3])} of this text."
        help_text = (
            "A note needs its mark [^1] in the text, a link’s definition its use; a title of a link isn’t shown, "
            "and a table’s row has no more cells than its head."
        )
        yield document.problem_at_words(location, lost[0], "lost-words", message, help_text)
