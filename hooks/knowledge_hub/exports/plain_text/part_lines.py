"""Any part of a record as lines of Markdown, whatever its type: what its fields say, with labels for what is chosen."""

from collections.abc import Container, Iterable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from knowledge_hub.exports.plain_text.linked_markdown import link_markdown, write_link
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records.fields import AnyReference, Choice, ProseMark, Reference, Slug, ValueFormat
from knowledge_hub.sentences import end_sentence, upper_first

# What only programs and editors need; the words of pictures stand in the texts.
_LEFT_OUT = frozenset({"pictures", "card_picture", "accepted", "for_editors", "on_home"})
_ID = next(mark for mark in get_args(Slug) if isinstance(mark, ValueFormat))
_UNPAGED = frozenset({"source", "contributor"})
# Fields that say what a part is.
_LEADS = ("title", "name", "label", "text", "statement")
_Mark = AnyReference | Choice | ProseMark | Reference


class _Field(NamedTuple):
    name: str
    label: str
    mark: _Mark | None
    default: Any


class PartWriter:
    """Writes parts of one record; `root` leads to the pages of the hub."""

    def __init__(self, site: Site, root: str) -> None:
        self._site = site
        self._root = root

    def write_fields(self, part: BaseModel, names: Container[str]) -> Iterator[tuple[str, list[str]]]:
        """Yield the name and the lines of each of some fields, where something is said in them."""
        for field, value in _said(part):
            if field.name in names:
                is_list = isinstance(value, tuple | BaseModel)
                yield field.name, list(self._list(value, field, "")) if is_list else [self._say(value, field)]

    def _list(self, value: Any, field: _Field, indent: str) -> Iterator[str]:
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                yield from self._list_part(item, indent)
            elif said := self._say(item, field):
                yield f"{indent}- {said}"

    def _list_part(self, part: BaseModel, indent: str) -> Iterator[str]:
        """Yield what a part is with its short facts on one line, and below it what needs lines of its own."""
        fields = list(_said(part))
        lead = next(((field, value) for name in _LEADS for field, value in fields if field.name == name), None)
        others = [pair for pair in fields if pair != lead]
        short = [
            f"{field.label}: {self._say_all(value, field)}" for field, value in others if not _is_long(value, field)
        ]
        words = [end_sentence(self._say(lead[1], lead[0]))] if lead else []
        yield f"{indent}- {' '.join([*words, '; '.join(short)]).rstrip()}"
        for field, value in others:
            if _is_long(value, field):
                yield from self._write_long(value, field, f"{indent}  ")

    def _write_long(self, value: Any, field: _Field, indent: str) -> Iterator[str]:
        if isinstance(field.mark, ProseMark):
            yield from ("", *(f"{indent}{line}".rstrip() for line in self._say(value, field).split("\n")), "")
        else:
            yield f"{indent}- {field.label}:"
            yield from self._list(value, field, f"{indent}  ")

    def _say_all(self, value: Any, field: _Field) -> str:
        values = value if isinstance(value, tuple) else (value,)
        return ", ".join(filter(None, (self._say(one, field) for one in values)))

    def _say(self, value: Any, field: _Field) -> str:
        match field.mark:
            case Choice(vocabulary=vocabulary):
                return self._site.label(vocabulary, value)
            case ProseMark():
                return link_markdown(self._site, value, self._root).rstrip()
            case Reference() | AnyReference() as mark:
                return self._link(mark, value)
        return ("yes" if value else "no") if isinstance(value, bool) else str(value)

    def _link(self, mark: Reference | AnyReference, value: str) -> str:
        """Return a link to another record, its title alone where it has no page, "" where readers can't see it."""
        reference, record_id = mark.resolve(value) if isinstance(mark, AnyReference) else (mark, value)
        if reference.type in _UNPAGED:
            source = self._site.catalogue.sources.get(record_id)
            return source.title if source else ""
        record = self._site.catalogue.get(reference.type, record_id)
        return write_link(record.title, self._root + record.address) if record else ""


def _said(part: BaseModel) -> Iterator[tuple[_Field, Any]]:
    """Yield each field with what it says; what is as it usually is isn't said."""
    for field in _plan(type(part)):
        value = getattr(part, field.name)
        if value is not None and value not in ((), field.default):
            yield field, value


def _is_long(value: Any, field: _Field) -> bool:
    """Tell whether a value needs lines of its own: a text, parts, or several sentences."""
    if isinstance(value, tuple) and field.mark is None:
        return len(value) > 1 or isinstance(value[0], BaseModel)
    return isinstance(field.mark, ProseMark) or isinstance(value, BaseModel)


@cache
def _plan(cls: type[BaseModel]) -> tuple[_Field, ...]:
    """Return the fields that readers see, in their order."""
    fields = []
    for name, info in cls.model_fields.items():
        things = list(_flatten([*info.metadata, info.annotation]))
        mark = next((thing for thing in things if isinstance(thing, _Mark)), None)
        # An id that names no record is for programs.
        if name not in _LEFT_OUT and (mark or _ID not in things):
            fields.append(_Field(name, upper_first(name.strip("_").replace("_", " ")), mark, info.default))
    return tuple(fields)


def _flatten(things: Iterable[Any]) -> Iterator[Any]:
    """Yield the marks of a field, wherever its type has them."""
    for thing in things:
        yield thing
        if get_origin(thing) in (Annotated, tuple, Union, UnionType):
            yield from _flatten(get_args(thing))
