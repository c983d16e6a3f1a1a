"""The files after a removal: which go, and what the others say without the references to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge_hub.checks.references import find_answer_links
from knowledge_hub.library.library import Library
from knowledge_hub.library.vocabularies import SEARCH_ANSWERS
from knowledge_hub.records import Guide, Record
from knowledge_hub.records.fields import Part
from knowledge_hub.yaml_text.editing import remove_entries, replace_field, value_span
from knowledge_hub.yaml_text.located import LocatedDocument
from starting.keeping import MODELS, Starter, name_of, page_name, record_path
from starting.links import MARKDOWN_LINK, Name, find_references, read_address, read_target

_FRONT_MATTER = "---\n"
# Items of these lists say something about the record that they name, so they go with it.
_ABOUT_ONE = frozenset({"seen_in", "works_with", "steps"})


@dataclass(slots=True)
class Removal:
    """Paths from the project's folder: files that go, and the new texts of others."""

    removed: list[str] = field(default_factory=list)
    rewritten: dict[str, str] = field(default_factory=dict)


def plan_removal(starter: Starter, removed: set[Name]) -> Removal:
    """Return what has to be done to the files so that nothing names what is removed."""
    plan = Removal(sorted(_find_files(removed)))
    removed = removed | _find_gone_pages(starter, removed)
    for path, text in _rewrite(starter, removed):
        plan.rewritten[path] = text
    return plan


def _find_files(removed: set[Name]) -> Iterator[str]:
    for name in removed:
        if name == Name("page", "models"):
            yield MODELS
        elif name.type == "term":
            continue
        else:
            yield record_path(name)


def _find_gone_pages(starter: Starter, removed: set[Name]) -> set[Name]:
    """Return the page of all sources, where none of them stays."""
    sources = {Name("source", source) for source in starter.library.sources}
    return {Name("page", "sources")} if sources and sources <= removed else set()


def _rewrite(starter: Starter, removed: set[Name]) -> Iterator[tuple[str, str]]:
    library = starter.library
    titles = {name_of(record): record.title for record in library.records}
    for record in library.records:
        name = name_of(record)
        path = record_path(name)
        if name in removed or path not in starter.unchanged or isinstance(record, Guide):
            continue
        yield from _if_changed(path, record, library.document(record), removed, titles)
    if library.models is not None and Name("page", "models") not in removed and MODELS in starter.unchanged:
        yield from _if_changed(MODELS, library.models, library.documents["", "models.yml"], removed, titles)
    yield from _rewrite_pages(starter, removed, titles)
    yield from _rewrite_glossary(library, removed)
    yield from _rewrite_answers(library, removed)


def _if_changed(
    path: str, part: Part, document: LocatedDocument, removed: set[Name], titles: dict[Name, str]
) -> Iterator[tuple[str, str]]:
    text = remove_references(document.text, part, removed, titles)
    if text != document.text:
        yield path, text


def remove_references(text: str, part: Part, removed: set[Name], titles: dict[Name, str]) -> str:
    """Return the YAML of a record without its references to `removed`; the words of a link stay.

    A participant of a case study is then told by the title of its role.
    """
    doomed: list[tuple[str | int, ...]] = []
    for location, aim, is_prose in find_references(part):
        if aim not in removed:
            continue
        if is_prose:
            text = _unlink(text, location, aim)
        elif location[0] == "participants" and not _has_name(text, location):
            text = replace_field(text, location, "name", titles.get(aim, aim.id.replace("-", " ")))
        else:
            doomed.append(location[:2] if location[0] in _ABOUT_ONE else location)
    return remove_entries(text, doomed) if doomed else text


def _has_name(text: str, location: tuple[str | int, ...]) -> bool:
    try:
        value_span(text, (*location[:-1], "name"))
    except KeyError:
        return False
    return True


def _unlink(text: str, location: tuple[str | int, ...], aim: Name) -> str:
    start, end = value_span(text, location)
    link = re.compile(rf"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\({aim.type}:{re.escape(aim.id)}\)")
    return text[:start] + link.sub(r"\1", text[start:end]) + text[end:]


def _rewrite_pages(starter: Starter, removed: set[Name], titles: dict[Name, str]) -> Iterator[tuple[str, str]]:
    guides = {record.id: record for record in starter.library.records if isinstance(record, Guide)}
    for path, old in starter.pages.items():
        name = page_name(path)
        if name in removed or f"docs/{path}" not in starter.unchanged:
            continue
        text = old
        if name.type == Guide.type and name.id in guides:
            text = _rewrite_front_matter(text, guides[name.id], removed, titles)
        text = unlink_page(path, text, removed)
        if text != old:
            yield f"docs/{path}", text


def _rewrite_front_matter(text: str, guide: Record, removed: set[Name], titles: dict[Name, str]) -> str:
    _, facts, rest = text.split(_FRONT_MATTER, 2)
    return _FRONT_MATTER.join(("", remove_references(facts, guide, removed, titles), rest))


def unlink_page(path: str, text: str, removed: set[Name]) -> str:
    """Return a Markdown page whose links to `removed` are only their words."""

    def keep_words(link: re.Match[str]) -> str:
        return link["words"] if read_target(path, link["target"]) in removed else link[0]

    return MARKDOWN_LINK.sub(keep_words, text)


def _rewrite_glossary(library: Library, removed: set[Name]) -> Iterator[tuple[str, str]]:
    terms = library.glossary.terms
    doomed = [("terms", number) for number, term in enumerate(terms) if Name("term", term.id) in removed]
    if doomed:
        yield "content/glossary.yml", remove_entries(library.documents["", "glossary.yml"].text, doomed)


def _rewrite_answers(library: Library, removed: set[Name]) -> Iterator[tuple[str, str]]:
    """Yield what search says itself without its links to `removed`."""
    links = find_answer_links(library.answers)
    doomed = [location[:-1] for location, address in links if read_address(address) in removed]
    if doomed:
        name = f"vocabularies/{SEARCH_ANSWERS}"
        yield f"content/{name}", remove_entries(library.documents["", name].text, doomed)
