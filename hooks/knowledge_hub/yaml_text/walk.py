"""One pass over the parser's events: plain values, where each is written, and the YAML the hub doesn't take."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from knowledge_hub.pasted_text import name_invisible, words_before
from knowledge_hub.quoting import quote, quoted_example
from knowledge_hub.yaml_text.faults import Fault, curly_quotes, split_by_comma, tag, written_twice
from knowledge_hub.yaml_text.source_text import FORBIDDEN

MAX_DEPTH = 12
# Beyond this, more problems of one file hide the few causes, and take time to explain.
MOST_PROBLEMS = 50
# Stands after a location for the place of the field's name.
KEY = "\0key"

Plain = dict[str, Any] | list[Any] | str | None
Spans = dict[tuple[str | int, ...], tuple[int, int]]

# The C parser alone, without all that makes values of its events.
PARSER = getattr(getattr(yaml, "cyaml", None), "CParser", yaml.SafeLoader)
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_COMMENT = re.compile(r"[ \t]+#[^\n]*")
_COLON = re.compile(r"\s*:")
_HASH_VALUE = re.compile(r"[ \t]*#[^\s#][^\n]*")


class Refused(Exception):
    """The text is YAML that the hub doesn't take."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Walk:
    """One pass over the events of a text; fills `spans` only when it is given."""

    def __init__(self, text: str, spans: Spans | None = None) -> None:
        self.text = text
        self.spans = spans
        self.faults: list[Fault] = []
        # Where a field's name is written without a value.
        self.without_value: list[tuple[str | int, ...]] = []
        self._has_comments = "#" in text
        # Written as a code, too.
        self._has_soft_hyphens = "\xad" in text or "\\" in text
        self._has_curly_quotes = "“" in text
        # Without these signs no event has an anchor or a tag, and no field is cut off by a comma.
        self._may_refuse = any(sign in text for sign in "&*!{")
        # Asking the parser itself, not yaml.parse, saves two calls an event.
        self._next: Callable[[], Any] = PARSER(text).get_event
        # The names and numbers that lead to where the walk is.
        self._way: list[str | int] = []

    def read(self) -> Plain:
        """Return the plain value of the only document, None for an empty one."""
        self._next()
        event = self._next()
        if isinstance(event, StreamEndEvent):
            return None
        value = self._value(self._next())
        self._next()
        if isinstance(after := self._next(), DocumentStartEvent):
            message = "A second record starts here, after a line with only ---. A file holds one."
            raise _refused(after, "second-document", message, "Put it in a file of its own.")
        return value

    def _value(self, event: Any) -> Plain:
        if self._may_refuse and (event.anchor is not None or event.tag is not None):
            raise self._refuse(event)
        if self.spans is not None:
            self.spans[tuple(self._way)] = _span(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if len(self._way) >= MAX_DEPTH:
            message = f"Values are nested more than {MAX_DEPTH} deep here."
            raise _refused(event, "too-deep", message, "Check the brackets and the spaces at the start of these lines.")
        if isinstance(event, SequenceStartEvent):
            return self._sequence()
        return self._mapping(event)

    def _sequence(self) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            self._way.append(len(items))
            items.append(self._value(event))
            self._way.pop()
        return items

    def _mapping(self, opening: Any) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        first: dict[str, Any] = {}
        way = self._way
        kept, lost = opening.end_mark.index, []
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event)
            if first.setdefault(key, event) is not event and not self._is_full():
                self._add(written_twice(self.text, key, _span(event), first[key].start_mark.line + 1))
            written = self._next()
            way.append(key)
            if self.spans is not None:
                self.spans[*way, KEY] = _span(event)
            value = self._value(written)
            if value is not None:
                mapping[key] = value
            elif opening.flow_style and not _COLON.match(self.text, event.end_mark.index):
                lost.append(event)
                way.pop()
                continue
            else:
                self.without_value.append(tuple(way))
            way.pop()
            if lost:
                self._lose(kept, lost)
                lost = []
            kept = event.start_mark.index
        self._lose(kept, lost)
        return mapping

    def _lose(self, kept: int, lost: list[Any]) -> None:
        """Add the fault of text between braces that a comma has cut off from the field that starts at `kept`."""
        if lost:
            self._add(split_by_comma(self.text, kept, *_span(lost[0])[:1], lost[-1].end_mark.index))

    def _key(self, event: Any) -> str:
        if self._may_refuse and (event.anchor is not None or event.tag is not None):
            raise self._refuse(event)
        if not isinstance(event, ScalarEvent) or (event.value == "<<" and event.implicit[0]):
            raise _refused(event, "bad-key", "A field’s name must be a plain word.", "Write it as name: value.")
        if event.style:
            self._find_escaped(event)
        key: str = event.value
        return key

    def _scalar(self, event: Any) -> str | None:
        value: str = event.value
        if self._has_soft_hyphens:
            value = value.replace("\xad", "")
        if event.style:
            self._find_escaped(event)
            return value
        if self._has_comments and (fault := self._lost_text(event)):
            self._add(fault)
        if self._has_curly_quotes and value.startswith("“") and (fault := self._split_quote(event)):
            self._add(fault)
        return None if value in NULLS else value

    def give_up(self, last: Fault) -> None:
        """Add the fault that ended the reading; on its line it explains the others away."""
        others = [fault for fault in self.faults if "\n" in self.text[fault.start : last.start]]
        self.faults = [*others, last]

    def _find_escaped(self, event: Any) -> None:
        """Add the fault of a character that is written as a code, which only double quotes allow."""
        if event.style == '"' and (found := FORBIDDEN.search(event.value)):
            before = words_before(event.value, found.start())
            place = f"after “{before}”" if before else "at the start"
            message = f"There is an invisible character {place}: {name_invisible(found[0])} (U+{ord(found[0]):04X})."
            help_text = f"Delete it: retype the words there. In the file it is written as \\u{ord(found[0]):04x}."
            self._add(Fault(*_span(event), "control-character", message, help_text))

    def _add(self, fault: Fault) -> None:
        if not self._is_full():
            self.faults.append(fault)

    def _is_full(self) -> bool:
        """Tell whether there is one fault more than will be shown."""
        return len(self.faults) > MOST_PROBLEMS

    def _lost_text(self, event: Any) -> Fault | None:
        """Return the fault of a ` #` on the value's line; a comment may stand on a line of its own."""
        end = event.end_mark.index
        if not event.value:
            # "title: #3" leaves nothing; "title: # a note" after an empty field is an ordinary comment.
            found = _HASH_VALUE.match(self.text, end)
            written = found[0].strip() if found else ""
        elif event.end_mark.column == 0:
            return None
        else:
            # The C parser ends a plain scalar before the blanks that follow it, or on the next line.
            found = _COMMENT.match(self.text, end)
            written = f"{event.value}{found[0]}" if found else ""
        if found is None:
            return None
        message = "Everything after the # is ignored, because YAML takes it for a comment."
        return Fault(found.start(), found.end(), "cut-short", message, quoted_example(written))

    def _split_quote(self, event: Any) -> Fault | None:
        """Return the fault of an item whose curly quotation marks hold a comma, which splits it in two."""
        quoted, closing, _ = self._rest_of_line(event).partition("”")
        end = event.end_mark.index
        if not closing or "”" in event.value or self.text[end : end + 1] != ",":
            return None
        return curly_quotes(event.start_mark.index, quoted + closing)

    def _refuse(self, event: Any) -> Refused:
        """Return why an event with an anchor, an alias or a tag isn't taken."""
        if isinstance(event, AliasEvent):
            message = f"“*{event.anchor}” would be read as a reference to another place in the file."
            return _refused(event, "alias", message, f"If you mean the text, write {quote(f'*{event.anchor}')}.")
        if event.anchor is not None:
            message = f"“&{event.anchor}” would be read as a name for this place in the file."
            return _refused(event, "anchor", message, "If you mean the text, put the whole value in quotation marks.")
        return Refused(tag(event.start_mark.index, self._rest_of_line(event)))

    def _rest_of_line(self, event: Any) -> str:
        start = event.start_mark.index
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].rstrip()


def find_span(text: str, location: Sequence[str | int]) -> tuple[int, int] | None:
    """Return what Walk says of the span of one value, None where it isn't written; nothing after it is read."""
    events = iter(PARSER(text).get_event, None)
    event = next(itertools.islice(events, 2, None), None)
    for step in location:
        event = _find_step(event, events, step)
    return None if event is None else _span(event)


def _find_step(opening: Any, events: Iterator[Any], step: str | int) -> Any:
    """Return the first event of what a mapping or a list has under a name or number, None where it has nothing."""
    is_mapping = isinstance(opening, MappingStartEvent)
    if not is_mapping and not isinstance(opening, SequenceStartEvent):
        return None
    for number in itertools.count():
        event = next(events)
        if isinstance(event, CollectionEndEvent):
            return None
        name = event.value if is_mapping else number
        value = next(events) if is_mapping else event
        if name == step:
            return value
        _pass_over(value, events)
    return None


def _pass_over(event: Any, events: Iterator[Any]) -> None:
    depth = int(isinstance(event, CollectionStartEvent))
    while depth:
        event = next(events)
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)


def _span(event: Any) -> tuple[int, int]:
    """Return start and end of what an event covers; for lists and fields only their first sign."""
    start, end = event.start_mark.index, event.end_mark.index
    is_word = isinstance(event, ScalarEvent | AliasEvent)
    return start, max(end, start + 1) if is_word else start + 1


def _refused(event: Any, code: str, message: str, help_text: str) -> Refused:
    return Refused(Fault(*_span(event), code, message, help_text))
