"""All settings of a host in one value, made from mkdocs.yml; what can't be used is told, never passed over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from knowledge_hub.problems.problem import Problem
from knowledge_hub.settings.contact import Contact, read_contact
from knowledge_hub.settings.help_line import DEFAULT, HelpLine, read_help_line
from knowledge_hub.settings.home import Home, read_home
from knowledge_hub.settings.identity import Identity, direction_of, read_identity, read_language
from knowledge_hub.settings.menu import MenuItem, read_menu
from knowledge_hub.settings.outside import Outside, read_outside
from knowledge_hub.settings.palette import Palette, read_palette
from knowledge_hub.settings.plugins import read_plugins
from knowledge_hub.settings.reader import FILE, SettingReader, find_line
from knowledge_hub.settings.unknown import tell_unknown_names
from knowledge_hub.settings.unused import tell_unused

# No one's address (RFC 2606): what a new hub starts with.
_PLACEHOLDERS = frozenset({"example.org", "example.com", "example.net"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the host decides: names and addresses ("" where there is none), looks, whom to call, what may load.

    `palette` is None where the hub's own colors stay. `has_cards` says whether pictures are made that other sites
    show with a link, `claims_are_errors` whether a documented record is kept back while something that it claims is in
    no fact of its sources.
    """

    site_name: str = "Knowledge hub"
    site_url: str = ""
    description: str = ""
    language: str = "en"
    host: str = ""
    identity: Identity = field(default_factory=Identity)
    palette: Palette | None = None
    home: Home = field(default_factory=Home)
    outside: Outside = field(default_factory=Outside)
    help: HelpLine = DEFAULT
    contact: Contact = field(default_factory=Contact)
    menu: tuple[MenuItem, ...] = ()
    has_cards: bool = True
    claims_are_errors: bool = False

    @property
    def direction(self) -> str:
        """Which way the site's language is written: “ltr” or “rtl”."""
        return direction_of(self.language)


def create_settings(
    settings: Mapping[str, Any], written: str = "", docs: Path | None = None
) -> tuple[Settings, list[Problem]]:
    """Return the settings of a site and what is wrong with them.

    `settings` are the values of mkdocs.yml, with `theme` and `extra` as mappings; `written` is its text.
    `docs` is the folder of hand-written pages, in which pictures lie; without it none are looked for.
    """
    reader = SettingReader(settings, written)
    made = Settings(
        site_name=reader.text("site_name", default=Settings().site_name),
        site_url=_with_slash(reader.web_address("site_url")),
        description=reader.text("site_description"),
        language=read_language(reader),
        host=reader.text("extra", "host"),
        identity=read_identity(reader, docs),
        palette=read_palette(reader),
        home=read_home(reader),
        outside=read_outside(reader),
        help=read_help_line(reader),
        contact=read_contact(reader),
        menu=read_menu(reader),
        has_cards=reader.switch("extra", "cards", default=True),
        claims_are_errors=reader.choice("extra", "claims", choices=("warning", "error")) == "error",
    )
    read_plugins(reader)
    _tell_placeholder(reader, made.site_url)
    tell_unused(reader, docs)
    tell_unknown_names(reader)
    return made, reader.problems


def find_missing_address(made: Settings, written: str) -> list[Problem]:
    """Return what a host whose settings name no address should know; the site itself needs none."""
    if made.site_url:
        return []
    message = "“site_url” isn’t set, so there are no feeds and no calendars to subscribe to: their links are whole."
    mend = "Write where readers will find the site."
    return [Problem(FILE, find_line(written, ("site_url",)), 1, "setting-notice", message, mend)]


def _tell_placeholder(reader: SettingReader, address: str) -> None:
    if urlsplit(address).hostname in _PLACEHOLDERS:
        reader.note(
            ("site_url",),
            f"is still the example “{address}”",
            "Write where readers will find the site; files and feeds that they take along say this address.",
        )


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
