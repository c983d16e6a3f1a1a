"""Every id that a record names must belong to a record that exists."""

import re
from collections.abc import Iterator

from knowledge_hub.loading import Library
from knowledge_hub.located_yaml import LocatedDocument
from knowledge_hub.problems import Problem
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.records.fields import Part, Reference
from knowledge_hub.records.walking import walk_marked
from knowledge_hub.vocabulary import nearest

_RECORD_LINK = re.compile(r"\]\(([a-z-]+):([^)\s/][^)\s]*)\)")
_UNPAGED_TYPES = {"sources": "source", "contributors": "contributor"}
_LINK_TYPES = frozenset({*(cls.type for cls in RECORD_TYPES), "source"})


def check_references(library: Library) -> Iterator[Problem]:
    """Yield one problem for each id, in a field or in prose, that leads nowhere."""
    ids = _ids_by_type(library)
    for record in library.records:
        document = library.document(record)
        yield from _check_named(record, document, ids)
        if record.replaced_by and record.replaced_by not in ids[record.type]:
            yield document.problem(("replaced_by",), "unknown-id", *_explain(record.type, record.replaced_by, ids))
    if library.models:
        yield from _check_named(library.models, library.documents["", "models.yml"], ids)


def _check_named(part: Part, document: LocatedDocument, ids: dict[str, set[str]]) -> Iterator[Problem]:
    for location, text, mark in walk_marked(part):
        named = [(mark.type, text)] if isinstance(mark, Reference) else find_record_links(text)
        for type_name, record_id in named:
            if record_id not in ids[type_name]:
                yield document.problem(location, "unknown-id", *_explain(type_name, record_id, ids))


def find_record_links(markdown: str) -> list[tuple[str, str]]:
    """Return (type, id) of each `[words](type:id)` in a prose field."""
    if "](" not in markdown:
        return []
    return [pair for pair in _RECORD_LINK.findall(markdown) if pair[0] in _LINK_TYPES]


def _ids_by_type(library: Library) -> dict[str, set[str]]:
    ids: dict[str, set[str]] = {cls.type: set() for cls in RECORD_TYPES}
    for record in library.records:
        ids[type(record).type].add(record.id)
    ids["source"] = set(library.sources)
    ids["contributor"] = set(library.contributors)
    type_by_folder = {cls.folder: cls.type for cls in RECORD_TYPES} | _UNPAGED_TYPES
    for folder, record_id in library.unreadable:
        ids[type_by_folder[folder]].add(record_id)
    return ids


def _explain(type_name: str, record_id: str, ids: dict[str, set[str]]) -> tuple[str, str]:
    words = type_name.replace("-", " ")
    message = f"There is no {words} with the id “{record_id}”."
    elsewhere = [other for other, known in sorted(ids.items()) if record_id in known]
    if elsewhere:
        return message, f"There is a {elsewhere[0].replace('-', ' ')} with that id: is it meant?"
    meant = nearest(record_id, tuple(sorted(ids[type_name])))
    return message, f"Did you mean “{meant}”?" if meant else "Check the id: it is the file name without .yml."


