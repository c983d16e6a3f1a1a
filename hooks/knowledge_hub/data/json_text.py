"""Records and their parts to JSON: public fields only, no small groups, no id of what isn't published."""

import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from json.encoder import encode_basestring
from typing import Any

from pydantic import BaseModel

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.public_fields import Chosen, PublicField, all_public
from knowledge_hub.records import Contributor, Source
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


class JsonWriter:
    """Writes values as JSON, without spaces; a field about which a record says nothing is left out.

    The encoder asks only for what it doesn't know, so that a record is walked once and never copied.
    """

    def __init__(self, catalogue: Catalogue, contributors: Iterable[str]) -> None:
        """`contributors` are the ids of those who may be named."""
        self._catalogue = catalogue
        self._contributors = contributors
        self._reasons = WrittenTexts()
        encoder = json.JSONEncoder(
            ensure_ascii=False, separators=(",", ":"), default=self._describe, check_circular=False
        )
        self.write: Callable[[Any], str] = encoder.encode

    def object_of(self, part: BaseModel, fields: Chosen) -> JsonObject:
        """Return some fields of a part by name; what is in them is left to `write`."""
        values = part.__dict__
        found = {key: value for name, key in fields.keys if (value := values[name]) is not None}
        for field in fields.naming:
            # Of nothing, nothing is left out.
            if value := found.get(field.key):
                found[field.key] = self._without_unpublished(field, value)
                if found[field.key] is None:
                    del found[field.key]
        return found

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

    def _describe(self, value: datetime.date | BaseModel) -> str | JsonObject:
        if isinstance(value, datetime.date):
            return value.isoformat()
        found = self.object_of(value, all_public(type(value)))
        if isinstance(value, Measure):
            found["points"] = [
                {"date": point.date, "suppressed": True} if value.is_hidden(point) else point for point in value.points
            ]
        return found

    def _without_unpublished(self, field: PublicField, value: Any) -> Any:
        """Return the value without ids of drafts and hidden contributors, and without parts that are about one."""
        several = _as_tuple(value)
        if field.reference is None:
            kept = tuple([part for part in several if self._is_whole(part, field.needed)])
        else:
            published = self._published_of(field.reference)
            kept = several if published.issuperset(several) else tuple(filter(published.__contains__, several))
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
