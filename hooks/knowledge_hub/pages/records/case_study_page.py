"""The page of a case study."""

from knowledge_hub.dates import period_words
from knowledge_hub.pages.frame.facts import Fact, place_fact
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import (
    Section,
    lessons_section,
    list_section,
    prose_section,
)
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.record_page import Body, create_record_page
from knowledge_hub.pages.sections.measures import measures_section
from knowledge_hub.pages.sections.results import results_section
from knowledge_hub.records import CaseStudy
from knowledge_hub.records.case_study import Adoption

# With fewer, the table would be little but empty places.
_FEWEST_FOR_MATRIX = 4


def create_case_study_page(site: Site, study: CaseStudy) -> Page:
    """Return the page of one case study."""
    root = root_from(study.address)
    sections = [
        *_note_section(site, study),
        *prose_section(site, root, study, "challenge", site.text("case_study.challenge"), study.challenge),
        *_table_section(site, root, study),
        *prose_section(site, root, study, "approach", site.text("case_study.approach"), study.approach),
        *prose_section(site, root, study, "changed", site.text("case_study.changed"), study.changed),
        *prose_section(site, root, study, "collaboration", site.text("case_study.collaboration"), study.collaboration),
        *measures_section(site, root, study.measures),
        *results_section(site, root, study.results),
        *lessons_section(site, root, study, site.text("case_study.lessons")),
        *_adoption_sections(site, study.adoption),
    ]
    return create_record_page(site, study, Body(_facts(site, study), sections, frozenset({"lesson"})))


def _facts(site: Site, study: CaseStudy) -> list[Fact]:
    facts = place_fact(site, study)
    if study.place.setting:
        facts.append(Fact(site.text("facts.place_kind"), study.place.setting))
    if study.period and (when := period_words(study.period.start, study.period.end)):
        facts.append(Fact(site.text("facts.when"), when))
    if study.disciplines:
        facts.append(Fact(site.text("facts.who"), site.labels("disciplines", study.disciplines)))
    if study.outcome:
        label = site.label("outcomes", study.outcome)
        meaning = site.meaning("outcomes", study.outcome)
        facts.append(Fact(site.text("facts.outcome"), label, meaning, site.mark("outcomes", study.outcome)))
    if study.adoption:
        facts += _adoption_facts(site, study.adoption)
    return facts


def _adoption_facts(site: Site, adoption: Adoption) -> list[Fact]:
    named = (
        (site.text("facts.time"), adoption.time),
        (site.text("facts.people"), adoption.people),
        (site.text("facts.cost"), adoption.cost),
    )
    return [Fact(label, text) for label, text in named if text]


def _note_section(site: Site, study: CaseStudy) -> list[Section]:
    if not study.note:
        return []
    return [Section("before-you-read", site.text("case_study.note"), site.render("paragraph", text=study.note))]


def _table_section(site: Site, root: str, study: CaseStudy) -> list[Section]:
    """Return who was at the table, by level and discipline, and what each did."""
    if not study.participants:
        return []
    seated = [(site.seats.find(participant, root), participant) for participant in study.participants]
    rows = [
        {"cells": found.cells, "contribution": participant.contribution}
        for found, participant in sorted(seated, key=lambda pair: pair[0].rank)
    ]
    html = site.render("participants", rows=rows)
    if len(seated) >= _FEWEST_FOR_MATRIX:
        html += site.seats.show([found.seat for found, _ in seated])
    return [Section("at-the-table", site.text("case_study.table"), html)]


def _adoption_sections(site: Site, adoption: Adoption | None) -> list[Section]:
    if adoption is None:
        return []
    return [
        *list_section(site, "keep", site.text("case_study.keep"), adoption.core),
        *list_section(site, "adapt", site.text("case_study.adapt"), adoption.adaptable),
    ]
