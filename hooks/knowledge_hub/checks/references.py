"""Every id that a record names must belong to a record that exists."""

from collections.abc import Iterator
from itertools import islice

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.hub_pages import HUB_PAGE, HUB_PAGES
from knowledge_hub.library.library import Library
from knowledge_hub.library.names import LINK_TYPES, find_typed_links
from knowledge_hub.library.vocabularies import SEARCH_ANSWERS
from knowledge_hub.problems.problem import Problem
from knowledge_hub.quoting import shorten
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.records.fields import Part, Reference
from knowledge_hub.records.single_files.search_answers import SearchAnswers
from knowledge_hub.records.walking import walk_marked
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.walk import MOST_PROBLEMS

_UNPAGED_TYPES = {"sources": "source", "contributors": "contributor"}
# By type: the title of everything that a record can name, by its id; "" of what couldn't be read.
Ids = dict[str, dict[str, str]]
_RECORD_FOLDERS = {cls.folder: cls.type for cls in RECORD_TYPES}


def check_references(library: Library) -> Iterator[Problem]:
    """Yield one problem for each id, in a field or in prose, that leads nowhere."""
    ids = _ids_by_type(library)
    known = {(kind, name) for kind, names in ids.items() for name in names}
    for record in library.records:
        if not known.issuperset(library.names(record).all()):
            yield from islice(_check_named(record, library.document(record), ids), MOST_PROBLEMS)
        if record.replaced_by and record.replaced_by not in ids[record.type]:
            yield library.document(record).problem(("replaced_by",), *_explain(record.type, record.replaced_by, ids))
    for name, part in (("models.yml", library.models), ("wording.yml", library.wording)):
        if part is not None and ("", name) in library.documents:
            yield from islice(_check_named(part, library.documents["", name], ids), MOST_PROBLEMS)
    yield from _check_answers(library, ids)


def _check_answers(library: Library, ids: Ids) -> Iterator[Problem]:
    """Yield the links of what search says itself to pages of records that aren't there."""
    for location, address in find_answer_links(library.answers):
        folder, _, record_id = address.partition("#")[0].rstrip("/").rpartition("/")
        type_name = _RECORD_FOLDERS.get(folder)
        if type_name and record_id not in ids[type_name]:
            document = library.documents["", f"vocabularies/{SEARCH_ANSWERS}"]
            yield document.problem(location, *_explain(type_name, record_id, ids))


def find_answer_links(answers: SearchAnswers) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield place and address of each link of the answers."""
    for number, answer in enumerate(answers.answers):
        for position, link in enumerate(answer.links):
            yield ("answers", number, "links", position, "address"), link.address


def _check_named(part: Part, document: LocatedDocument, ids: Ids) -> Iterator[Problem]:
    for location, text, mark in walk_marked(part):
        if isinstance(mark, Reference):
            if text not in ids.get(mark.type, {}):
                yield document.problem(location, *_explain(mark.type, text, ids))
            continue
        for type_name, record_id in find_typed_links(text, LINK_TYPES | {HUB_PAGE}):
            if record_id not in ids[type_name]:
                explained = _explain(type_name, record_id, ids)
                yield document.problem_at_words(location, f"{type_name}:{record_id}", *explained)


def _ids_by_type(library: Library) -> Ids:
    ids: Ids = {cls.type: {} for cls in RECORD_TYPES}
    for record in library.records:
        ids[type(record).type][record.id] = record.title
    ids["source"] = {source.id: source.title for source in library.sources.values()}
    ids["contributor"] = {one.id: one.name for one in library.contributors.values()}
    ids[HUB_PAGE] = dict.fromkeys(HUB_PAGES, "")
    type_by_folder = _RECORD_FOLDERS | _UNPAGED_TYPES
    for folder, record_id in library.pending_ids:
        ids[type_by_folder[folder]].setdefault(record_id, "")
    return ids


def _explain(type_name: str, record_id: str, ids: Ids) -> tuple[str, str, str]:
    """Return code, message and mend of an id that isn't one of its type."""
    words = type_name.replace("-", " ")
    shown = shorten(record_id)
    if type_name not in ids:
        kinds = ", ".join(cls.type for cls in RECORD_TYPES)
        return "unknown-id", f"There is no kind of record called “{shorten(type_name)}”.", f"Write one of: {kinds}."
    elsewhere = [other for other, known in sorted(ids.items()) if record_id in known]
    if elsewhere:
        other = elsewhere[0].replace("-", " ")
        message = f"“{shown}” is the id of a {other}, not of a {words}."
        return "wrong-type", message, f"Name it where a {other} belongs, or choose a {words}."
    meant = nearest(record_id, sorted(ids[type_name]), ids[type_name])
    help_text = f"Did you mean “{meant}”?" if meant else "Check the id: it is the file name without .yml."
    return "unknown-id", f"There is no {words} with the id “{shown}”.", help_text
