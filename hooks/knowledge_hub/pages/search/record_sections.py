"""The sections of each record type's page, as search knows them: fragment, heading and words.

The page makers in pages/records/ give sections these ids; a test builds a site and looks for each of them.
What a page takes from other records is found there.
"""

from collections.abc import Iterator

from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.search.field_texts import read_field, read_part
from knowledge_hub.pages.sections.community_parts import find_part
from knowledge_hub.pages.sections.own_parts import own_words
from knowledge_hub.pages.sections.worksheet import worksheet_anchor
from knowledge_hub.records import CaseStudy, Community, Lesson, Pathway, Record, Role, Toolkit
from knowledge_hub.search.document import Section
from knowledge_hub.search.plain_text import read_markdown

# Fragment, key of the heading's words, and the field that stands below it.
_PARTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    Community.type: (
        ("about", "community.about", "about"),
        ("aim", "community.aim", "aim"),
        ("domain", "community.domain", "domain"),
        ("practice", "community.practice", "practice"),
        ("teams", "community.teams", "teams"),
        ("charter", "community.charter", "charter"),
        ("drivers", "community.drivers", "drivers"),
        ("measures", "community.measures", "measures"),
        ("sessions", "community.sessions", "sessions"),
        ("results", "community.results", "results"),
        ("components", "community.components", "components"),
    ),
    CaseStudy.type: (
        ("before-you-read", "case_study.note", "note"),
        ("challenge", "case_study.challenge", "challenge"),
        ("at-the-table", "case_study.table", "participants"),
        ("approach", "case_study.approach", "approach"),
        ("changed", "case_study.changed", "changed"),
        ("collaboration", "case_study.collaboration", "collaboration"),
        ("measures", "community.measures", "measures"),
        ("results", "community.results", "results"),
        ("keep", "case_study.keep", "adoption.core"),
        ("adapt", "case_study.adapt", "adoption.adaptable"),
    ),
    Lesson.type: (
        ("statement", "lesson.statement", "statement"),
        ("why", "lesson.why", "why"),
        ("apply", "lesson.apply", "apply"),
        ("pitfalls", "lesson.pitfalls", "pitfalls"),
    ),
    Role.type: (
        ("about", "role.about", "about"),
        ("brings", "role.brings", "brings"),
        ("needs", "role.needs", "needs"),
        ("first-steps", "role.first_steps", "first_steps"),
        ("ask-them", "role.ask_them", "ask_them"),
    ),
    Toolkit.type: (
        ("purpose", "toolkit.purpose", "purpose"),
        ("use-when", "toolkit.use_when", "use_when"),
        ("steps", "toolkit.steps", "steps"),
        ("resources", "toolkit.resources", "resources"),
    ),
    # The words of its steps are those of the pages that they lead to, which are the better answer.
    Pathway.type: (("about", "pathway.about", "about"),),
}


def create_sections(site: Site, record: Record) -> Iterator[Section]:
    """Yield the sections of a record's page that have words of the record's own."""
    community = record if isinstance(record, Community) else None
    for fragment, key, field in _PARTS.get(record.type, ()):
        if text := read_field(record, field):
            part = find_part(community, fragment) if community else ""
            yield Section(fragment, site.text(key), text, f"{part}/" if part else "")
    if isinstance(record, Toolkit):
        yield from _create_worksheets(site, record)
    for own in record.own_fields:
        if own.shown == "section" and own.searched and (text := read_markdown(own_words(record, own))):
            yield Section(own.id.replace("_", "-"), own.label, text)


def _create_worksheets(site: Site, toolkit: Toolkit) -> Iterator[Section]:
    """Yield each worksheet, which is also found by what readers call such a thing."""
    for worksheet in toolkit.worksheets:
        title = f"{site.text('toolkit.worksheet')}: {worksheet.title}"
        text = f"{read_part(worksheet)}\n{site.text('search.worksheet_words')}"
        yield Section(worksheet_anchor(worksheet.id), title, text)
