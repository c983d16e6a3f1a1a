"""Changes single places of a YAML text and leaves every other byte as it is: comments, order, quotes, line breaks.

It works on the places of composed nodes, so tags such as !ENV are only text here.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

import yaml

from knowledge_hub.quoting import quote

Location = Sequence[str | int]
# Anything else is put in quotation marks, which is never wrong.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ._/-]*[A-Za-z0-9.]|[A-Za-z]")
_WORDS_WITH_A_MEANING = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_ENV = "!ENV"

_Place = tuple[str | int, ...]
_Doomed = set[_Place]
_Entry = tuple[str | int, yaml.Node, yaml.Node]


def remove_entries(text: str, locations: Iterable[Location]) -> str:
    """Return the text without the list items and fields at `locations`; a list that would be empty goes whole."""
    doomed = {tuple(location) for location in locations}
    spans = sorted(_find_doomed(text, yaml.compose(text, Loader=yaml.SafeLoader), doomed), reverse=True)
    for start, end in spans:
        text = text[:start] + text[end:]
    return text


def replace_field(text: str, location: Location, name: str, value: str) -> str:
    """Return the text with the name and the value of one field replaced."""
    *place, old = location
    mapping = _find(yaml.compose(text, Loader=yaml.SafeLoader), place)
    key, node = next(pair for pair in _pairs(mapping) if pair[0].value == old)
    return f"{text[: key.start_mark.index]}{name}: {write_scalar(value)}{text[_end(text, node) :]}"


def value_span(text: str, location: Location) -> tuple[int, int]:
    """Return start and end of the value at `location`; KeyError where there is none."""
    node = _find(yaml.compose(text, Loader=yaml.SafeLoader), location)
    if node is None:
        raise KeyError(location)
    return node.start_mark.index, _end(text, node)


def set_value(text: str, location: Sequence[str], value: str) -> str:
    """Return the text with `value` at `location`, which is added where it isn't written yet.

    Where the value is an environment variable with a default (!ENV), the default is replaced.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    depth = len(location)
    while depth and _find(root, location[:depth]) is None:
        depth -= 1
    node = _find(root, location[:depth])
    written = write_scalar(value)
    if depth == len(location) and node is not None:
        if isinstance(node, yaml.SequenceNode) and node.tag == _ENV and len(node.value) > 1:
            node, written = node.value[-1], json.dumps(value, ensure_ascii=False)
        return _replace(text, node, written)
    missing = location[depth:]
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        indent = node.start_mark.column
        at = _line_end(text, _end(text, node))
        before = "" if text[:at].endswith("\n") else "\n"
        return text[:at] + before + _block(missing, written, indent) + text[at:]
    if node is None or isinstance(node, yaml.SequenceNode) or getattr(node, "flow_style", False):
        raise ValueError(f"“{'.'.join(location[:depth])}” isn’t written as lines of its own")
    block = "\n" + _block(missing, written, 2 * depth).rstrip("\n")
    start = len(text[: node.start_mark.index].rstrip(" "))
    return text[:start] + block + text[_end(text, node) :]


def write_scalar(value: str) -> str:
    """Return a text as a value of YAML, plain where that is safe."""
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS_WITH_A_MEANING:
        return value
    return quote(value)


def _block(names: Sequence[str], written: str, indent: int) -> str:
    lines = [f"{' ' * (indent + 2 * step)}{name}:" for step, name in enumerate(names)]
    return "\n".join(lines) + f" {written}\n"


def _replace(text: str, node: yaml.Node, written: str) -> str:
    start, end = node.start_mark.index, _end(text, node)
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        # The lines below a name become one value beside it.
        start = len(text[:start].rstrip())
        written = f" {written}"
    elif start == end and not text[:start].endswith(" "):
        written = f" {written}"
    return text[:start] + written + text[end:]


def _find(node: yaml.Node | None, location: Location) -> yaml.Node | None:
    for step in location:
        if isinstance(step, int):
            items = node.value if isinstance(node, yaml.SequenceNode) else []
            node = items[step] if step < len(items) else None
        else:
            node = next((value for key, value in _pairs(node) if key.value == step), None)
    return node


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _find_doomed(text: str, node: yaml.Node | None, doomed: _Doomed, place: _Place = ()) -> Iterator[tuple[int, int]]:
    """Yield start and end of what goes, each once, without overlaps."""
    if not isinstance(node, yaml.CollectionNode):
        return
    entries = _entries(node)
    going = [(*place, name) in doomed or _is_emptied(value, (*place, name), doomed) for name, _, value in entries]
    for number, (name, _, value) in enumerate(entries):
        if not going[number]:
            yield from _find_doomed(text, value, doomed, (*place, name))
        elif node.flow_style:
            yield _span_in_brackets(text, entries, number, any_stays=not all(going[number:]))
        else:
            yield _span_of_lines(text, node, entries, number)


def _entries(node: yaml.CollectionNode) -> list[_Entry]:
    """Return name (or number), first node and value of each field or item."""
    if isinstance(node, yaml.MappingNode):
        return [(key.value, key, value) for key, value in node.value]
    return [(number, item, item) for number, item in enumerate(node.value)]


def _is_emptied(node: yaml.Node, place: _Place, doomed: _Doomed) -> bool:
    is_list = isinstance(node, yaml.SequenceNode) and bool(node.value)
    return is_list and all((*place, number) in doomed for number in range(len(node.value)))


def _span_of_lines(text: str, node: yaml.Node, entries: list[_Entry], number: int) -> tuple[int, int]:
    _, first, value = entries[number]
    start = first.start_mark.index
    if isinstance(node, yaml.SequenceNode):
        start = text.rindex("-", 0, start)
    elif text[_line_start(text, start) : start].strip() and number + 1 < len(entries):
        # It stands on the line of the list item’s hyphen, which the next field takes over.
        return start, entries[number + 1][1].start_mark.index
    return _line_start(text, start), _line_end(text, _end(text, value))


def _span_in_brackets(text: str, entries: list[_Entry], number: int, *, any_stays: bool) -> tuple[int, int]:
    """Return an entry with the comma after it; where none after it stays, with the comma before it."""
    start = entries[number][1].start_mark.index
    if any_stays:
        return start, entries[number + 1][1].start_mark.index
    end = _end(text, entries[number][2])
    return (_end(text, entries[number - 1][2]) if number else start), end


def _end(text: str, node: yaml.Node) -> int:
    """Return where the last sign of a value is written."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1
