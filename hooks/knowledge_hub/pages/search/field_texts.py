"""The words of any part of a record, whatever its type: what its fields say, without ids, choices and addresses."""

import functools
import types
import typing
from collections.abc import Callable, Iterator, Mapping

from pydantic import BaseModel

from knowledge_hub.records.fields import AnyReference, Choice, ProseMark, Reference, ValueFormat
from knowledge_hub.search.plain_text import read_markdown

# Fields whose text is no reading matter: the heads of tables, and codes that only programs read.
_LEFT_OUT = frozenset({"columns", "id", "type", "pictures", "accepted", "for_editors"})
_Reading = Callable[[str], str]


def read_field(part: BaseModel, way: str) -> str:
    """Return the words of one field, such as "about", or of one within another, such as "adoption.core"."""
    name, _, inner = way.partition(".")
    value = getattr(part, name)
    if not value:
        return ""
    if inner:
        return read_field(value, inner)
    reading = _plan(type(part)).get(name)
    return _read(value, reading) if reading else ""


def read_part(part: object) -> str:
    """Return the words of all fields of a part of a record, or of several parts."""
    return _read(part, str)


def _read(value: object, reading: _Reading) -> str:
    texts: list[str] = []
    _collect(value, reading, texts)
    return "\n".join(texts)


def _collect(value: object, reading: _Reading, texts: list[str]) -> None:
    """Add the words of a value to the texts."""
    if isinstance(value, str):
        texts.append(reading(value))
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, reading, texts)
    # To say no takes a model long, so it is asked last.
    elif value is not None and isinstance(value, BaseModel):
        for name, inner in _plan(type(value)).items():
            _collect(getattr(value, name), inner, texts)


@functools.cache
def _plan(cls: type[BaseModel]) -> Mapping[str, _Reading]:
    """Return name and way of reading of each field that readers see words of."""
    plan: dict[str, _Reading] = {}
    for name, info in cls.model_fields.items():
        marks = list(_find_marks([*info.metadata, info.annotation]))
        # What is written in a form of its own, such as an id, an address or a date, and what is chosen, is no text.
        if name in _LEFT_OUT or any(
            isinstance(mark, AnyReference | Choice | Reference | ValueFormat) for mark in marks
        ):
            continue
        plan[name] = read_markdown if any(isinstance(mark, ProseMark) for mark in marks) else str
    return plan


def _find_marks(things: list[object]) -> Iterator[object]:
    for thing in things:
        if isinstance(thing, AnyReference | Choice | Reference | ProseMark | ValueFormat):
            yield thing
        elif typing.get_origin(thing) in (typing.Annotated, tuple, typing.Union, types.UnionType):
            yield from _find_marks(list(typing.get_args(thing)))
        elif typing.get_origin(thing) is typing.Literal:
            # One of a few words of the code's own.
            yield ValueFormat("", "")
