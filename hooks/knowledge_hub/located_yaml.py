"""YAML text to plain values that can tell their line and column; hostile or unclear YAML is refused.

Only mappings, lists and text come out: every scalar stays the text that was written, so that `NO`,
`02138`, `1:30` and `1.10` mean what their author meant. Reading walks the event stream of the C
parser once. Places are worked out by a second walk, and only for a document that has a problem.
A field without a value counts as not written.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from knowledge_hub.problems import Problem

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12

_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The second and third come from PyYAML's own parser, for an escape beyond the last character.
_SYNTAX_ERRORS = (yaml.YAMLError, ValueError, OverflowError)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

# Control characters (YAML allows tab, line feed and carriage return), the marks that reorder text, and
# halves of characters, which no file can hold.
FORBIDDEN_CHARACTERS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_CUT_SHORT = re.compile(r"[ \t]+#[^\r\n]*")

Location = Sequence[str | int]
Plain = dict[str, Any] | list[Any] | str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file; both numbers count from 1."""

    line: int
    column: int


class _Refused(Exception):
    """The text is YAML that the hub doesn't take."""

    def __init__(self, mark: Any, code: str, message: str, help_text: str = "") -> None:
        super().__init__(message)
        self.mark, self.code, self.message, self.help_text = mark, code, message, help_text


@dataclass(slots=True)
class LocatedDocument:
    """One file's plain value, and the text it came from."""

    path: str
    text: str
    value: Plain
    first_line: int = 1
    _places: dict[tuple[str | int, ...], Place] | None = field(default=None, repr=False)

    def place(self, location: Location, *, of_key: bool = False) -> Place:
        """Return where `location` (keys and list positions from the root) is written.

        The nearest enclosing place is returned where the exact one isn't in the file; with
        `of_key` it is the place of the key instead of its value.
        """
        if self._places is None:
            self._places = {}
            _Walk(self.text, self._places).read()
        wanted: tuple[str | int, ...] = tuple(location)
        if of_key and (*wanted, _KEY) in self._places:
            return self._shifted(self._places[*wanted, _KEY])
        while wanted and wanted not in self._places:
            wanted = wanted[:-1]
            if (*wanted, _KEY) in self._places:
                return self._shifted(self._places[*wanted, _KEY])
        return self._shifted(self._places.get(wanted, Place(1, 1)))

    def _shifted(self, place: Place) -> Place:
        return Place(place.line + self.first_line - 1, place.column)

    def problem(
        self, location: Location, code: str, message: str, help_text: str = "", *, of_key: bool = False
    ) -> Problem:
        """Return a problem placed at `location` of this document."""
        place = self.place(location, of_key=of_key)
        return Problem(self.path, place.line, place.column, code, message, help_text)


_KEY = "\0key"


def read_yaml(
    path: str, data: bytes, *, first_line: int = 1
) -> tuple[LocatedDocument | None, list[Problem]]:
    """Return the document in `data`, or None with the problems that keep it from being read.

    `first_line` is the line of the file at which `data` starts (front matter starts at 2).
    """
    text, problems = _decode(path, data, first_line)
    if text is None:
        return None, problems
    walk = _Walk(text)
    try:
        value = walk.read()
    except _Refused as refused:
        walk.faults.append((refused.mark, refused.code, refused.message, refused.help_text))
        value = None
    except _SYNTAX_ERRORS as error:
        walk.faults.append(_explain_syntax(text, error))
        value = None
    if walk.faults:
        return None, [_locate(path, first_line, fault) for fault in walk.faults]
    return LocatedDocument(path, text, value, first_line), []


_Fault = tuple[Any, str, str, str]


def _locate(path: str, first_line: int, fault: _Fault) -> Problem:
    mark, code, message, help_text = fault
    return Problem(path, mark.line + first_line, mark.column + 1, code, message, help_text)


def _decode(path: str, data: bytes, first_line: int) -> tuple[str | None, list[Problem]]:
    if len(data) > MAX_BYTES:
        size = f"This file has {len(data) // 1024} KB; a record may have at most {MAX_BYTES // 1024} KB."
        return None, [Problem(path, first_line, 1, "too-large", size, "Shorten it, or split it in two.")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, first_line, error)]
    if found := FORBIDDEN_CHARACTERS.search(text):
        line = text.count("\n", 0, found.start())
        column = found.start() - text.rfind("\n", 0, found.start())
        message, help_text = _explain_character(found[0])
        return None, [Problem(path, line + first_line, column, "control-character", message, help_text)]
    return text, []


def _explain_character(character: str) -> tuple[str, str]:
    message = f"There is an invisible control character here (U+{ord(character):04X})."
    return message, "Delete it: retype the words on both sides of this spot."


def _not_utf8(path: str, data: bytes, first_line: int, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start]
    line = before.count(b"\n")
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    guess = data[error.start : error.start + 1].decode("cp1252", "replace")
    message = f"The character here isn't UTF-8 text; it looks like “{guess}” saved by an older program."
    help_text = "Save the file as UTF-8 (in most editors: Save with encoding, UTF-8)."
    return Problem(path, line + first_line, column, "encoding", message, help_text)


class _Walk:
    """One pass over the events of a text; fills `places` only when it is given."""

    def __init__(self, text: str, places: dict[tuple[str | int, ...], Place] | None = None) -> None:
        self.text = text
        self.places = places
        self.faults: list[_Fault] = []
        self._lines: list[str] | None = None

    def read(self) -> Plain:
        """Return the plain value of the only document, None for an empty one."""
        events = yaml.parse(self.text, Loader=_FAST_LOADER)
        next(events)
        event = next(events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        value = self._value(next(events), events, (), 1)
        next(events)
        if isinstance(after := next(events), yaml.DocumentStartEvent):
            message = "A second document starts here (a line with only ---); a file holds one record."
            raise _Refused(after.start_mark, "second-document", message, "Put it in a file of its own.")
        return value

    def _value(
        self, event: Any, events: Iterator[Any], location: tuple[str | int, ...], depth: int
    ) -> Plain:
        self._refuse_tricks(event)
        if self.places is not None:
            self.places[location] = _place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth > MAX_DEPTH:
            message = f"Values are nested more than {MAX_DEPTH} deep here."
            raise _Refused(event.start_mark, "too-deep", message, "Check the indentation of this part.")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, location, depth)
        return self._mapping(events, location, depth)

    def _sequence(
        self, events: Iterator[Any], location: tuple[str | int, ...], depth: int
    ) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*location, len(items)), depth + 1))
        return items

    def _mapping(
        self, events: Iterator[Any], location: tuple[str | int, ...], depth: int
    ) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event)
            if key in lines:
                message = f"“{key}” is written twice (first on line {lines[key]})."
                help_text = "Only one of them would be kept: join them or delete one."
                self.faults.append((event.start_mark, "duplicate-key", message, help_text))
            if self.places is not None:
                self.places[*location, key, _KEY] = _place(event.start_mark)
            lines.setdefault(key, event.start_mark.line + 1)
            value = self._value(next(events), events, (*location, key), depth + 1)
            if value is not None:
                mapping[key] = value
        return mapping

    def _key(self, event: Any) -> str:
        self._refuse_tricks(event)
        if not isinstance(event, yaml.ScalarEvent) or (event.value == "<<" and event.implicit[0]):
            message = "A field name must be a plain word."
            raise _Refused(event.start_mark, "bad-key", message, "Write it as name: value.")
        return str(event.value)

    def _scalar(self, event: Any) -> str | None:
        if event.style:
            return str(event.value)
        if self._is_cut_short(event):
            message = "Everything after the # is ignored, because YAML takes it for a comment."
            help_text = f'Put the whole value in double quotes, for example "{event.value} # …".'
            self.faults.append((event.end_mark, "cut-short", message, help_text))
        return None if event.value in _NULLS else str(event.value)

    def _is_cut_short(self, event: Any) -> bool:
        """Tell whether a ` #` follows the value on its line; a comment may stand on its own line."""
        if "#" not in self.text or not event.value:
            return False
        if self._lines is None:
            self._lines = self.text.splitlines()
        mark = event.end_mark
        if mark.line >= len(self._lines):
            return False
        # The C parser ends a plain scalar before the blanks that follow it, or on the next line.
        return bool(_CUT_SHORT.match(self._lines[mark.line], mark.column)) and mark.column > 0

    def _refuse_tricks(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = f"“*{event.anchor}” would be read as a reference to another place in the file."
            help_text = "If you mean the text, put the value in double quotes."
            raise _Refused(event.start_mark, "alias", message, help_text)
        if event.anchor is not None:
            message = f"“&{event.anchor}” would be read as a name for this place in the file."
            help_text = "If you mean the text, put the value in double quotes."
            raise _Refused(event.start_mark, "anchor", message, help_text)
        if event.tag is not None and event.tag != "!":
            message = "A word that starts with ! would be read as an instruction to the computer."
            help_text = "If you mean the text, put the value in double quotes."
            raise _Refused(event.start_mark, "tag", message, help_text)
        # In double quotes a character can be written as an escape, such as \u202e.
        is_quoted = isinstance(event, yaml.ScalarEvent) and event.style == '"'
        if is_quoted and (found := FORBIDDEN_CHARACTERS.search(event.value)):
            raise _Refused(event.start_mark, "control-character", *_explain_character(found[0]))


def _place(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _explain_syntax(text: str, found: Exception) -> _Fault:
    """Return the syntax fault in plain words; the pure-Python parser has the steadier messages."""
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except _SYNTAX_ERRORS as error:
        found = error if isinstance(error, yaml.MarkedYAMLError) else found
    if isinstance(found, yaml.MarkedYAMLError):
        return _plain_syntax(found)
    start = yaml.Mark("", 0, 0, 0, "", 0)
    return (start, "yaml-syntax", "This file can't be read as YAML.", "Compare it with a similar record.")


def _plain_syntax(error: yaml.MarkedYAMLError) -> _Fault:
    """Return place, code, message and mend for the parser's own message (PyYAML 6)."""
    mark = error.problem_mark or error.context_mark
    for start, code, message, help_text in _SYNTAX:
        if (error.problem or "").startswith(start):
            if code == "unclosed-quote":
                mark = error.context_mark or mark
            return (mark, code, message, help_text)
    message = "The text here can't be read as YAML."
    return (mark, "yaml-syntax", message, "Check the indentation, the colons and the quotes above it.")


_SYNTAX = (
    (
        "mapping values are not allowed here",
        "second-colon",
        "There is a second colon followed by a space in this line, or the line is indented too far.",
        "Put the text after the first colon in double quotes.",
    ),
    (
        "found character '\\t'",
        "tab",
        "This line is indented with a TAB character.",
        "Use spaces instead, two for each level.",
    ),
    (
        "found unexpected end of stream",
        "unclosed-quote",
        "A quotation mark is opened here and never closed.",
        "Add the closing quotation mark.",
    ),
    (
        "found undefined tag handle",
        "tag",
        "A word that starts with ! would be read as an instruction to the computer.",
        "If you mean the text, put the value in double quotes.",
    ),
)
