"""All settings of a host in one value, made from mkdocs.yml; what can't be used is told, never passed over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from knowledge_hub.problems.problem import Problem
from knowledge_hub.settings.contact import Contact, read_contact
from knowledge_hub.settings.help_line import DEFAULT, HelpLine, read_help_line
from knowledge_hub.settings.menu import MenuItem, read_menu
from knowledge_hub.settings.plugins import read_plugins
from knowledge_hub.settings.reader import SettingReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the host decides: names and addresses ("" where there is none), whom to call, where contributions go."""

    site_name: str = "Knowledge hub"
    site_url: str = ""
    description: str = ""
    language: str = "en"
    host: str = ""
    help: HelpLine = DEFAULT
    contact: Contact = field(default_factory=Contact)
    menu: tuple[MenuItem, ...] = ()


def create_settings(settings: Mapping[str, Any], written: str = "") -> tuple[Settings, list[Problem]]:
    """Return the settings of a site and what is wrong with them.

    `settings` are the values of mkdocs.yml, with `theme` and `extra` as mappings; `written` is its text.
    """
    reader = SettingReader(settings, written)
    made = Settings(
        site_name=reader.text("site_name", default=Settings().site_name),
        site_url=_with_slash(reader.web_address("site_url")),
        description=reader.text("site_description"),
        language=reader.text("theme", "language", default="en"),
        host=reader.text("extra", "host"),
        help=read_help_line(reader),
        contact=read_contact(reader),
        menu=read_menu(reader),
    )
    read_plugins(reader)
    return made, reader.problems


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
