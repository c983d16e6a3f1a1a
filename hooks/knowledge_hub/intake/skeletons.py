"""A new record to start from: every field with its help and an example, and a valid draft as it is."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from knowledge_hub.intake.yaml_writer import write_yaml
from knowledge_hub.records import Contributor, Record, Source
from knowledge_hub.records.common import Faceted
from knowledge_hub.schemas.outlines import FieldOutline, create_outline
from knowledge_hub.schemas.schemas import find_names
from knowledge_hub.vocabulary import Vocabularies

Ids = Mapping[str, Sequence[str]]

_WIDTH = 100
_MOST_CHOICES = 12
_INTRO = (
    "Lines that start with # are help and examples; the hub doesn't read them. "
    "To use an example, take away its # and the space after it, and put your own words in."
)
_FIRST = ("title", "name", "summary", "question", "form")
_LAST = (
    *("evidence", "sources", "credit", "review", "history", "sensitivity", "status"),
    *("replaced_by", "redirect_from", "accepted", "for_editors"),
)
_STEP = "  "
# Values that a draft starts with, whatever the examples say.
_STARTS = {"status": "draft"}


class _Maker:
    """Writes one skeleton; `ids` are those of existing records, for fields that must name one."""

    def __init__(self, needed: Sequence[str], vocabularies: Vocabularies, ids: Ids) -> None:
        self._needed = needed
        self._vocabularies = vocabularies
        self._ids = ids

    def write(self, field: FieldOutline, given: Any) -> Iterator[str]:
        """Yield the lines of one field: its help, and its value or an example that is switched off."""
        required = field.required or field.key in self._needed or given is not None
        yield ""
        yield from _comment(self._help(field, required=required))
        yield from self._help_with_parts(field, _STEP)
        value = self._value(field, whole=not required) if given is None else given
        lines = write_yaml({field.key: value}).splitlines()
        yield from lines if required else (f"# {line}" for line in lines)

    def _help(self, field: FieldOutline, *, required: bool) -> str:
        return " ".join(filter(None, (field.description, "Required." if required else "", self._choices(field))))

    def _help_with_parts(self, field: FieldOutline, indent: str) -> Iterator[str]:
        for part in field.parts:
            yield from _comment(f"{part.key}: {self._help(part, required=part.required)}", indent)
            yield from self._help_with_parts(part, indent + _STEP)

    def _choices(self, field: FieldOutline) -> str:
        ids = field.choices or self._vocabularies.ids(field.vocabulary)
        if field.vocabulary and (not ids or len(ids) > _MOST_CHOICES):
            return f"Choices: see content/vocabularies/{field.vocabulary}.yml."
        return f"Choices: {', '.join(ids)}." if ids else ""

    def _value(self, field: FieldOutline, *, whole: bool) -> Any:
        """Return a value that the checks accept; a part has only what it needs unless it is to be `whole`."""
        if field.kind in ("text", "long-text", "number"):
            return field.example
        value = self._one(field, whole=whole)
        return [value] if field.is_list else value

    def _one(self, field: FieldOutline, *, whole: bool) -> Any:
        """Return one choice, id, switch or part."""
        if field.kind == "part":
            return {part.key: self._value(part, whole=whole) for part in field.parts if whole or part.required}
        if field.kind == "reference":
            return next(iter(find_names(field.reference, self._ids)), f"id-of-a-{field.reference}")
        if field.kind == "switch":
            return bool(field.default)
        ids = field.choices or self._vocabularies.ids(field.vocabulary)
        return next((choice for choice in (field.default, field.example) if choice in ids), next(iter(ids), ""))


def create_skeleton(
    cls: type[Record | Source | Contributor], title: str, vocabularies: Vocabularies, ids: Ids, form: str = ""
) -> str:
    """Return the text of a new record; `form` is the form of a case study, "" for another type."""
    outline = create_outline(cls)
    given: dict[str, Any] = {("name" if cls is Contributor else "title"): title, **({"form": form} if form else {})}
    if issubclass(cls, Record):
        given |= _STARTS
    maker = _Maker(outline.required_by_form.get(form, ()), vocabularies, ids)
    lines = [line for field in _in_order(outline.fields) for line in maker.write(field, given.get(field.key))]
    return "\n".join([*_comment(outline.description), *_comment(_INTRO), *lines, ""])


def _in_order(fields: tuple[FieldOutline, ...]) -> list[FieldOutline]:
    """Return the fields as a writer needs them: what it is, the story, how it is found, what editors add."""
    rank = {key: place for place, key in enumerate((*_FIRST, *[""], *Faceted.model_fields, *_LAST))}
    return sorted(fields, key=lambda field: rank.get(field.key, rank[""]))


def _comment(text: str, indent: str = "") -> Iterator[str]:
    """Yield a text as comment lines, broken between words."""
    yield from textwrap.wrap(
        text, _WIDTH, initial_indent=f"# {indent}", subsequent_indent=f"# {indent}", break_long_words=False
    )
