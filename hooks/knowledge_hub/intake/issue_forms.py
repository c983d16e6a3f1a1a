"""The forms as GitHub issue forms, and the settings beside them."""

from collections.abc import Iterator
from typing import Any

from knowledge_hub.intake.form_plans import PROMISES, PROMISES_LABEL
from knowledge_hub.intake.forms import Form, Question, Types, create_forms
from knowledge_hub.intake.yaml_writer import write_yaml
from knowledge_hub.vocabulary import Vocabularies

FOLDER = ".github/ISSUE_TEMPLATE"

_MADE = "# Made from the record types by scripts/generate.py: change them there, and run it again.\n"
_WELCOME = (
    "Thank you. Write as you would tell a colleague; an editor helps with the rest. Roles, not names: nothing here "
    "may point to a single student. If a question doesn't fit, leave it empty."
)
# GitHub takes twelve fields, and the promises are one. The host's own come last, and may be asked on the site only.
_MOST_QUESTIONS = 11
_ELEMENTS = {"choice": "dropdown", "choices": "checkboxes", "line": "input", "reference": "input"}
_MANY_LINES = {"lines": "One on each line.", "rows": "One on each line, with a bar between its parts:"}


def create_issue_forms(vocabularies: Vocabularies, types: Types) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file in GitHub's folder for issue forms."""
    for form in create_forms(vocabularies, types):
        yield f"{FOLDER}/{form.name}.yml", _MADE + write_yaml(_render_form(form))
    yield f"{FOLDER}/correction.yml", _MADE + write_yaml(_CORRECTION)
    yield f"{FOLDER}/config.yml", _MADE + write_yaml({"blank_issues_enabled": True})


def _render_form(form: Form) -> dict[str, Any]:
    return _form(form.title, form.about, [_render_question(question) for question in form.questions[:_MOST_QUESTIONS]])


def _form(name: str, about: str, questions: list[dict[str, Any]]) -> dict[str, Any]:
    welcome = {"type": "markdown", "attributes": {"value": _WELCOME}}
    return {"name": name, "description": about, "body": [welcome, *questions, _promises()]}


def _render_question(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label, "description": _describe(question)}
    if question.kind == "choice":
        attributes["options"] = [option.label for option in question.options]
    elif question.kind == "choices":
        attributes["options"] = [{"label": option.label} for option in question.options]
    elif question.example:
        attributes["placeholder"] = question.example
    return _element(_ELEMENTS.get(question.kind, "textarea"), question.id, attributes, required=question.required)


def _describe(question: Question) -> str:
    """Return the help below a label, with the limit and the shape that GitHub can't check."""
    parts = [question.help]
    if question.kind == "rows":
        parts.append(f"{_MANY_LINES['rows']} {question.example}")
    elif question.kind == "lines":
        parts.append(_MANY_LINES["lines"])
    if question.says_limit:
        where = " on each line" if question.kind == "lines" else ""
        parts.append(f"At most {question.limit:,} characters{where}.")
    return " ".join(parts)


def _element(kind: str, name: str, attributes: dict[str, Any], *, required: bool) -> dict[str, Any]:
    element: dict[str, Any] = {"type": kind, "id": name, "attributes": attributes}
    return {**element, "validations": {"required": True}} if required else element


def _promises() -> dict[str, Any]:
    options = [{"label": promise, "required": True} for promise in PROMISES]
    attributes = {"label": PROMISES_LABEL, "options": options}
    return {"type": "checkboxes", "id": "promises", "attributes": attributes}


_CORRECTION = _form(
    "Correction",
    "Something on a page is wrong, out of date or hard to understand.",
    [
        _element(
            "input",
            "page",
            {"label": "Page", "description": "The address of the page.", "placeholder": "https://…/lessons/…/"},
            required=True,
        ),
        _element(
            "textarea",
            "wrong",
            {"label": "What is wrong?", "description": "Quote the words if you can."},
            required=True,
        ),
        _element("textarea", "right", {"label": "What should it say?"}, required=False),
        _element(
            "textarea",
            "source",
            {"label": "Where can an editor check it?", "description": "A report, an article, a page."},
            required=False,
        ),
    ],
)
