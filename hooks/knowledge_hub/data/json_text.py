"""Records and their parts to JSON: public fields only, no small groups, no id of what isn't published."""

import datetime
import json
from collections.abc import Callable, Iterable
from functools import cached_property
from json.encoder import encode_basestring
from typing import Any

from pydantic import BaseModel

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.public_fields import PublicField, public_fields
from knowledge_hub.records import Contributor, Record, Source
from knowledge_hub.records.fields import AnyReference
from knowledge_hub.records.parts.measure import Measure

JsonObject = dict[str, Any]
# Returns a text as JSON, as `JsonWriter.write` does.
write_text: Callable[[str], str] = encode_basestring


class JsonWriter:
    """Writes values as JSON, without spaces; a field about which a record says nothing is left out.

    The encoder asks only for what it doesn't know, so that a record is walked once and never copied.
    """

    def __init__(self, catalogue: Catalogue, contributors: Iterable[str]) -> None:
        """`contributors` are the ids of those who may be named."""
        self._records = catalogue.records
        self._published: dict[str, set[str]] = {name: set() for name in catalogue.types}
        for record in catalogue.records:
            self._published[record.type].add(record.id)
        self._published[Source.record_type] = set(catalogue.sources)
        self._published[Contributor.record_type] = set(contributors)
        encoder = json.JSONEncoder(
            ensure_ascii=False, separators=(",", ":"), default=self._describe, check_circular=False
        )
        self.write: Callable[[Any], str] = encoder.encode

    def object_of(self, part: BaseModel, fields: tuple[PublicField, ...]) -> JsonObject:
        """Return some fields of a part by name; what is in them is left to `write`."""
        values, found = part.__dict__, {}
        for field in fields:
            value = values[field.name]
            if value is not None and (field.reference or field.needed):
                value = self._without_unpublished(field, value)
            if value is not None:
                found[field.key] = value
        return found

    def write_link(self, record: Record, reason: str) -> str:
        """Return another record with why it is connected."""
        return f"{self._named[id(record)]}{write_text(reason)}}}"

    @cached_property
    def _named(self) -> dict[int, str]:
        """What names each record, by its identity: many others do."""
        return {
            id(record): f'{{"type":{write_text(record.type)},"id":{write_text(record.id)},"reason":'
            for record in self._records
        }

    def has(self, type_name: str, record_id: str) -> bool:
        """Tell whether readers can see what an id names."""
        return record_id in self._published.get(type_name, ())

    def _describe(self, value: datetime.date | BaseModel) -> str | JsonObject:
        if isinstance(value, datetime.date):
            return value.isoformat()
        found = self.object_of(value, public_fields(type(value)))
        if isinstance(value, Measure):
            found["points"] = [
                {"date": point.date, "suppressed": True} if value.is_hidden(point) else point for point in value.points
            ]
        return found

    def _without_unpublished(self, field: PublicField, value: Any) -> Any:
        """Return the value without ids of drafts and hidden contributors, and without parts that are about one."""
        if field.reference is None:
            kept = tuple([part for part in _as_tuple(value) if self._is_whole(part, field.needed)])
        else:
            kept = tuple([name for name in _as_tuple(value) if self._is_published(field, name)])
        return kept if isinstance(value, tuple) else next(iter(kept), None)

    def _is_whole(self, part: BaseModel, needed: tuple[PublicField, ...]) -> bool:
        for field in needed:
            for name in _as_tuple(getattr(part, field.name)):
                if not self._is_published(field, name):
                    return False
        return True

    def _is_published(self, field: PublicField, name: str) -> bool:
        if isinstance(field.reference, AnyReference):
            type_name, _, record_id = name.partition(":")
            return self.has(type_name, record_id)
        return field.reference is not None and self.has(field.reference.type, name)


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
