"""The texts of a record that readers see and that can claim something, each with its place in the file."""

import functools
import typing
from collections.abc import Iterator

from pydantic import BaseModel

from knowledge_hub.records import Record
from knowledge_hub.records.community import Teams
from knowledge_hub.records.fields import is_text_field
from knowledge_hub.records.parts.measure import Measure

Location = tuple[str | int, ...]
# What readers ask and search with, and what editors and reviewers say to each other.
_SAY_NOTHING = frozenset(
    {"aliases", "question", "for_editors", "accepted", "review", "history", "redirect_from", "pictures", "credit"}
)
# What to do is advice: "put ten minutes on the agenda" claims nothing.
_ADVICE = frozenset(
    {"apply", "pitfalls", "steps", "worksheets", "use_when", "time", "people", "first_steps", "ask_them", "home"}
)
_WITHIN: dict[type[BaseModel], frozenset[str]] = {Record: _SAY_NOTHING | _ADVICE, Measure: frozenset({"points"})}
# Numbers of their own that pages show as a sentence would.
_COUNTS = {(Teams, "count")}


def walk_claiming_texts(part: BaseModel, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield place and text of everything in a record that can claim something, in the order of its fields.

    A place in a source isn't a claim, nor are the points of a measure: they are published as they are.
    """
    for name, key in _plan(type(part)):
        value = getattr(part, name)
        if value is None:
            continue
        for step, item in enumerate(value) if isinstance(value, tuple) else ((None, value),):
            place = (*location, key) if step is None else (*location, key, step)
            if isinstance(item, BaseModel):
                yield from walk_claiming_texts(item, place)
            else:
                yield place, str(item)


@functools.cache
def _plan(cls: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return attribute and name in files of the fields that hold texts, or parts that can hold some."""
    left_out = {name for base, names in _WITHIN.items() if issubclass(cls, base) for name in names} | {"locator"}
    return tuple(
        (name, info.alias or name)
        for name, info in cls.model_fields.items()
        if name not in left_out
        and (
            (cls, name) in _COUNTS or _holds_parts(info.annotation) or is_text_field([*info.metadata, info.annotation])
        )
    )


def _holds_parts(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_parts(inner) for inner in typing.get_args(annotation))
