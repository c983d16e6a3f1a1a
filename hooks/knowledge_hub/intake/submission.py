"""A submitted form to the one file that it may become, or to what keeps it from becoming one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from knowledge_hub.checks import check_library
from knowledge_hub.intake.answers import create_fields, read_lines
from knowledge_hub.intake.form_body import NOTHING_CHOSEN, UnclearForm, has_label, normalize, read_ticks, split_answers
from knowledge_hub.intake.form_plans import PROMISES, PROMISES_LABEL
from knowledge_hub.intake.forms import SEPARATOR, Form, Question, create_forms
from knowledge_hub.intake.yaml_writer import write_yaml
from knowledge_hub.library.library import Library
from knowledge_hub.pasted_text import clean_pasted, name_invisible, words_before
from knowledge_hub.problems.problem import Problem
from knowledge_hub.quoting import shorten
from knowledge_hub.records import Record
from knowledge_hub.slugs import create_slug
from knowledge_hub.validation.validation import create_from_document
from knowledge_hub.yaml_text.located import LocatedDocument, read_yaml
from knowledge_hub.yaml_text.source_text import FORBIDDEN

# GitHub allows 65,536 characters in an issue.
LONGEST_BODY = 100_000

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Submission(NamedTuple):
    """What a form became: a file below the content folder, or problems in words for the person who sent it."""

    path: str = ""
    text: str = ""
    problems: tuple[str, ...] = ()


def read_submission(body: str, library: Library) -> Submission:
    """Return the record file for the text of an issue; `library` is the content that it would join."""
    if len(body) > LONGEST_BODY:
        return _refuse(f"The text has {len(body):,} characters; at most {LONGEST_BODY:,} can be read.")
    body = clean_pasted(normalize(body))
    if found := FORBIDDEN.search(normalize(body)) or _LONE_SURROGATE.search(body):
        return _refuse(_explain_invisible(found))
    form = _recognize(body, library)
    if form is None:
        return _refuse(
            "This text was not made with one of the forms for a new record, so no file can be made from it. "
            "Open a new issue and choose a form; a correction is made by hand."
        )
    try:
        answers = _split(body, form)
    except UnclearForm as unclear:
        return _refuse(str(unclear))
    return _create_record(form, answers, library)


def _split(body: str, form: Form) -> dict[str, str]:
    """Return the answers that were given, by label."""
    answers = split_answers(body, [*(question.label for question in form.questions), PROMISES_LABEL])
    for question in form.questions:
        is_menu = bool(question.options) and NOTHING_CHOSEN not in {option.label for option in question.options}
        if is_menu and answers.get(question.label) == NOTHING_CHOSEN:
            del answers[question.label]
    return answers


def _create_record(form: Form, answers: dict[str, str], library: Library) -> Submission:
    problems = [_miss(question) for question in _unanswered(form, answers)]
    if len(read_ticks(answers.get(PROMISES_LABEL, ""))) < len(PROMISES):
        problems.append(f"{PROMISES_LABEL}: Every box has to be ticked.")
    problems += _find_short_rows(form, answers)
    title = answers.get(form.title_question.label, "")
    slug = create_slug(title)
    if title and slug is None:
        problems.append(_explain_title(form, title))
    if problems or slug is None:
        return Submission(problems=tuple(problems))
    path = f"{form.record_type.folder}/{slug}.yml"
    if (form.record_type.folder, slug) in library.documents or (form.record_type.folder, slug) in library.pending_ids:
        return _refuse(
            f"{_about(form.title_question)} There is a record with this address already ({path}), and it is never "
            "overwritten. Choose a title that says what is different here."
        )
    text = write_yaml(create_fields(form, answers, library))
    return Submission(path, text, tuple(_check(form, path, slug, text, library)))


def _unanswered(form: Form, answers: dict[str, str]) -> Iterator[Question]:
    return (question for question in form.questions if question.required and question.label not in answers)


def _find_short_rows(form: Form, answers: dict[str, str]) -> Iterator[str]:
    """Yield the lines that lack a part, in the words of the form."""
    for question in form.questions:
        for line in read_lines(answers.get(question.label, "")) if question.columns else ():
            parts = [part.strip() for part in line.split(SEPARATOR, len(question.columns) - 1)]
            if len(parts) < len(question.columns) or not all(parts):
                names = f" {SEPARATOR} ".join(column.key for column in question.columns)
                yield f"{_about(question)} The line “{shorten(line)}” lacks a part. Write each line as: {names}"


def _recognize(body: str, library: Library) -> Form | None:
    """Return the form that the text was made with: the only one whose question for a title it holds."""
    forms = create_forms(library.vocabularies, library.types)
    found = [form for form in forms if has_label(body, form.title_question.label)]
    return found[0] if len(found) == 1 else None


def _check(form: Form, path: str, slug: str, text: str, library: Library) -> Iterator[str]:
    """Yield what the checks of the whole library find in the new record, by the labels of the form."""
    document, problems = read_yaml(path, text.encode())
    if document is None:
        yield from (f"{problem.message} {problem.help}" for problem in problems)
        return
    record, problems = create_from_document(
        form.record_type, document, record_id=slug, vocabularies=library.vocabularies
    )
    if isinstance(record, Record):
        problems = _check_beside_others(record, document, library)
    yield from (_explain(form, problem) for problem in sorted(set(problems)) if problem.severity == "error")


def _check_beside_others(record: Record, document: LocatedDocument, library: Library) -> list[Problem]:
    key = (type(record).folder, record.id)
    joined = replace(library, records=[*library.records, record], documents={**library.documents, key: document})
    return [problem for problem in check_library(joined) if problem.path == document.path]


def _explain(form: Form, problem: Problem) -> str:
    """Return a problem of the file as words about the form."""
    question = _find_question(form, problem.field)
    if question is None:
        return f"{problem.message} {problem.help}".strip()
    if problem.code == "missing-field" and problem.field == _dotted(question):
        return _miss(question)
    # The form's words for a field take the place of its name in the file.
    message = problem.message.replace(f"“{question.path[-1]}”", "This")
    return f"{_about(question)} {message} {problem.help}".strip()


def _find_question(form: Form, field: str) -> Question | None:
    """Return the question whose answer holds a field, such as "steps.0.text"."""
    return next((question for question in form.questions if f"{field}.".startswith(f"{_dotted(question)}.")), None)


def _dotted(question: Question) -> str:
    return ".".join(map(str, question.path))


def _about(question: Question) -> str:
    """Return the label of a question as the beginning of a sentence about it."""
    return question.label if question.label.endswith("?") else f"{question.label}:"


def _miss(question: Question) -> str:
    return f"{_about(question)} This needs an answer."


def _explain_invisible(found: re.Match[str]) -> str:
    before = words_before(found.string, found.start())
    return (
        f"There is an invisible character after “{before}”: {name_invisible(found[0])} (U+{ord(found[0]):04X}). "
        "Delete it: type the words on both sides of this spot again."
    )


def _explain_title(form: Form, title: str) -> str:
    return (
        f"{_about(form.title_question)} The address of the page is made of the letters a to z and the digits in the "
        f"title, and “{title[:120]}” gives none that works on every computer. Add a few words in plain letters, "
        "for example an English title after it."
    )


def _refuse(problem: str) -> Submission:
    return Submission(problems=(problem,))


def render_problems(problems: Iterable[str]) -> str:
    """Return a comment for the issue: the problems as plain text, which nothing in them can turn into more.

    They quote what people wrote, so they stand in a fence that is longer than any in them.
    """
    listed = "\n\n".join(f"{number}. {problem}" for number, problem in enumerate(problems, start=1))
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", listed) or [""]))
    return (
        "Thank you. No record could be made from this form yet. Please edit your text above (the three dots, then "
        f"Edit), and an editor will try again.\n\n{fence}text\n{listed}\n{fence}\n"
    )


def render_success(path: str, issue: int) -> str:
    """Return the text of the pull request that brings the record."""
    return (
        f"Adds `content/{path}`, made from the form in #{issue}.\n\n"
        "It is a draft: readers don't see it until an editor has checked it, added sources and a review, "
        "and changed its status.\n\n"
        "For the editor: GitHub holds the checks of a pull request that a workflow opened until somebody who may write "
        "here presses “Approve and run workflows” at the end of this page.\n\n"
        f"Closes #{issue}\n"
    )
