"""Answers of a form to the fields of a record."""

import re
from collections.abc import Mapping
from typing import Any

from knowledge_hub.intake.form_body import read_ticks
from knowledge_hub.intake.form_plans import FieldPath
from knowledge_hub.intake.forms import SEPARATOR, Form, Question
from knowledge_hub.library.library import Library
from knowledge_hub.pasted_text import BULLETS
from knowledge_hub.slugs import SLUG

_BULLET = re.compile(rf"^\s*(?:[-*]\s+|[{BULLETS}]\s*|\d+[.)]\s+)")
_ADDRESS = re.compile(rf"/({SLUG.pattern})/?(?:[?#].*)?$")


def create_fields(form: Form, answers: Mapping[str, str], library: Library) -> dict[str, Any]:
    """Return the fields of the record, in the order of the form, from answers by label."""
    fields: dict[str, Any] = {}
    for question in form.questions:
        value = _read(question, answers.get(question.label, ""), library)
        if value:
            _put(fields, question.path, value)
    return {**_first(fields, "title", "summary"), **form.constants, **fields}


def _first(fields: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: fields[key] for key in keys if key in fields}


def _read(question: Question, answer: str, library: Library) -> Any:
    """Return the value of one answer; what can't be understood stays as written, for the checks to name."""
    match question.kind:
        case "choice":
            return _id_of(question, answer)
        case "choices":
            return [_id_of(question, label) for label in read_ticks(answer)]
        case "lines":
            return read_lines(answer)
        case "rows":
            return [_row(question, line) for line in read_lines(answer)]
        case "reference":
            return _find_record(question.reference, answer, library)
    return answer


def _id_of(question: Question, label: str) -> str:
    return next((option.id for option in question.options if option.label == label), label)


def read_lines(answer: str) -> list[str]:
    """Return one item a line, without the bullets that people put before them."""
    return [item for line in answer.split("\n") if (item := _BULLET.sub("", line).strip())]


def _row(question: Question, line: str) -> dict[str, str]:
    """Return the values of one line by column; a bar in the last one is part of its text."""
    values = [value.strip() for value in line.split(SEPARATOR, len(question.columns) - 1)]
    return dict(zip((column.key for column in question.columns), values, strict=False))


def _find_record(type_name: str, answer: str, library: Library) -> str:
    """Return the id of the record that is named by its title, its id or its address."""
    named = answer.strip()
    for record in library.records:
        if record.type == type_name and named.casefold() in (record.id, record.title.casefold()):
            return record.id
    address = _ADDRESS.search(named)
    return address[1] if address else named


def _put(fields: dict[str, Any], path: FieldPath, value: Any) -> None:
    """Put a value where a path of names and list positions leads."""
    *steps, last = path
    where: Any = fields
    for step, following in zip(steps, path[1:], strict=True):
        missing: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            if step == len(where):
                where.append(missing)
            where = where[step]
        else:
            where = where.setdefault(step, missing)
    if isinstance(last, int):
        where.append(value)
    else:
        where[last] = value
