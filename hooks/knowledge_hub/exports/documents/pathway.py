"""A pathway as a handout: the steps in order with why and how long, and a box to tick for each."""

from collections.abc import Iterator

from knowledge_hub.exports.documents.document import Block, Document, heading, paragraph, run
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.document_parts import evidence_band, own_blocks
from knowledge_hub.pages.records.pathway_page import find_steps, pathway_facts, step_time
from knowledge_hub.records import Pathway, Record
from knowledge_hub.records.pathway import PathwayStep
from knowledge_hub.sentences import end_sentence


def create_pathway_handout(context: DocumentContext, pathway: Pathway) -> Document:
    """Return the handout, of blocks that a Word file can have, too."""
    facts = ((fact.label, fact.text) for fact in pathway_facts(context.site, pathway))
    blocks: list[Block] = [
        *evidence_band(context, pathway),
        *(paragraph(run(f"{label}: ", bold=True), end_sentence(text)) for label, text in facts),
        *context.prose(pathway.about, pathway),
        *(block for found in enumerate(find_steps(context.site, pathway), 1) for block in _step(context, *found)),
    ]
    if pathway.result:
        blocks.append(paragraph(run(f"{context.text('pathway.result')} ", bold=True), pathway.result))
    blocks += own_blocks(context, pathway)
    return context.document(pathway, context.site.type_word(pathway), pathway.title, pathway.summary, blocks)


def _step(context: DocumentContext, number: int, found: tuple[PathwayStep, Record]) -> Iterator[Block]:
    """Yield one step; paper has the address, because it has no links."""
    step, record = found
    about = f"{context.site.type_word(record)}. {end_sentence(step_time(context.site, step, record))}"
    yield heading(f"{number}. {record.title}")
    yield paragraph(step.why)
    if step.then:
        yield paragraph(run(f"{context.text('pathway.then')} ", bold=True), step.then)
    yield paragraph(about)
    if href := context.href(record):
        yield paragraph(run(href.partition("://")[2], href=href))
    yield {"kind": "fields", "intro": "", "fields": [_box(context)]}


def _box(context: DocumentContext) -> Block:
    """Return a box to tick, which is a field without a label."""
    options = [context.text("pathway.done")]
    return {"type": "choices", "label": "", "help": "", "options": options, "columns": [], "rows": 0}
