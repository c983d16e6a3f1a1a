"""How to contribute: the ways to do it, and the form that works without an account and without a server."""

import json
from typing import Any

from knowledge_hub.intake.forms import PROMISES, PROMISES_LABEL, Form, Option, Question, create_forms
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.reference.field_guide import FIELDS, guided_types
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
        "questions": [_question(site, form, question) for question in form.questions],
    }


def _question(site: Site, form: Form, question: Question) -> dict[str, Any]:
    options = _records(site, question) if question.reference else question.options
    name = f"{form.name}-{question.name}"
    described = [
        f"{name}-help",
        *([f"{name}-example"] if question.example else []),
        f"{name}-error",
        *([f"{name}-hint"] if question.kind in _WRITTEN else []),
    ]
    return {
        "id": name,
        "described": " ".join(described),
        "field": question.id,
        "path": json.dumps(question.path),
        "kind": "choice" if question.reference else question.kind,
        "columns": json.dumps(question.columns),
        "label": question.label,
        "help": question.help,
        "required": question.required,
        "example": question.example,
        "rows": 3 if question.limit else 6,
        "options": options,
        "is_prose": question.is_prose,
    }


def _records(site: Site, question: Question) -> list[Option]:
    """Return the records that a reference can name, by title."""
    named = [record for record in site.catalogue.records if record.type == question.reference]
    return [Option(record.id, record.title) for record in sorted(named, key=lambda record: record.title.casefold())]
