"""Fields at the wrong depth: one problem for the line, instead of one for each field that it breaks."""

import itertools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from knowledge_hub.problems.problem import Problem
from knowledge_hub.yaml_text.located import LocatedDocument

_Location = tuple[str | int, ...]


class Misplaced(NamedTuple):
    """One misplaced line, and the places of the errors that it explains."""

    problem: Problem
    explained: tuple[_Location, ...]


def find_misplaced(cls: type[BaseModel], document: LocatedDocument, errors: list[ErrorDetails]) -> Iterator[Misplaced]:
    """Yield the misplaced lines behind errors about fields that are missing or unknown."""
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    unknown = {error["loc"] for error in errors if error["type"] == "extra_forbidden"}
    for parent in sorted({location[:-1] for location in missing | unknown}, key=str)[:20]:
        yield from _too_far_left(cls, document, parent)
    for location in sorted(unknown, key=str)[:20]:
        yield from _too_far_right(cls, document, location)
    for location in sorted(missing, key=str)[:20]:
        yield from _inside_text(document, location)


def _too_far_left(cls: type[BaseModel], document: LocatedDocument, parent: _Location) -> Iterator[Misplaced]:
    """The lines after a field without a value belong to it: they need more spaces."""
    part = part_at(cls, parent)
    keys = document.keys(parent)
    for number, name in enumerate(keys):
        inner = _part_of_field(part, name)
        if inner is None or name in _value_at(document, parent):
            continue
        run = list(itertools.takewhile(set(field_names(inner)).__contains__, keys[number + 1 :]))
        if run:
            message = f"“{name}” has no value, so this line most likely belongs to it and starts too far left."
            help_text = f"Put two more spaces before {_listed(run)}."
            if _is_list(part, name):
                help_text = f"Write “  - ” before “{run[0]}” and four spaces before the other lines of the item."
            problem = document.problem((*parent, run[0]), "indentation", message, help_text, of_key=True)
            yield Misplaced(problem, tuple((*parent, key) for key in (name, *run)))


def _too_far_right(cls: type[BaseModel], document: LocatedDocument, location: _Location) -> Iterator[Misplaced]:
    """A field that belongs to what is around it has too many spaces."""
    *around, name = location
    for depth in range(len(around) - 1, -1, -1):
        outer = tuple(around[:depth])
        if isinstance(_get(document, outer), dict) and name in field_names(part_at(cls, outer)):
            break
    else:
        return
    if name in field_names(part_at(cls, tuple(around))) or name in _value_at(document, outer):
        return
    holder = next(step for step in around[depth:] if isinstance(step, str))
    message = f"“{name}” doesn’t belong to “{holder}”, so this line most likely starts too far right."
    help_text = f"Give it as many spaces as “{holder}” has."
    problem = document.problem(location, "indentation", message, help_text, of_key=True)
    yield Misplaced(problem, (location, (*outer, name)))


def _inside_text(document: LocatedDocument, location: _Location) -> Iterator[Misplaced]:
    """A field that was read as part of the text above it has too many spaces."""
    if len(location) != 1:
        return
    found = re.search(rf"^ +({re.escape(str(location[0]))}) *:(?: |$)", document.text, re.MULTILINE)
    if found is None or not document.is_text(found.start(1)):
        return
    message = f"“{location[0]}” was read as part of the text above it, because this line starts too far right."
    problem = document.source.problem(
        found.start(1), found.end(1), "indentation", message, "Give it no spaces.", str(location[0])
    )
    yield Misplaced(problem, (location,))


def part_at(cls: type[BaseModel], location: _Location) -> type[BaseModel]:
    """Return the type of the part that `location` leads to."""
    part = cls
    for step in location:
        if isinstance(step, str):
            part = _part_of_field(part, step) or part
    return part


def field_names(part: type[BaseModel]) -> tuple[str, ...]:
    """Return the names that may be written in a part."""
    is_record = hasattr(part, "folder")
    return tuple(info.alias or name for name, info in part.model_fields.items() if not (is_record and name == "id"))


def _part_of_field(part: type[BaseModel], name: str) -> type[BaseModel] | None:
    for own, info in part.model_fields.items():
        if name == (info.alias or own):
            return _part_in(info.annotation)
    return None


def _part_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if part := _part_in(inner):
            return part
    return None


def _is_list(part: type[BaseModel], name: str) -> bool:
    for own, info in part.model_fields.items():
        if name == (info.alias or own):
            return "tuple" in str(info.annotation)
    return False


def _get(document: LocatedDocument, location: _Location) -> Any:
    value: Any = document.value
    for step in location:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _value_at(document: LocatedDocument, location: _Location) -> dict[str, Any]:
    value = _get(document, location)
    return value if isinstance(value, dict) else {}


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
