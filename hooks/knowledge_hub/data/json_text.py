"""Records and their parts to JSON: public fields only, no small groups, no id of what isn't published."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from json.encoder import encode_basestring
from typing import Any

from pydantic import BaseModel

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.public_fields import Chosen, PublicField, all_public
from knowledge_hub.records import Contributor, Source
from knowledge_hub.records.common import Credit, Review
from knowledge_hub.records.fields import AnyReference, Reference
from knowledge_hub.records.parts.measure import Measure

JsonObject = dict[str, Any]
# Under which all ids stand together, each with its type.
_ANY = ""
# Returns a text as JSON, as `JsonWriter.write` does.
write_text: Callable[[str], str] = encode_basestring


class WrittenTexts(dict[str, str]):
    """Texts as JSON, of which very many places say the same."""

    def __missing__(self, text: str) -> str:
        written = self[text] = write_text(text)
        return written


# Many records say the same in these.
_SHARED = (Credit, Review)
_SIMPLE: Mapping[type, Callable[[Any], str]] = {
    str: write_text,
    int: int.__repr__,
    float: float.__repr__,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _: "null",
    datetime.date: lambda day: f'"{day.isoformat()}"',
}


class _Writers(dict[type, Callable[[Any], str]]):
    """How values are written, by their type; `find` returns it for one that comes for the first time."""

    def __init__(self, find: Callable[[type], Callable[[Any], str]]) -> None:
        self._find = find

    def __missing__(self, cls: type) -> Callable[[Any], str]:
        write = self[cls] = self._find(cls)
        return write


def _remember(write: Callable[[BaseModel], str]) -> Callable[[BaseModel], str]:
    """Return what writes parts of one type, those that say the same once."""
    known: dict[tuple[Any, ...], str] = {}

    def write_once(part: BaseModel) -> str:
        said = (*part.__dict__.values(),)
        if said not in known:
            known[said] = write(part)
        return known[said]

    return write_once


class JsonWriter:
    """Writes values as JSON, without spaces; a field about which a record says nothing is left out.

    A record is walked once, and copied only where something of it isn't for everybody.
    """

    def __init__(self, catalogue: Catalogue, contributors: Iterable[str]) -> None:
        """`contributors` are the ids of those who may be named."""
        self._catalogue = catalogue
        self._contributors = contributors
        self._reasons = WrittenTexts()
        self._writers = _Writers(self._find_writer)

    def write(self, value: Any) -> str:
        """Return a value as JSON."""
        return self._writers[type(value)](value)

    def write_fields(self, values: Mapping[str, Any], fields: Chosen) -> str:
        """Return some fields of a part as they stand in an object; `values` are the part's by attribute."""
        for field, published in self._list_naming(fields):
            # Of nothing, nothing is left out, and nearly always all is published.
            if (value := values[field.name]) and (published is None or not published.issuperset(_as_tuple(value))):
                values = {**values, field.name: self._without_unpublished(field, value)}
        writers = self._writers
        return ",".join(
            [start + writers[type(told)](told) for name, start in fields.starts if (told := values[name]) is not None]
        )

    def write_links(self, reasons: Mapping[int, str]) -> str:
        """Return the records at some places of the catalogue as a list, each with why it is connected."""
        named, written = self._named, self._reasons
        return f"[{','.join([f'{named[place]}{written[reason]}}}' for place, reason in reasons.items()])}]"

    @cached_property
    def _named(self) -> list[str]:
        """What names each record, by its place: many others do."""
        return [
            f'{{"type":{write_text(record.type)},"id":{write_text(record.id)},"reason":'
            for record in self._catalogue.records
        ]

    @cached_property
    def write_facet(self) -> Callable[[str, tuple[str, ...]], str]:
        """Returns a facet with its values, as they stand in an object; many records share them."""
        return cache(lambda slug, ids: f"{write_text(slug)}:{self.write(ids)}")

    def has(self, type_name: str, record_id: str) -> bool:
        """Tell whether readers can see what an id names."""
        return record_id in self._published.get(type_name, ())

    @cached_property
    def _published(self) -> dict[str, set[str]]:
        """All that readers can see, by the type of the references that can name it: many files name nothing."""
        published: dict[str, set[str]] = {name: set() for name in self._catalogue.types}
        for record in self._catalogue.records:
            published[record.type].add(record.id)
        published[Source.record_type] = set(self._catalogue.sources)
        published[Contributor.record_type] = set(self._contributors)
        published[_ANY] = {f"{name}:{one}" for name, ids in published.items() for one in ids}
        return published

    @cached_property
    def _list_naming(self) -> Callable[[Chosen], list[tuple[PublicField, set[str] | None]]]:
        """Returns the fields that name something, each with all that readers can see of it; None for one with parts."""
        return cache(
            lambda fields: [
                (field, self._published_of(field.reference) if field.reference else None) for field in fields.naming
            ]
        )

    def _find_writer(self, cls: type) -> Callable[[Any], str]:
        """Return what writes the values of a type."""
        if issubclass(cls, Measure):
            return self._write_measure
        if issubclass(cls, BaseModel):
            return _remember(self._write_part) if cls in _SHARED else self._write_part
        known = {**_SIMPLE, tuple: self._write_list, list: self._write_list, dict: self._write_object}
        return next(known[base] for base in cls.__mro__ if base in known)

    def _write_part(self, part: BaseModel) -> str:
        return f"{{{self.write_fields(part.__dict__, all_public(type(part)))}}}"

    def _write_list(self, values: Iterable[Any]) -> str:
        writers = self._writers
        return f"[{','.join([writers[type(value)](value) for value in values])}]"

    def _write_object(self, values: Mapping[str, Any]) -> str:
        return f"{{{','.join([f'{write_text(name)}:{self.write(value)}' for name, value in values.items()])}}}"

    def _write_measure(self, measure: Measure) -> str:
        points = [
            {"date": point.date, "suppressed": True} if measure.is_hidden(point) else point for point in measure.points
        ]
        return f"{{{self.write_fields({**measure.__dict__, 'points': points}, all_public(Measure))}}}"

    def _without_unpublished(self, field: PublicField, value: Any) -> Any:
        """Return the value without ids of drafts and hidden contributors, and without parts that are about one."""
        several = _as_tuple(value)
        if field.reference is None:
            kept = tuple([part for part in several if self._is_whole(part, field.needed)])
        else:
            kept = tuple(filter(self._published_of(field.reference).__contains__, several))
        return kept if isinstance(value, tuple) else next(iter(kept), None)

    def _is_whole(self, part: BaseModel, needed: tuple[PublicField, ...]) -> bool:
        for field in needed:
            named = _as_tuple(getattr(part, field.name))
            if field.reference and not self._published_of(field.reference).issuperset(named):
                return False
        return True

    def _published_of(self, reference: Reference | AnyReference) -> set[str]:
        """Return all that such a reference can name and readers can see."""
        return self._published.get(_ANY if isinstance(reference, AnyReference) else reference.type, set())


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
