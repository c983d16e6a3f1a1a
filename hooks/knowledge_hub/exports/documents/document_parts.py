"""The blocks that several documents are put together from."""

from collections.abc import Iterable
from functools import partial
from typing import TypeVar

from knowledge_hub.citations.apa import create_citation
from knowledge_hub.exports.documents.document import (
    Block,
    Run,
    band,
    bullet_list,
    entry,
    facts,
    heading,
    paragraph,
    run,
)
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.pages.frame.facts import Fact
from knowledge_hub.pages.frame.facts_behind import find_facts_behind
from knowledge_hub.pages.sections.own_parts import exported_fields, own_facts, own_words
from knowledge_hub.records import CaseStudy, Lesson, Record, Toolkit
from knowledge_hub.records.common import Result
from knowledge_hub.sentences import end_sentence

R = TypeVar("R", bound=Record)


def section(title: str, blocks: Iterable[Block], *, level: int = 1) -> list[Block]:
    """Return a heading and its blocks, nothing where there are no blocks."""
    found = list(blocks)
    return [heading(title, level), *found] if found else []


def lines(title: str, items: tuple[str, ...], *, ordered: bool = False, level: int = 1) -> list[Block]:
    """Return a heading and a list, nothing where there are no lines."""
    return section(title, [bullet_list(items, ordered=ordered)] if items else [], level=level)


def evidence_band(context: DocumentContext, record: Record) -> list[Block]:
    """Return the sentence that says what a record that isn't documented rests on."""
    text = context.site.evidence_band(record)
    return [band(text)] if text else []


def fact_box(context: DocumentContext, record: Record, items: Iterable[Fact]) -> Block:
    """Return the decision strip of a page, with what the host has added to the record."""
    exported = {field.label for field in exported_fields(record)}
    hidden = {field.label for field in record.own_fields} - exported
    items = [*items, *(fact for fact in own_facts(context.site, record) if fact.label not in hidden)]
    return facts((item.label, f"{end_sentence(item.text)} {item.note}" if item.note else item.text) for item in items)


def own_blocks(context: DocumentContext, record: Record) -> list[Block]:
    """Return a section for each field that the host has added, shows as one, and exports."""
    blocks: list[Block] = []
    for field in exported_fields(record):
        if field.shown == "section":
            text = getattr(record, field.id)
            plain = [paragraph(own_words(record, field))]
            blocks += section(field.label, context.prose(text, record) if field.kind == "long-text" else plain)
    return blocks


def lesson_entries(context: DocumentContext, lessons: Iterable[Lesson], *, level: int = 2) -> list[Block]:
    """Return each lesson with its statement."""
    return [
        entry(
            lesson.title,
            status_label(context, lesson),
            [paragraph(lesson.statement)],
            level=level,
            href=context.href(lesson),
        )
        for lesson in lessons
    ]


def toolkit_entries(context: DocumentContext, toolkits: Iterable[Toolkit], *, level: int = 2) -> list[Block]:
    """Return each toolkit with what it takes."""
    return [
        entry(
            kit.title,
            f"{end_sentence(kit.time)} {kit.people}",
            [paragraph(kit.summary)],
            level=level,
            href=context.href(kit),
        )
        for kit in toolkits
    ]


def case_study_entries(context: DocumentContext, studies: Iterable[CaseStudy], *, level: int = 2) -> list[Block]:
    """Return each case study with how it went and what came out, failures too."""
    return [
        entry(
            study.title,
            joined(outcome_label(context, study), status_label(context, study)),
            [paragraph(study.summary), *context.card_picture(study), *result_blocks(context, study.results)],
            level=level,
            href=context.href(study),
        )
        for study in studies
    ]


def result_blocks(context: DocumentContext, results: Iterable[Result]) -> list[Block]:
    """Return what came out, each with its kind and what its sources say."""
    items = [_result(context, result) for result in results]
    return [{"kind": "list", "ordered": False, "items": items}] if items else []


def _result(context: DocumentContext, result: Result) -> list[Block]:
    kind = context.site.label("outcome-kinds", result.kind)
    says = context.text("record.source_says")
    facts = (f"{fact.statement} ({fact.place})" for fact in find_facts_behind(context.site, result))
    return [
        paragraph(f"{kind}: {result.statement}"),
        *(paragraph(run(f"{says}: {fact}", italic=True)) for fact in facts),
    ]


def source_blocks(context: DocumentContext, record: Record) -> list[Block]:
    """Return what a record rests on, and what it doesn't show."""
    limits = [paragraph(record.evidence.limits)] if record.evidence.limits else []
    return section(
        context.text("record.sources"), [*limits, *reference_list(context, (use.source for use in record.sources))]
    )


def reference_list(context: DocumentContext, source_ids: Iterable[str]) -> list[Block]:
    """Return a list of references in order of the alphabet, nothing where there are no sources."""
    items = sorted(map(partial(_reference, context), source_ids), key=lambda runs: str(runs[0]["text"]).casefold())
    return [{"kind": "list", "ordered": False, "items": [[paragraph(*runs)] for runs in items]}] if items else []


def _reference(context: DocumentContext, source_id: str) -> list[Run]:
    citation = create_citation(context.site.catalogue.sources[source_id])
    words = run(f"{citation.before}{citation.title}{citation.after} ")
    return [words, run(citation.link_text, href=citation.href)] if citation.href else [words]


def connected(context: DocumentContext, record: Record, cls: type[R]) -> list[R]:
    """Return the connected records of one type."""
    connections = context.site.catalogue.connections(record)
    return [connection.record for connection in connections if isinstance(connection.record, cls)]


def outcome_label(context: DocumentContext, study: CaseStudy) -> str:
    """Return how it went, in words."""
    outcome = context.site.label("outcomes", study.outcome) if study.outcome else context.text("facts.not_stated")
    return f"{context.text('facts.outcome')}: {outcome}"


def status_label(context: DocumentContext, record: Record) -> str:
    """Return the label of a record that is an illustration or the hub's own guidance, "" for documented ones."""
    status = record.evidence.status
    return "" if status == "documented" else context.site.label("evidence-status", status)


def joined(*parts: str) -> str:
    """Return the parts that aren't empty as one quiet line."""
    return " · ".join(part for part in parts if part)
