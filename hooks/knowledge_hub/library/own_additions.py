"""What a host adds to the record types, checked: names that are free, types and vocabularies that exist."""

import keyword
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.records.own_types import has_name
from knowledge_hub.records.single_files.own_fields import OwnFacet, OwnField
from knowledge_hub.vocabulary import Vocabularies
from knowledge_hub.yaml_text.located import LocatedDocument

# What an address of search or a built-in facet says already.
_TAKEN_IDS = frozenset(
    {"type", "outcome", "community", "q", "sort", "domain", "tier", "level", "discipline", "setting", "stage", "state"}
)


@dataclass(frozen=True, slots=True)
class Additions:
    """The host's own facets and plain fields, in their order."""

    facets: tuple[OwnFacet, ...] = ()
    fields: tuple[OwnField, ...] = ()


def check_facets(document: LocatedDocument, facets: tuple[OwnFacet, ...], known: Vocabularies) -> Iterator[Problem]:
    """Yield what is wrong with the host's facets beside each other and with the rest of the library."""
    seen: set[str] = set(_TAKEN_IDS)
    names: set[str] = set()
    for number, facet in enumerate(facets):
        place = ("facets", number)
        if facet.id in seen:
            yield document.problem((*place, "id"), "taken-name", *_taken(facet.id))
        if facet.vocabulary not in known.by_name:
            message = f"There is no vocabulary “{facet.vocabulary}” for this facet."
            meant = nearest(facet.vocabulary, known.by_name)
            mend = f"Did you mean “{meant}”?" if meant else f"Write it: vocabularies/{facet.vocabulary}.yml"
            yield document.problem((*place, "vocabulary"), "no-vocabulary", message, mend)
        if facet.before and facet.before not in seen:
            message = f"There is no facet “{facet.before}” before which this one could stand."
            yield document.problem((*place, "before"), "bad-choice", message, "Name one that stands above, or none.")
        yield from _check_name(document, (*place, "field"), facet.field, names)
        yield from _check_types(document, place, facet.types, facet.field)
        seen.add(facet.id)


def check_fields(document: LocatedDocument, fields: tuple[OwnField, ...], taken: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with the host's fields; `taken` are the names that its facets use."""
    names = set(taken)
    for number, field in enumerate(fields):
        place = ("fields", number)
        if field.kind == "choice" and not field.options:
            message = "A choice needs its options."
            yield document.problem((*place, "kind"), "missing-field", message, "Add options: with at least one.")
        if field.options and field.kind != "choice":
            message = f"Only a choice has options, and this is “{field.kind}”."
            yield document.problem((*place, "options"), "unknown-field", message, "Write kind: choice, or delete them.")
        yield from _check_name(document, (*place, "id"), field.id, names)
        yield from _check_types(document, place, field.types, field.id)


def _check_name(
    document: LocatedDocument, location: tuple[str | int, ...], name: str, names: set[str]
) -> Iterator[Problem]:
    if name in names or keyword.iskeyword(name) or name.startswith("model_"):
        yield document.problem(location, "taken-name", *_taken(name))
    names.add(name)


def _check_types(
    document: LocatedDocument, place: tuple[str | int, ...], types: tuple[str, ...], name: str
) -> Iterator[Problem]:
    known = {cls.type: cls for cls in RECORD_TYPES}
    for number, type_name in enumerate(types):
        if type_name not in known:
            message = f"“{type_name}” is no type of record."
            meant = nearest(type_name, known)
            mend = f"Did you mean “{meant}”?" if meant else f"Types: {', '.join(known)}."
            yield document.problem((*place, "types", number), "bad-choice", message, mend)
    users = [cls.type for cls in known.values() if (not types or cls.type in types) and has_name(cls, name)]
    if users:
        where = (*place, "id" if place[0] == "fields" else "field")
        yield document.problem(where, "taken-name", f"A {users[0].replace('-', ' ')} has “{name}” already.", _MEND)


_MEND = "Choose another name."


def _taken(name: str) -> tuple[str, str]:
    return f"“{name}” is taken already.", _MEND
