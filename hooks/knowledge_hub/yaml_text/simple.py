"""One pass over the parser's events for texts of which nothing but their words can be said, as of nearly all."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import yaml
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from knowledge_hub.yaml_text.walk import MAX_DEPTH, NULLS, PARSER, Plain

# The second and third come from PyYAML's own parser, for an escape beyond the last character.
SYNTAX_ERRORS = (yaml.YAMLError, ValueError, OverflowError)
# Without these there is no comment, no character as a code, no quotation cut by a comma, no anchor, alias or tag.
_SIGNS = ("#", "\xad", "\\", "“", "&", "*", "!", "<<")


class _NotSimpleError(Exception):
    """There is more to say of the text than its words."""


def read_simple(text: str) -> Plain:
    """Return what Walk does of a text, None where Walk may find more in it than its value."""
    if any(map(text.__contains__, _SIGNS)):
        return None
    next_event = PARSER(text).get_event
    with suppress(_NotSimpleError, *SYNTAX_ERRORS):
        # The stream begins, and the document.
        next_event()
        next_event()
        value = _read(next_event(), next_event, 0)
        next_event()
        return value if isinstance(next_event(), StreamEndEvent) else None
    return None


def _read(opening: Any, next_event: Callable[[], Any], depth: int) -> dict[str, Any] | list[Any]:
    if depth < MAX_DEPTH and opening.__class__ is SequenceStartEvent:
        return _read_sequence(next_event, depth + 1)
    if depth < MAX_DEPTH and opening.__class__ is MappingStartEvent:
        return _read_mapping(next_event, depth + 1)
    # A scalar alone or without a value, or what is nested too deep.
    raise _NotSimpleError


# Every scalar of a library comes by here, and a call for each would be felt.
def _read_sequence(next_event: Callable[[], Any], depth: int) -> list[Any]:
    items: list[Any] = []
    while (event := next_event()).__class__ is not SequenceEndEvent:
        if event.__class__ is ScalarEvent and (event.value not in NULLS or event.style):
            items.append(event.value)
        else:
            items.append(_read(event, next_event, depth))
    return items


def _read_mapping(next_event: Callable[[], Any], depth: int) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    count = 0
    while (name := next_event()).__class__ is ScalarEvent:
        event = next_event()
        if event.__class__ is ScalarEvent and (event.value not in NULLS or event.style):
            mapping[name.value] = event.value
        else:
            mapping[name.value] = _read(event, next_event, depth)
        count += 1
    # Else a name is no word, or is written twice.
    if name.__class__ is MappingEndEvent and len(mapping) == count:
        return mapping
    raise _NotSimpleError
