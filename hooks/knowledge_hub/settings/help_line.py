"""Whom readers can call in a crisis: the first line of hard pages, and the last one of everything printed."""

import re
from dataclasses import dataclass

from knowledge_hub.settings.reader import SettingReader

_NUMBER = re.compile(r"[+\d][\d\s().-]*")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Words and numbers as readers see them; an empty one is left out, and so is the line where all are."""

    text: str = ""
    phone: str = ""
    text_message: str = ""
    emergency: str = ""

    def __bool__(self) -> bool:
        return bool(self.phone or self.text_message or self.emergency or self.text)

    @property
    def sentence(self) -> str:
        """The whole line in words, such as “Call or text 988; call 911 if someone is in immediate danger.”"""
        return f"{self.text} {self.offer}".strip()

    @property
    def offer(self) -> str:
        """What to do, as a sentence without links; "" where there is no number."""
        parts = [self._reach, f"call {self.emergency} if someone is in immediate danger" if self.emergency else ""]
        told = "; ".join(part for part in parts if part)
        return f"{told[0].upper()}{told[1:]}." if told else ""

    @property
    def _reach(self) -> str:
        if self.phone and self.phone == self.text_message:
            return f"call or text {self.phone}"
        ways = (f"call {self.phone}" if self.phone else "", f"text {self.text_message}" if self.text_message else "")
        return " or ".join(way for way in ways if way)


# The United States' own, for a hub that says nothing else.
DEFAULT = HelpLine("In crisis, or worried about a student?", "988", "988", "911")


def read_help_line(reader: SettingReader) -> HelpLine:
    """Return `extra: help`: the default where it isn't written, none where it is written empty."""
    extra = reader.value("extra")
    if not isinstance(extra, dict) or "help" not in extra:
        return DEFAULT
    if not isinstance(extra["help"], dict):
        if extra["help"] not in (None, "", False):
            reader.refuse(
                ("extra", "help"), "should have lines below it", "Write text:, phone:, text_message: or emergency:."
            )
        return HelpLine()
    phone, message, emergency = (_read_number(reader, name) for name in ("phone", "text_message", "emergency"))
    question = DEFAULT.text if phone or message or emergency else ""
    return HelpLine(reader.text("extra", "help", "text", default=question), phone, message, emergency)


def _read_number(reader: SettingReader, name: str) -> str:
    number = reader.text("extra", "help", name)
    if not number or _NUMBER.fullmatch(number):
        return number
    reader.refuse(("extra", "help", name), f"isn’t a telephone number: “{number}”", "Write digits, such as 988.")
    return ""
