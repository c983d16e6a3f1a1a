"""What the home page says first: heading, lead, examples for the search, and the ways in."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from knowledge_hub.settings.reader import SettingReader

ICONS = ("case-study", "community", "guide", "lesson", "pathway", "role", "toolkit")
# An address of this site or of another; “javascript:” and the like are neither.
_LINK = re.compile(r"(https?://[^\s<>\"']+|[a-z0-9][a-z0-9/_.-]*([?#][^\s<>\"':]*)?)", re.IGNORECASE)


class Door(NamedTuple):
    """One way in: words, where it leads (from the root of the site), and one of `ICONS` or ""."""

    title: str
    text: str
    href: str
    icon: str = ""


class Home(NamedTuple):
    """The host's own words; what is empty stays as the hub has it."""

    heading: str = ""
    lead: str = ""
    examples: tuple[str, ...] = ()
    doors: tuple[Door, ...] = ()


def read_home(reader: SettingReader) -> Home:
    """Return `extra: home`."""
    return Home(
        reader.text("extra", "home", "heading"),
        reader.text("extra", "home", "lead"),
        tuple(" ".join(str(item).split()) for item in reader.items("extra", "home", "examples") if item),
        tuple(_read_doors(reader)),
    )


def _read_doors(reader: SettingReader) -> Iterator[Door]:
    setting = ("extra", "home", "doors")
    for item in reader.items(*setting):
        said = item if isinstance(item, Mapping) else {}
        title, text, href, icon = (
            " ".join(str(said.get(name) or "").split()) for name in ("title", "text", "link", "icon")
        )
        if not title or not _LINK.fullmatch(href):
            mend = "Write title: with its words, and link: with an address such as toolkits/ or https://example.org/"
            reader.refuse(setting, f"has an entry without title or without a link that works: “{title or href}”", mend)
        elif icon and icon not in ICONS:
            reader.refuse(setting, f"has an icon that isn’t here: “{icon}”", f"Use one of: {', '.join(ICONS)}.")
        else:
            yield Door(title, text, href, icon)
