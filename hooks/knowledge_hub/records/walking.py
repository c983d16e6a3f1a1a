"""Finds marked values (references, prose) inside any record, wherever its type puts them."""

import functools
import types
import typing
from collections.abc import Callable, Iterator

from pydantic import BaseModel

from knowledge_hub.records.fields import AnyReference, Choice, ProseMark, Reference

Location = tuple[str | int, ...]
Mark = Reference | ProseMark
Marked = tuple[Location, str, Mark]
# Attribute, key in YAML and mark of fields; those without a mark hold parts.
Plan = tuple[tuple[str, str, Mark | AnyReference | None], ...]


def walk_marked(part: BaseModel) -> Iterator[Marked]:
    """Yield location, text and mark of every reference and every prose field, in field order."""
    return _walk(part, (), _plan)


def _walk(part: BaseModel, location: Location, plan: Callable[[type[BaseModel]], Plan]) -> Iterator[Marked]:
    for name, key, mark in plan(type(part)):
        value = getattr(part, name)
        if value is None or value == ():
            continue
        if mark is None:
            for step, child in _children(value):
                yield from _walk(child, (*location, key, *step), plan)
        elif isinstance(mark, AnyReference):
            resolved, record_id = mark.resolve(value)
            yield (*location, key), record_id, resolved
        elif isinstance(value, tuple):
            for index, text in enumerate(value):
                yield (*location, key, index), text, mark
        else:
            yield (*location, key), value, mark


def walk_prose(part: BaseModel) -> Iterator[tuple[Location, str]]:
    """Yield location and Markdown of every prose field in a record."""
    for location, text, _ in _walk(part, (), _prose_plan):
        yield location, text


def walk_texts(part: BaseModel) -> Iterator[tuple[str, str]]:
    """Yield the way to a value, such as "steps.0.title", and its text, for every text of a record."""
    yield from _walk_texts(part.model_dump(mode="json", by_alias=True), ())


def _walk_texts(value: object, way: Location) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield ".".join(map(str, way)), value
    elif isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _walk_texts(item, (*way, key))


@functools.cache
def find_prose_fields(cls: type[BaseModel]) -> frozenset[str]:
    """Return the names of a type's own long text fields."""
    return frozenset(name for name, _, mark in _plan(cls) if isinstance(mark, ProseMark))


def find_vocabularies(annotation: object) -> Iterator[str]:
    """Yield the name of every vocabulary that a type's fields choose from, some more than once."""
    if isinstance(annotation, Choice):
        yield annotation.vocabulary
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for info in annotation.model_fields.values():
            for thing in (*info.metadata, info.annotation):
                yield from find_vocabularies(thing)
    else:
        for inner in typing.get_args(annotation):
            yield from find_vocabularies(inner)


def find_examples(cls: type[BaseModel]) -> Iterator[str]:
    """Yield every example text of a type's fields and of their parts, some more than once."""
    for info in cls.model_fields.values():
        for example in info.examples or ():
            yield from (text for text in (example if isinstance(example, list) else [example]) if isinstance(text, str))
        for part in find_parts(info.annotation):
            yield from find_examples(part)


def find_parts(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield every type of part that a field with this annotation can hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from find_parts(inner)


def _children(value: object) -> Iterator[tuple[Location, BaseModel]]:
    if isinstance(value, BaseModel):
        yield (), value
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield (index,), child


@functools.cache
def _plan(cls: type[BaseModel]) -> Plan:
    """Return attribute, YAML key and mark of the fields worth a visit; no mark means parts that have some."""
    plan: list[tuple[str, str, Mark | AnyReference | None]] = []
    for name, info in cls.model_fields.items():
        key = info.alias or name
        mark = find_mark([*info.metadata, info.annotation])
        if mark is not None or any(map(_plan, find_parts(info.annotation))):
            plan.append((name, key, mark))
    return tuple(plan)


@functools.cache
def _prose_plan(cls: type[BaseModel]) -> Plan:
    """Return of a type's plan what is prose, or parts that can hold some."""
    parts = {name: find_parts(info.annotation) for name, info in cls.model_fields.items()}
    return tuple(
        (name, key, mark)
        for name, key, mark in _plan(cls)
        if isinstance(mark, ProseMark) or (mark is None and any(map(_prose_plan, parts[name])))
    )


def find_mark(things: list[object]) -> Mark | AnyReference | None:
    """Return what marks a field as a reference or as prose, None where nothing does; `things` are its annotations."""
    for thing in things:
        if isinstance(thing, Reference | AnyReference | ProseMark):
            return thing
        is_wrapper = typing.get_origin(thing) in (typing.Annotated, tuple, typing.Union, types.UnionType)
        if is_wrapper and (mark := find_mark(list(typing.get_args(thing)))):
            return mark
    return None
