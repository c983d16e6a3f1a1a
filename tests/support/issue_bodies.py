"""Writes the text of an issue as GitHub makes it from a form."""

from collections.abc import Mapping

from knowledge_hub.intake.form_plans import PROMISES, PROMISES_LABEL
from knowledge_hub.intake.forms import Form, Question


def create_body(form: Form, answers: Mapping[str, str], *, promised: bool = True) -> str:
    """Return the text for answers by the name of the question; a question without one is left empty."""
    tick = "x" if promised else " "
    parts = [
        f"### {question.label}\n\n{_answer(question, answers.get(question.name, ''))}" for question in form.questions
    ]
    promises = "\n".join(f"- [{tick}] {promise}" for promise in PROMISES)
    return "\n\n".join([*parts, f"### {PROMISES_LABEL}\n\n{promises}"])


def _answer(question: Question, answer: str) -> str:
    if question.kind == "choices":
        chosen = answer.split(", ")
        return "\n".join(f"- [{'X' if option.label in chosen else ' '}] {option.label}" for option in question.options)
    return answer or "_No response_"
