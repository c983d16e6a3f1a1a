"""Reads a host's settings one by one, and keeps what is wrong with them, each with its line in mkdocs.yml."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from knowledge_hub.problems.problem import Problem

FILE = "mkdocs.yml"
_EMAIL = re.compile(r"[^\s@?&,;<>]+@[^\s@?&,;<>]+\.[^\s@?&,;<>]+")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"']+")

Setting = tuple[str, ...]


class SettingReader:
    """The settings as the site generator understood them; `problems` grows while they are read.

    `written` is the text of the settings file, from which problems get their lines.
    """

    def __init__(self, settings: Mapping[str, Any], written: str = "") -> None:
        self.problems: list[Problem] = []
        self._settings = settings
        self._written = written

    def value(self, *setting: str) -> Any:
        """Return what is set below these names, None where nothing is."""
        found: Any = self._settings
        for name in setting:
            found = found.get(name) if isinstance(found, Mapping) else None
        return found

    def text(self, *setting: str, default: str = "") -> str:
        """Return a text, `default` where nothing is set; anything but a text or a number is a problem."""
        value = self.value(*setting)
        if value is None:
            return default
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return " ".join(str(value).split())
        self.refuse(setting, "should be a line of text", f"Write for example: {setting[-1]}: some words")
        return default

    def switch(self, *setting: str, default: bool) -> bool:
        """Return true or false, `default` where nothing is set; anything else is a problem."""
        value = self.value(*setting)
        if isinstance(value, bool) or value is None:
            return default if value is None else value
        self.refuse(
            setting, f"says neither yes nor no: “{value}”", f"Write {setting[-1]}: true or {setting[-1]}: false"
        )
        return default

    def choice(self, *setting: str, choices: Sequence[str]) -> str:
        """Return one of some words, the first where nothing is set; any other word is a problem."""
        value = self.text(*setting, default=choices[0])
        if value in choices:
            return value
        ways = " or ".join(f"{setting[-1]}: {choice}" for choice in choices)
        self.refuse(setting, f"can’t be “{value}”", f"Write {ways}")
        return choices[0]

    def items(self, *setting: str) -> Sequence[Any]:
        """Return a list, empty where nothing is set; anything but a list is a problem."""
        value = self.value(*setting)
        if value is None:
            return ()
        if isinstance(value, list | tuple):
            return value
        self.refuse(setting, "should be a list", "Put each item on a line of its own, after a hyphen and a space.")
        return ()

    def web_address(self, *setting: str) -> str:
        """Return an address that starts with https:// or http://, "" where none is set."""
        value = self.text(*setting)
        if not value or _WEB_ADDRESS.fullmatch(value):
            return value
        self.refuse(setting, f"isn’t an address: “{value}”", "Write the whole address, starting with https://")
        return ""

    def email(self, *setting: str) -> str:
        """Return an e-mail address, "" where none is set."""
        value = self.text(*setting)
        if not value or _EMAIL.fullmatch(value):
            return value
        self.refuse(setting, f"isn’t an e-mail address: “{value}”", "Write one address, such as hub@example.org")
        return ""

    def refuse(self, setting: Setting, what: str, mend: str) -> None:
        """Note a setting that can't be used; the site isn't published until it is mended."""
        self._note("bad-setting", setting, what, mend)

    def warn(self, setting: Setting, what: str, mend: str) -> None:
        """Note a setting that has no effect, with what to do instead."""
        self._note("unused-setting", setting, what, mend)

    def note(self, setting: Setting, what: str, mend: str) -> None:
        """Note what a host should know of a setting that is all right as it is."""
        self._note("setting-notice", setting, what, mend)

    def _note(self, code: str, setting: Setting, what: str, mend: str) -> None:
        line = find_line(self._written, setting)
        self.problems.append(Problem(FILE, line, 1, code, f"“{': '.join(setting)}” {what}.", mend))


def find_line(written: str, setting: Setting) -> int:
    """Return the line of a setting, of the nearest setting above it that is written, or 1."""
    line = 1
    # Composing builds no value, so tags such as !ENV are only text here.
    node = yaml.compose(written, Loader=yaml.SafeLoader) if written else None
    for name in setting:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        found = next((pair for pair in pairs if pair[0].value == name), None)
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line
