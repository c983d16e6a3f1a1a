"""How to contribute: the ways to do it, and the form that works without an account and without a server."""

import json
from typing import Any

from knowledge_hub.intake.form_plans import PROMISES, PROMISES_LABEL
from knowledge_hub.intake.forms import Column, Form, Option, Question, create_forms
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.reference.field_guide import FIELDS, guided_types
from knowledge_hub.pages.sections.form_parts import create_way
from knowledge_hub.problems.problem import PROBLEMS_ADDRESS
from knowledge_hub.record_files.kinds import KINDS, MOST_BYTES, size_words
from knowledge_hub.records import CaseStudy
from knowledge_hub.schemas.schemas import type_name

CONTRIBUTE = "contribute/"
FORM = f"{CONTRIBUTE}form/"
# Kinds of questions that are answered in words, for which there may be better ones.
_WRITTEN = frozenset({"line", "text", "lines", "rows"})


def create_contribute_page(site: Site) -> Page:
    """Return the page that names every way to contribute."""
    root = root_from(CONTRIBUTE)
    forms = [
        {
            "title": form.title,
            "about": form.about,
            "href": f"{root}{FORM}?type={form.name}",
            "github": site.settings.contact.issue_form(form.name),
        }
        for form in create_forms(site.catalogue.vocabularies, site.catalogue.types)
    ]
    description = site.words.text("contribute.intro")
    html = site.render(
        "contribute",
        description=description,
        forms=forms,
        correction=site.settings.contact.issue_form("correction"),
        repository=site.settings.contact.repository,
        email=site.settings.contact.email,
        problems=root + PROBLEMS_ADDRESS,
        types=[{"href": f"{root}{FIELDS}{name}/", "title": title} for name, title, _ in guided_types(site)],
    )
    return create_page(site, CONTRIBUTE, title=site.words.text("contribute.title"), description=description, html=html)


def create_form_page(site: Site) -> Page:
    """Return the page with every form; a script shows the one that the address names."""
    root = root_from(FORM)
    forms = [_form(site, root, form) for form in create_forms(site.catalogue.vocabularies, site.catalogue.types)]
    description = site.words.text("contribute.form_intro")
    html = site.render(
        "contribute-form",
        description=description,
        forms=forms,
        files=_files(),
        promises=PROMISES,
        promises_label=PROMISES_LABEL,
        schemas=f"{root}schemas/",
        contact=site.settings.contact,
        contribute=f"{root}{CONTRIBUTE}",
    )
    return create_page(
        site,
        FORM,
        title=site.words.text("contribute.form"),
        description=description,
        html=html,
        scripts=("contribute/contribute-form",),
    )


def _files() -> dict[str, Any]:
    """Return which files the form takes; the checks of the library have the last word."""
    return {
        "kinds": " ".join(KINDS),
        "accept": ",".join(f".{ending}" for ending in KINDS),
        "most_bytes": MOST_BYTES,
        "most_words": size_words(MOST_BYTES),
    }


def _form(site: Site, root: str, form: Form) -> dict[str, Any]:
    return {
        "name": form.name,
        "title": form.title,
        "about": form.about,
        "type": type_name(form.record_type),
        "folder": form.record_type.folder,
        "constants": json.dumps(dict(form.constants)),
        "github": site.settings.contact.issue_form(form.name),
        "guide": f"{root}{FIELDS}{type_name(form.record_type)}/",
        "has_card": form.record_type is CaseStudy,
        "groups": _groups(site, form),
        "prose": [(_id(form, question), question.label) for question in form.questions if question.is_prose],
    }


def _groups(site: Site, form: Form) -> list[dict[str, Any]]:
    """Return the parts of a form; a phone shows one at a time, and the last is for what is sent along."""
    titles = [*(group.title for group in form.groups), site.text("contribute.last_part")]
    questions = [[_question(site, form, question) for question in group.questions] for group in form.groups]
    return [
        {
            "id": f"{form.name}-part-{number}",
            "title": title,
            "questions": asked,
            "is_last": number == len(titles),
            "way": create_way(site, titles, number),
        }
        for number, (title, asked) in enumerate(zip(titles, [*questions, []], strict=True), start=1)
    ]


def _question(site: Site, form: Form, question: Question) -> dict[str, Any]:
    name = _id(form, question)
    # On the site a record is chosen from a list, so that there is nothing to explain.
    help_text = "" if question.reference else question.help
    described = {
        "help": bool(help_text),
        "limit": question.says_limit,
        "example": bool(question.example) and not question.columns,
        "error": True,
        "hint": question.kind in _WRITTEN,
        "count": question.says_limit,
    }
    return {
        "id": name,
        "described": " ".join(f"{name}-{part}" for part, is_there in described.items() if is_there),
        "field": question.id,
        "path": json.dumps(question.path),
        "kind": "choice" if question.reference else question.kind,
        "columns": [_column(site, name, column) for column in question.columns],
        "row": question.row,
        "add": question.add,
        "remove": site.text("contribute.remove_row", row=f"{question.row} 1"),
        "label": question.label,
        "help": help_text,
        "required": question.required,
        "example": question.example,
        "limit": question.limit if question.says_limit else "",
        "at_most": _at_most(site, question),
        "options": _records(site, question) if question.reference else question.options,
    }


def _id(form: Form, question: Question) -> str:
    return f"{form.name}-{question.name}"


def _column(site: Site, name: str, column: Column) -> dict[str, Any]:
    return {
        "key": column.key,
        "id": f"{name}-1-{column.key}",
        "label": column.label,
        "example": column.example,
        "limit": column.limit if column.says_limit else "",
        "at_most": site.text("filling.at_most", number=column.limit) if column.says_limit else "",
        "is_long": column.is_long,
    }


def _at_most(site: Site, question: Question) -> str:
    if not question.says_limit:
        return ""
    key = "filling.at_most_each" if question.kind == "lines" else "filling.at_most"
    return site.text(key, number=f"{question.limit:,}")


def _records(site: Site, question: Question) -> list[Option]:
    """Return the records that a reference can name, by title."""
    named = [record for record in site.catalogue.records if record.type == question.reference]
    return [Option(record.id, record.title) for record in sorted(named, key=lambda record: record.title.casefold())]
