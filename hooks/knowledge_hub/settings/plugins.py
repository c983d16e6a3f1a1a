"""What becomes of each plugin that hosts of other sites use: tried with the hub's generated pages, and told.

A plugin that isn't named here was not tried, and that is said.
"""

from collections.abc import Mapping
from typing import NamedTuple

from knowledge_hub.settings.reader import SettingReader


class Verdict(NamedTuple):
    """Why a plugin isn't used, as the end of a sentence, and what to do instead."""

    why: str
    instead: str


_OWN_PAGES = "Take the line out; the hub lists own pages by itself, in the order of nav:."
_HTML_ONLY = "Take the line out."

# Tried in November 2026 with builds of a small hub; the dates of a page and redirects with real Git histories.
WORKING = ("blog", "git-revision-date-localized", "meta", "redirects", "tags", "typeset")

# Nothing breaks, and nothing comes of it either.
UNUSED = {
    "awesome-nav": Verdict("has no effect: the menu is what nav: says", _OWN_PAGES),
    "group": Verdict("has no effect: it only holds other plugins", "Name those plugins themselves."),
    "literate-nav": Verdict("has no effect: the menu is what nav: says", _OWN_PAGES),
    "mike": Verdict("has no effect: a hub has one version", "Keep older ones at addresses of their own."),
    "projects": Verdict("has no effect: each hub is built by itself", _HTML_ONLY),
    "search": Verdict(
        "has no effect: the hub has a search of its own",
        "Take the line out, and leave plugins: [] where no other is used.",
    ),
    "section-index": Verdict("has no effect: the hub has its own menu", _OWN_PAGES),
    "social": Verdict(
        "has no effect: the hub makes its own cards for links", "Take the line out; extra: cards: is theirs."
    ),
}

# The site would break, or be less safe than readers are told.
REFUSED = {
    "glightbox": Verdict(
        "puts a script into every page that the hub’s security policy blocks", "Link a picture to its large version."
    ),
    "i18n": Verdict(
        "can’t read the hub’s generated pages and ends the build",
        "Write pages in another language as ordinary pages, such as docs/es/index.md, and list them under nav:.",
    ),
    "macros": Verdict(
        "runs code that stands in pages, so a contribution could run code while the site is built",
        "Write the values into the pages.",
    ),
    "offline": Verdict(
        "changes every address, and the hub’s own links would lead nowhere", "Offer the zip files of the toolkits."
    ),
    "privacy": Verdict(
        "fetches files from other servers while the site is built, so the same content would not give the same site",
        "Put the files into docs/ and link to them there.",
    ),
    "rss": Verdict(
        "can’t read the hub’s generated pages and ends the build",
        "Take the line out; Material’s blog lists posts without it.",
    ),
}


def read_plugins(reader: SettingReader) -> None:
    """Note every plugin in `plugins` that has no effect here, and refuse those that would break the site."""
    written = reader.value("plugins")
    # MkDocs takes a list, or names with their options below them.
    for name in map(_short_name, written if isinstance(written, Mapping) else reader.items("plugins")):
        if verdict := UNUSED.get(name):
            reader.warn(("plugins", name), verdict.why, verdict.instead)
        elif verdict := REFUSED.get(name):
            reader.refuse(("plugins", name), f"can’t be used: it {verdict.why}", verdict.instead)
        elif name not in WORKING:
            mend = "Look at the built site before you rely on it."
            reader.note(("plugins", name), "wasn’t tried with pages that are made from records", mend)


def _short_name(plugin: object) -> str:
    """Return what a host writes: a name, or a name with options, with or without the theme's own name before it."""
    name = next(iter(plugin), "") if isinstance(plugin, dict) else plugin
    return str(name).removeprefix("material/")
