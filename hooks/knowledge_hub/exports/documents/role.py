"""A role as a handout of two pages: one about the person, one about working together."""

from knowledge_hub.exports.documents.document import Block, Document
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.document_parts import (
    connected,
    evidence_band,
    fact_box,
    lesson_entries,
    lines,
    section,
    type_word,
)
from knowledge_hub.pages.records.role_page import find_partners, role_facts
from knowledge_hub.records import Lesson, Role

_MOST_LESSONS = 4


def create_handout(context: DocumentContext, role: Role) -> Document:
    """Return the handout; its type grows smaller until each half fits a page."""
    front = [
        *evidence_band(role),
        fact_box(role_facts(context.site, role)),
        *section("Who this is", context.prose(role.about, role)),
        *lines("What they bring", role.brings),
        *lines("What they need from the others", role.needs),
    ]
    back = [
        *lines("How to involve them well", role.first_steps, ordered=True),
        *lines("Questions worth asking", role.ask_them),
        *lines("Who they work with", _partners(context, role)),
        *section("Lessons for this role", _lessons(context, role)),
    ]
    blocks: list[Block] = [{"kind": "sheet", "blocks": front}, {"kind": "sheet", "blocks": back}]
    return context.document(role, type_word(role), role.title, role.summary, blocks)


def _partners(context: DocumentContext, role: Role) -> tuple[str, ...]:
    return tuple(f"{other.title}: {how}" for other, how in find_partners(context.site.catalogue, role))


def _lessons(context: DocumentContext, role: Role) -> list[Block]:
    return lesson_entries(context, connected(context, role, Lesson)[:_MOST_LESSONS])
