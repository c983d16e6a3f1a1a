"""Plain values to YAML that `located_yaml` reads back exactly, whatever the text holds.

Characters that the hub refuses are written as escapes, so that the reader finds and names them.
"""

import re
from collections.abc import Iterator
from typing import Any

from knowledge_hub.yaml_text.source_text import FORBIDDEN

Plain = dict[str, Any] | list[Any] | str | int | float | bool

_ESCAPED = re.compile(rf'{FORBIDDEN.pattern}|[\t\n\r"\\]')
_UNFIT_FOR_BLOCK = re.compile(rf"{FORBIDDEN.pattern}|[\t\r]")
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_STEP = "  "


def write_yaml(fields: dict[str, Any]) -> str:
    """Return a mapping of text, numbers, lists and mappings as YAML, in the order given.

    Text on one line is in double quotes, longer text is a block where a block can carry it.
    """
    return "".join(f"{line}\n" for line in _write_mapping(fields, ""))


def write_text(text: str) -> str:
    """Return one text in double quotes, with escapes for all that could be misread."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return _NAMED.get(match[0], f"\\u{ord(match[0]):04x}")


def _write_mapping(fields: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in fields.items():
        yield from _write_value(f"{indent}{key}:", value, indent)


def _write_value(start: str, value: Plain, indent: str) -> Iterator[str]:
    """Yield the lines of `start` and its value."""
    if isinstance(value, dict):
        yield start
        yield from _write_mapping(value, indent + _STEP)
    elif isinstance(value, list):
        yield start
        for item in value:
            yield from _write_item(item, indent + _STEP)
    elif isinstance(value, str) and _fits_block(value):
        yield f"{start} |-"
        # Empty lines need no indentation, and editors would cut it off.
        yield from (f"{indent}{_STEP}{line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{start} {write_text(value) if isinstance(value, str) else _plain(value)}"


def _write_item(item: Plain, indent: str) -> Iterator[str]:
    if not isinstance(item, dict):
        yield from _write_value(f"{indent}-", item, indent)
        return
    first, *rest = _write_mapping(item, indent + _STEP)
    yield f"{indent}- {first.removeprefix(indent + _STEP)}"
    yield from rest


def _plain(value: float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _fits_block(text: str) -> bool:
    """Tell whether a block keeps the text as it is: more than one line, and plain at both ends."""
    return "\n" in text and text[0] not in " \n" and text[-1] != "\n" and not _UNFIT_FOR_BLOCK.search(text)
