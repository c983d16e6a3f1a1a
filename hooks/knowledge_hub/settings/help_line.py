"""Whom readers can call in a crisis: the first line of hard pages, and the last one of everything printed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from knowledge_hub.sentences import upper_first
from knowledge_hub.settings.reader import SettingReader

_NUMBER = re.compile(r"[+\d][\d\s().-]*")


class Way(NamedTuple):
    """One way to reach the help line: the link, and its words within a sentence."""

    href: str
    words: str


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Words and numbers as readers see them; an empty one is left out, and so is the line where all are.

    `hours` says when somebody answers, as the end of a sentence.
    """

    text: str = ""
    phone: str = ""
    text_message: str = ""
    emergency: str = ""
    hours: str = ""

    def __bool__(self) -> bool:
        return bool(self.phone or self.text_message or self.emergency or self.text)

    @property
    def sentence(self) -> str:
        """The whole line in words: what it is for, and what to do."""
        return f"{self.text} {self.offer}".strip()

    @property
    def offer(self) -> str:
        """What to do, as a sentence without links; "" where there is no number."""
        parts = [
            " or ".join(way.words for way in self.ways),
            f"call {self.emergency} if someone is in immediate danger" if self.emergency else "",
        ]
        told = "; ".join(part for part in parts if part)
        return f"{upper_first(told)}." if told else ""

    @property
    def ways(self) -> tuple[Way, ...]:
        """How to reach someone, each with its link; a number for both is named once."""
        both = self.phone == self.text_message
        call = Way(f"tel:{_digits(self.phone)}", "call" if both else f"call {self.phone}")
        text = Way(f"sms:{_digits(self.text_message)}", f"text {self.text_message}")
        return tuple(way for way, number in ((call, self.phone), (text, self.text_message)) if number)

    @property
    def emergency_href(self) -> str:
        """The link of the emergency number."""
        return f"tel:{_digits(self.emergency)}"


def _digits(number: str) -> str:
    return re.sub(r"[^+\d]", "", number)


# The United States' own, for a hub that says nothing else.
DEFAULT = HelpLine("In crisis, or worried about a student?", "988", "988", "911", "at any hour")


def read_help_line(reader: SettingReader) -> HelpLine:
    """Return `extra: help`: the default where it isn't written, none where it is written empty."""
    extra = reader.value("extra")
    if not isinstance(extra, Mapping) or "help" not in extra:
        return DEFAULT
    if not isinstance(extra["help"], Mapping):
        if extra["help"] not in (None, "", False):
            reader.refuse(
                ("extra", "help"), "should have lines below it", "Write text:, phone:, text_message: or emergency:."
            )
        return HelpLine()
    phone, message, emergency = (_read_number(reader, name) for name in ("phone", "text_message", "emergency"))
    question = DEFAULT.text if phone or message or emergency else ""
    return HelpLine(
        reader.text("extra", "help", "text", default=question),
        phone,
        message,
        emergency,
        reader.text("extra", "help", "hours"),
    )


def _read_number(reader: SettingReader, name: str) -> str:
    number = reader.text("extra", "help", name)
    if not number or _NUMBER.fullmatch(number):
        return number
    reader.refuse(("extra", "help", name), f"isn’t a telephone number: “{number}”", "Write digits, such as 988.")
    return ""
