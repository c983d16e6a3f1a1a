"""Makes the fields of a record from its type alone, so that a field added tomorrow is covered at once."""

import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from annotated_types import MaxLen
from pydantic import BaseModel

from knowledge_hub.library.loading import load_library
from knowledge_hub.records import Record
from knowledge_hub.records.fields import (
    Address,
    AnyReference,
    Choice,
    ClockTime,
    Day,
    Doi,
    PartialDate,
    Reference,
    Slug,
    Url,
)
from knowledge_hub.records.parts.identifiers import Orcid
from knowledge_hub.schemas.outlines import create_outline
from knowledge_hub.vocabulary import Vocabularies
from support.builds import TINY

MakeText = Callable[[str, int], str]

# What a field of each kind holds; the kind is known by the check that belongs to it.
_BY_CHECK = (
    (Slug, "one"),
    (Address, "old/place/"),
    (Day, "2026-01-15"),
    (PartialDate, "2020-03"),
    (Url, "https://example.org/page"),
    (Doi, "10.1000/182"),
    (ClockTime, "15:30"),
    (Orcid, "0000-0002-1825-0097"),
)
_BY_TYPE = {bool: "true", int: "1", float: "1.5"}
_BY_NAME = {"review_by": "2030-01-15"}
# Who opts out is shown nowhere, so that nothing else could be tested with them; and a made person has no ROR ID.
NEVER_MADE = frozenset({"opt_out", "ror"})
# What only parts of some types may have: the check refuses it in all others.
_ONLY_WITH = {"options": {"choice", "choices", "scale"}, "columns": {"table"}}
# These name files beside the record, which a test that wants them has to write.
_NAMES_OF_FILES = frozenset({"pictures", "card_picture"})


def plain_text(name: str, most: int) -> str:
    """Return a harmless text for a field of this name that holds at most `most` characters."""
    return f"Some {name}."[:most]


@dataclass(frozen=True, kw_only=True)
class FieldMaker:
    """Makes values as they are written in YAML; `whole` fills what could be left out, too.

    `text` is asked for every text (field name, most characters; `most` where the type sets no limit),
    `refers_to` is the id in every reference, `by_name` has the values of fields that are to hold
    something of their own.
    """

    text: MakeText = plain_text
    whole: bool = False
    refers_to: str = "one"
    most: int = 120
    by_name: dict[str, Any] = field(default_factory=dict)

    def fields(self, cls: type[BaseModel], *, without: str = "") -> dict[str, Any]:
        """Return the fields of one part, by their names in YAML."""
        by_name = {**_BY_NAME, **self.by_name}
        wanted = {"status", "review", *by_name, *getattr(cls, "required_facets", ()), *_needed_by_first_form(cls)}
        return {
            info.alias or name: by_name.get(name) or self._value(name, info.annotation, tuple(info.metadata))
            for name, info in cls.model_fields.items()
            if name not in {without, *NEVER_MADE}
            and (name not in _NAMES_OF_FILES or name in by_name)
            and (self.whole or info.is_required() or name in wanted)
        }

    def _value(self, name: str, annotation: Any, marks: tuple[Any, ...]) -> Any:
        arguments = typing.get_args(annotation)
        match typing.get_origin(annotation):
            case typing.Annotated:
                return self._value(name, arguments[0], (*marks, *arguments[1:]))
            case types.UnionType | typing.Union:
                return self._value(name, arguments[0], marks)
            case typing.Literal:
                return self._literal(arguments)
            case origin if origin is tuple:
                return self._items(name, arguments[0])
        if issubclass(annotation, BaseModel):
            return self.fields(annotation)
        return _BY_TYPE.get(annotation) or self._scalar(name, marks)

    def _literal(self, choices: tuple[str, ...]) -> str:
        """Return a choice that needs nothing else, unless everything is there anyway."""
        easy = {"published"} if self.whole else {"published", "editorial"}
        return next((choice for choice in choices if choice in easy), choices[0])

    def _items(self, name: str, item: Any) -> list[Any]:
        """Return one item, or one for each type where the items have types of their own."""
        made = self._value(name, item, ())
        kind = item.model_fields.get("type") if isinstance(item, type) and issubclass(item, BaseModel) else None
        if not self.whole or kind is None:
            return [made]
        typed = [{**made, "id": f"one-{choice}", "type": choice} for choice in typing.get_args(kind.annotation)]
        return [
            {name: value for name, value in one.items() if one["type"] in _ONLY_WITH.get(name, {one["type"]})}
            for one in typed
        ]

    def _scalar(self, name: str, marks: tuple[Any, ...]) -> str:
        for mark in marks:
            if isinstance(mark, Choice):
                return tiny_vocabularies().ids(mark.vocabulary)[0]
            if isinstance(mark, Reference):
                return self.refers_to
            if isinstance(mark, AnyReference):
                return f"lesson:{self.refers_to}"
        for kind, value in _BY_CHECK:
            if kind.__metadata__[-1] in marks:
                return value
        return self.text(name, _most(marks) or self.most)


def _needed_by_first_form(cls: type[BaseModel]) -> tuple[str, ...]:
    """Return what a record needs in the form that `_literal` chooses, such as a snapshot's story."""
    if not issubclass(cls, Record):
        return ()
    return next(iter(create_outline(cls).required_by_form.values()), ())


def _most(marks: tuple[Any, ...]) -> int | None:
    inner = [part for mark in marks for part in getattr(mark, "metadata", [mark])]
    return next((part.max_length for part in inner if isinstance(part, MaxLen)), None)


@cache
def tiny_vocabularies() -> Vocabularies:
    """Return the vocabularies of the tiny hub."""
    return load_library(TINY / "content")[0].vocabularies
