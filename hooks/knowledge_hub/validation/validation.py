"""A located document to a record: every finding in words that a contributor can act on."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.problems.problem import Problem
from knowledge_hub.quoting import shorten
from knowledge_hub.validation.explaining import explain_value
from knowledge_hub.validation.misplaced import field_names, find_misplaced, part_at
from knowledge_hub.vocabulary import Vocabularies
from knowledge_hub.yaml_text.located import LocatedDocument, limit_problems
from knowledge_hub.yaml_text.walk import MOST_PROBLEMS

Model = TypeVar("Model", bound=BaseModel)
# Far more than will be shown, so that errors with one cause are still seen together.
_MOST_ERRORS = 20 * MOST_PROBLEMS
_UNSPACED_FIELD = re.compile(r"\s*([A-Za-z_]+):(?=\S)")


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
        return None, [_explain_no_fields(document)]
    if record_id is not None:
        if "id" in value:
            message = "A record’s id is its file name, so it isn’t written in the file."
            return None, [document.problem(("id",), "unknown-field", message, "Delete this line.", of_key=True)]
        value = {**value, "id": record_id}
    empty = list(_find_unknown_empty(cls, document))
    try:
        record = cls.model_validate(value, context={"vocabularies": vocabularies})
    except ValidationError as error:
        found = itertools.chain(_explain(cls, document, error.errors(include_url=False)[:_MOST_ERRORS]), empty)
        return None, limit_problems(list(itertools.islice(found, MOST_PROBLEMS + 1)))
    return (None, limit_problems(empty)) if empty else (record, [])


def _find_unknown_empty(cls: type[BaseModel], document: LocatedDocument) -> Iterator[Problem]:
    """Yield the fields without a value that nobody knows; those that are known count as not written."""
    for location in document.without_value[: MOST_PROBLEMS + 1]:
        if location[-1] not in field_names(part_at(cls, location[:-1])):
            yield _unknown_field(cls, document, location)


def _explain_no_fields(document: LocatedDocument) -> Problem:
    if document.value is None:
        message = "This file is empty, or holds only comments."
        return document.problem((), "empty-file", message, "Write each field as name: value, or delete the file.")
    if isinstance(document.value, str) and (found := _UNSPACED_FIELD.match(document.value)):
        help_text = f"Write: {found[1]}: …"
        return document.problem((), "no-space", "There must be a space after the colon.", help_text)
    message = "This file should hold fields, but it holds a list or one piece of text."
    return document.problem((), "no-fields", message, "Write each field as name: value, on a line of its own.")


def _explain(cls: type[BaseModel], document: LocatedDocument, errors: list[ErrorDetails]) -> Iterator[Problem]:
    misplaced = list(find_misplaced(cls, document, errors))
    explained = {location for line in misplaced for location in line.explained}
    within = {error["loc"][:depth] for error in errors for depth in range(len(error["loc"]))}
    yield from (line.problem for line in misplaced)
    for error in errors:
        location = error["loc"]
        if any(location[:depth] in explained for depth in range(1, len(location) + 1)):
            continue
        if error["type"] == "too_short" and location in within:
            continue  # The list has items; pydantic doesn't count the ones that have problems.
        if error["type"] == "missing":
            yield _missing(document, location)
        elif error["type"] == "extra_forbidden":
            yield _unknown_field(cls, document, location)
        else:
            yield document.problem(location, *explain_value(error, _field_name(location)))


def _missing(document: LocatedDocument, location: tuple[str | int, ...]) -> Problem:
    name = location[-1]
    message = f"The field “{name}” is missing, or has no value."
    help_text = f"Add a line {name}: with its value."
    problem = document.problem(location[:-1], "missing-field", message, help_text, of_key=True)
    return replace(problem, field=".".join(map(str, location)))


def _unknown_field(cls: type[BaseModel], document: LocatedDocument, location: tuple[str | int, ...]) -> Problem:
    name = str(location[-1])
    known = field_names(part_at(cls, location[:-1]))
    meant = nearest(name, known)
    help_text = f"Did you mean “{meant}”?" if meant else f"Fields here: {', '.join(known)}."
    message = f"“{shorten(name)}” is not a field we know here."
    return document.problem(location, "unknown-field", message, help_text, of_key=True)


def _field_name(location: tuple[str | int, ...]) -> str:
    return next((str(step) for step in reversed(location) if isinstance(step, str)), "this")
