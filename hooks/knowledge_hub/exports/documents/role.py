"""A role as a handout of two pages: one about the person, one about working together."""

from knowledge_hub.exports.documents.document import Block, Document
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.document_parts import (
    connected,
    evidence_band,
    fact_box,
    lesson_entries,
    lines,
    own_blocks,
    section,
)
from knowledge_hub.pages.records.role_page import find_partners, role_facts
from knowledge_hub.records import Lesson, Role

_MOST_LESSONS = 4


def create_handout(context: DocumentContext, role: Role) -> Document:
    """Return the handout; its type grows smaller until each half fits a page."""
    front = [
        *evidence_band(context, role),
        fact_box(context, role, role_facts(context.site, role)),
        *section(context.text("role.about"), context.prose(role.about, role)),
        *lines(context.text("role.brings"), role.brings),
        *lines(context.text("role.needs"), role.needs),
    ]
    back = [
        *lines(context.text("role.first_steps"), role.first_steps, ordered=True),
        *lines(context.text("role.ask_them"), role.ask_them),
        *lines(context.text("role.works_with"), _partners(context, role)),
        *section(context.text("role.lessons"), _lessons(context, role)),
        *own_blocks(context, role),
    ]
    blocks: list[Block] = [{"kind": "sheet", "blocks": front}, {"kind": "sheet", "blocks": back}]
    return context.document(role, context.site.type_word(role), role.title, role.summary, blocks)


def _partners(context: DocumentContext, role: Role) -> tuple[str, ...]:
    return tuple(f"{other.title}: {how}" for other, how in find_partners(context.site.catalogue, role))


def _lessons(context: DocumentContext, role: Role) -> list[Block]:
    return lesson_entries(context, connected(context, role, Lesson)[:_MOST_LESSONS])
