"""A located document to a record: pydantic's findings in words that a contributor can act on."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge_hub.located_yaml import LocatedDocument
from knowledge_hub.problems import Problem
from knowledge_hub.vocabulary import Vocabularies, nearest

Model = TypeVar("Model", bound=BaseModel)


def create_from_document(
    cls: type[Model],
    document: LocatedDocument,
    *,
    record_id: str | None = None,
    vocabularies: Vocabularies | None = None,
) -> tuple[Model | None, list[Problem]]:
    """Return the record in `document`, or None with every problem that keeps it from being one."""
    value = document.value
    if not isinstance(value, dict):
        message = "This file holds no fields." if value is None else "This file must be a list of fields."
        return None, [document.problem((), "no-fields", message, "Write each field as name: value.")]
    if record_id is not None:
        if "id" in value:
            message = "A record's id is its file name, so it isn't written in the file."
            return None, [document.problem(("id",), "unknown-field", message, "Delete this line.", of_key=True)]
        value = {**value, "id": record_id}
    try:
        return cls.model_validate(value, context={"vocabularies": vocabularies}), []
    except ValidationError as error:
        return None, list(_explain(cls, document, error.errors(include_url=False)))


def _explain(
    cls: type[BaseModel], document: LocatedDocument, errors: list[ErrorDetails]
) -> Iterator[Problem]:
    within = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    for error in errors:
        location = error["loc"]
        kind = error["type"]
        if kind == "too_short" and location in within:
            continue  # The list has items; pydantic doesn't count the ones that have problems.
        if kind == "missing":
            yield _missing(document, location)
        elif kind == "extra_forbidden":
            yield _unknown_field(cls, document, location)
        else:
            code, message, help_text = _describe(error)
            yield document.problem(location, code, message, help_text)


def _missing(document: LocatedDocument, location: tuple[str | int, ...]) -> Problem:
    name = location[-1]
    message = f"The field “{name}” is missing, or has no value."
    return document.problem(location[:-1], "missing-field", message, f"Add a line {name}: with its value.")


def _unknown_field(
    cls: type[BaseModel], document: LocatedDocument, location: tuple[str | int, ...]
) -> Problem:
    name = str(location[-1])
    known = _field_names(cls, location[:-1])
    meant = nearest(name, known)
    help_text = f"Did you mean “{meant}”?" if meant else f"Fields here: {', '.join(known)}."
    message = f"“{name}” is not a field we know here."
    return document.problem(location, "unknown-field", message, help_text, of_key=True)


def _field_names(cls: type[BaseModel], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the field names of the part that `location` leads to."""
    part: type[BaseModel] = cls
    for step in location:
        if isinstance(step, int):
            continue
        for name, info in part.model_fields.items():
            if step in (name, info.alias):
                part = _part_in(info.annotation) or part
                break
    return tuple(info.alias or name for name, info in part.model_fields.items() if name != "id" or part is not cls)


def _part_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if part := _part_in(inner):
            return part
    return None


def _describe(error: ErrorDetails) -> tuple[str, str, str]:
    """Return code, message and mend of one finding."""
    kind = error["type"]
    context = error.get("ctx", {})
    if kind in ("bad-choice", "literal_error"):
        return _describe_choice(error, context)
    code, message, help_text = _WORDS.get(kind, ("bad-value", "This value can't be used: {msg}.", _COMPARE))
    value = error["input"]
    known = {**context, "msg": error["msg"], "value": value, "length": len(str(value))}
    return code, message.format_map(known), help_text


def _describe_choice(error: ErrorDetails, context: dict[str, Any]) -> tuple[str, str, str]:
    if error["type"] == "bad-choice":
        choices, meant = context["choices"], context["meant"]
    else:
        choices = tuple(str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", "))
        meant = nearest(str(error["input"]), choices)
    hint = f"Did you mean “{meant}”? " if meant else ""
    message = f"“{error['input']}” is not one of the allowed choices."
    return "bad-choice", message, f"{hint}Choose one of: {', '.join(choices)}."


_COMPARE = "Compare it with a similar record."
_EMPTY = ("too-short", "This must not be empty.", "Add at least one, or delete the field.")
_NOT_TEXT = (
    "not-text",
    "This should be one piece of text.",
    "Write the text after the colon, in double quotes if it holds a colon.",
)
_NOT_FIELDS = (
    "no-fields",
    "This should have fields of its own.",
    "Write them below, each as name: value, indented by two spaces.",
)
_NOT_A_LIST = (
    "not-a-list",
    "This should be a list.",
    "Write each item on a line of its own that starts with “- ”.",
)
_BAD_DAY = (
    "bad-date",
    "This should be a date, but it is “{value}”.",
    "Write it as year-month-day, for example 2026-11-23.",
)
_BAD_PARTIAL_DATE = (
    "bad-date",
    "{msg}",
    "Write it as year-month-day, year-month or year, for example 2026-11-23, 2026-11 or 2026.",
)
_BAD_NUMBER = (
    "bad-number",
    "This should be a number, but it is “{value}”.",
    "Write digits only, without a unit.",
)
_BAD_SWITCH = ("bad-choice", "“{value}” is neither true nor false.", "Write true or false.")
# Code, message and mend by the kind of error (pydantic 2's own names, and those of fields.py).
_WORDS = {
    "string_too_long": ("too-long", "This has {length} characters; at most {max_length} fit.", "Shorten it."),
    "string_too_short": _EMPTY,
    "too_short": _EMPTY,
    "tuple_type": _NOT_A_LIST,
    "string_type": _NOT_TEXT,
    "model_type": _NOT_FIELDS,
    "model_attributes_type": _NOT_FIELDS,
    "bad-day": _BAD_DAY,
    "date_parsing": _BAD_DAY,
    "date_from_datetime_parsing": _BAD_DAY,
    "bad-date": _BAD_PARTIAL_DATE,
    "bad-id": ("bad-id", "{msg}", "For example: school-nurse."),
    "bad-address": ("bad-address", "{msg}", "Write it without the site's name, for example lessons/old-name/."),
    "bad-url": ("bad-url", "{msg}", "For example: https://www.example.org/page."),
    "bad-doi": ("bad-doi", "{msg}", "For example: 10.1000/182."),
    "int_parsing": _BAD_NUMBER,
    "float_parsing": _BAD_NUMBER,
    "int_type": _BAD_NUMBER,
    "float_type": _BAD_NUMBER,
    "bool_parsing": _BAD_SWITCH,
    "bool_type": _BAD_SWITCH,
}
