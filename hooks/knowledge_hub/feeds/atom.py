"""Feeds as Atom 1.0 (RFC 4287)."""

import datetime
from collections.abc import Sequence
from html import escape

from knowledge_hub.feeds.entries import Entry, clean, moment
from knowledge_hub.feeds.places import FeedPlace
from knowledge_hub.settings.settings import Settings


def render_entry(entry: Entry) -> str:
    """Return one entry, to stand in any number of feeds."""
    identity, link, when = escape(entry.identity), escape(entry.link), moment(entry.day)
    return (
        f"<entry>\n<id>{identity}</id>\n<title>{escape(entry.title)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{link}"/>\n'
        f"<published>{when}</published>\n<updated>{when}</updated>\n"
        f'<category term="{escape(entry.type)}" label="{escape(entry.type_word)}"/>\n'
        f"<summary>{escape(entry.text)}</summary>\n</entry>\n"
    )


def render_feed(place: FeedPlace, entries: Sequence[str], updated: datetime.date, settings: Settings) -> str:
    """Return a whole feed; `entries` are rendered already, `updated` is the day of the newest."""
    own, page = (escape(settings.site_url + path) for path in (place.atom, place.address))
    about = f"<subtitle>{escape(clean(place.about))}</subtitle>\n" if place.about else ""
    # Who runs the hub is the author of all: people's names stand on pages only, where they can be taken back.
    author = escape(clean(settings.host or settings.site_name))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(settings.language)}">\n'
        f"<id>{own}</id>\n<title>{escape(clean(place.title))}</title>\n{about}"
        f"<updated>{moment(updated)}</updated>\n<author><name>{author}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href="{own}"/>\n'
        f'<link rel="alternate" type="text/html" href="{page}"/>\n'
        f"{''.join(entries)}</feed>\n"
    )
