"""The field guide: for each record type every field, what to write, an example, and where it shows."""

import functools
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from knowledge_hub.intake.generated import file_types
from knowledge_hub.intake.yaml_writer import write_yaml
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.reference.field_places import find_place
from knowledge_hub.records import Contributor, Record, Source
from knowledge_hub.records.common import Faceted
from knowledge_hub.schemas.outlines import FieldOutline, Outline, create_outline

FIELDS = "contribute/fields/"

_OTHER_TITLES = {"source": "Source", "contributor": "Contributor"}
_LONGEST_EXAMPLE = 400
_MOST_ITEMS = 3
_GROUPS = (("story", "What it says"), ("finding", "How it is found"), ("care", "Trust and care"))
_UNSHOWN = ("for_editors", "accepted")
_FIRST = ("title", "summary", "question")


def guided_types(site: Site) -> Iterator[tuple[str, str, type[Record | Source | Contributor]]]:
    """Yield name, title and class of every type that has a page in the field guide."""
    for name, cls in file_types(site.catalogue.types).items():
        yield name, site.words.find(f"types.{name}.one") or _OTHER_TITLES[name], cls


def create_field_guide(site: Site) -> Iterator[Page]:
    """Yield the page of each record type."""
    for name, title, cls in guided_types(site):
        outline = site.catalogue.describe_type("outline", name, functools.partial(create_outline, cls))
        yield _create_type_page(site, name, title, cls, outline)


def _create_type_page(
    site: Site, name: str, title: str, cls: type[Record | Source | Contributor], outline: Outline
) -> Page:
    address = f"{FIELDS}{name}/"
    own_facets = {facet.field for facet in cls.own_facets} if issubclass(cls, Record) else set()
    fields = [
        (_group(field, own_facets), _field(site, cls, field, needed=_needing_forms(outline.required_by_form, field)))
        for field in outline.fields
    ]
    groups: list[dict[str, Any]] = [
        {"id": group, "title": words, "fields": rows}
        for group, words in _GROUPS
        if (rows := [row for its_group, row in fields if its_group == group])
    ]
    description = f"Every field of a {title.lower()}: what to write, an example, and where it shows."
    html = site.render(
        "field-guide",
        title=f"Fields of a {title.lower()}",
        about=outline.description,
        folder=f"docs/{cls.folder}/" if name == "guide" else f"content/{cls.folder}/",
        groups=groups,
        contribute=f"{root_from(address)}contribute/",
    )
    return create_page(site, address, title=f"Fields of a {title.lower()}", description=description, html=html)


def _group(field: FieldOutline, own_facets: set[str]) -> str:
    if field.key in Faceted.model_fields or field.key in own_facets:
        return "finding"
    return "care" if field.key in Record.model_fields and field.key not in _FIRST else "story"


def _needing_forms(required_by_form: dict[str, tuple[str, ...]], field: FieldOutline) -> list[str]:
    return [form for form, keys in required_by_form.items() if field.key in keys]


def _field(
    site: Site, cls: type[Record | Source | Contributor], field: FieldOutline, *, needed: list[str]
) -> dict[str, Any]:
    example, title, address = _find_example(site, cls, field)
    return {
        "key": field.key,
        "needed": "Required" if field.required else f"Required in: {', '.join(needed)}" if needed else "",
        "description": field.description,
        "kind": _kind_words(site, field),
        "choices": _choices(site, field),
        "example": example,
        "example_title": title,
        "example_href": f"../../../{address}" if address else "",
        "place": find_place(cls, field.key),
        "parts": [_part(site, part) for part in field.parts],
    }


def _part(site: Site, part: FieldOutline) -> dict[str, Any]:
    return {
        "key": part.key,
        "needed": "Required" if part.required else "",
        "description": part.description,
        "kind": _kind_words(site, part),
        "choices": _choices(site, part),
        "parts": [_part(site, inner) for inner in part.parts],
    }


def _choices(site: Site, field: FieldOutline) -> dict[str, Any] | None:
    """Return each allowed choice with what it means, None where there is no choice.

    Fixed choices are explained by the field itself.
    """
    vocabularies = site.catalogue.vocabularies
    if field.vocabulary:
        ids = vocabularies.ids(field.vocabulary)
        rows = [{"id": term_id, "label": vocabularies.label(field.vocabulary, term_id)} for term_id in ids]
    else:
        rows = [{"id": choice, "label": ""} for choice in field.choices]
    return {"count": len(rows), "rows": rows} if rows else None


def _kind_words(site: Site, field: FieldOutline) -> str:
    """Return what may be written, in a few words."""
    if field.kind == "part":
        return "A list; each item has the fields below." if field.is_list else "The fields below."
    kinds = {
        "reference": f"the id of a {field.reference.replace('-', ' ')}",
        "choice": "one of the choices below",
        "long-text": "text in Markdown",
        "number": "a number, digits only",
        "switch": "true or false",
    }
    words = field.written or kinds.get(field.kind, "plain text")
    if field.limit and field.kind in ("text", "long-text"):
        words += f", at most {field.limit:,} characters"
    return f"A list; each item is {words}." if field.is_list else f"{words[0].upper()}{words[1:]}."


def _find_example(site: Site, cls: type[Record | Source | Contributor], field: FieldOutline) -> tuple[str, str, str]:
    """Return an example as it stands in a file, with title and address of the record that it is from.

    The first record that has the field is taken; where none has it, the example of the type stands in.
    """
    # Asking first is far cheaper than dumping every record of a big library.
    for item in filter(attrgetter(field.key), _items(site, cls)) if field.key not in _UNSHOWN else ():
        dumped = item.model_dump(mode="json", by_alias=True, exclude_defaults=True, include={field.key})
        if value := dumped.get(field.key):
            named = (item.title, item.address) if isinstance(item, Record) else ("", "")
            return _shorten({field.key: value}), *named
    return (_shorten({field.key: field.example}), "", "") if field.example is not None else ("", "", "")


def _items(site: Site, cls: type[Record | Source | Contributor]) -> tuple[Record | Source | Contributor, ...]:
    if issubclass(cls, Record):
        return site.catalogue.of_type(cls)
    items = site.catalogue.sources if issubclass(cls, Source) else site.catalogue.contributors
    return tuple(items.values())


def _shorten(fields: dict[str, Any]) -> str:
    """Return the fields as they stand in a file, without what an example doesn't need."""
    return write_yaml(_cut(fields)).rstrip()


def _cut(value: Any) -> Any:
    match value:
        case dict():
            return {key: _cut(inner) for key, inner in value.items() if inner not in (None, [], {})}
        case list():
            return [_cut(inner) for inner in value[:_MOST_ITEMS]]
        case str() if len(value) > _LONGEST_EXAMPLE:
            return f"{value[:_LONGEST_EXAMPLE].rpartition(' ')[0]} …"
    return value
