"""A toolkit as documents: the guide, and each worksheet to fill in by hand or on a computer."""

from knowledge_hub.exports.documents.document import Block, Document, band, paragraph
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.document_parts import (
    connected,
    evidence_band,
    fact_box,
    lesson_entries,
    lines,
    own_blocks,
    section,
    source_blocks,
)
from knowledge_hub.pages.records.toolkit_page import toolkit_facts
from knowledge_hub.pages.sections.worksheet import EMPTY_ROWS
from knowledge_hub.records import Lesson, Toolkit
from knowledge_hub.records.toolkit import Worksheet, WorksheetField


def create_guide(context: DocumentContext, toolkit: Toolkit) -> Document:
    """Return the whole toolkit without its worksheets."""
    blocks = [
        *evidence_band(context, toolkit),
        fact_box(context, toolkit, toolkit_facts(context.site, toolkit)),
        *section(context.text("toolkit.purpose"), context.prose(toolkit.purpose, toolkit)),
        *lines(context.text("toolkit.use_when"), toolkit.use_when),
        *section(context.text("toolkit.steps"), _steps(context, toolkit)),
        *section(context.text("toolkit.lessons"), lesson_entries(context, connected(context, toolkit, Lesson))),
        *own_blocks(context, toolkit),
        *source_blocks(context, toolkit),
    ]
    return context.document(toolkit, context.site.type_word(toolkit), toolkit.title, toolkit.summary, blocks)


def create_worksheet(context: DocumentContext, toolkit: Toolkit, worksheet: Worksheet) -> Document:
    """Return one worksheet with empty fields."""
    blocks: list[Block] = [*context.prose(worksheet.instructions, toolkit), band(context.text("worksheet.privacy"))]
    for part in worksheet.sections:
        fields = [_field(field) for field in part.fields]
        blocks += section(part.title, [{"kind": "fields", "intro": part.intro or "", "fields": fields}])
    if worksheet.scoring:
        blocks += section(context.text("toolkit.scoring"), [paragraph(worksheet.scoring)])
    return context.document(
        toolkit, f"{context.text('toolkit.worksheet')} · {toolkit.title}", worksheet.title, "", blocks
    )


def _steps(context: DocumentContext, toolkit: Toolkit) -> list[Block]:
    titles = {worksheet.id: worksheet.title for worksheet in toolkit.worksheets}
    steps: list[Block] = []
    for number, step in enumerate(toolkit.steps, start=1):
        blocks = context.prose(step.text, toolkit, level=3)
        if step.worksheet in titles:
            blocks.append(
                paragraph({"text": f"{context.text('toolkit.worksheet')}: {titles[step.worksheet]}", "bold": True})
            )
        steps.append({"kind": "step", "number": number, "title": step.title, "level": 2, "blocks": blocks})
    return steps


def _field(field: WorksheetField) -> Block:
    return {
        "type": field.type,
        "label": field.label,
        "help": field.help or "",
        "options": list(field.options),
        "columns": [
            {"label": column.label, "type": column.type, "options": list(column.options)} for column in field.columns
        ],
        "rows": field.rows or EMPTY_ROWS,
    }
