"""A learning community as a document: its charter, aim, drivers, tests and what came out."""

from collections.abc import Iterable

from knowledge_hub.dates import date_words, period_words
from knowledge_hub.exports.documents.document import (
    Block,
    Document,
    bullet_list,
    entry,
    facts,
    pairs,
    paragraph,
    run,
    table,
)
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.document_parts import (
    case_study_entries,
    connected,
    evidence_band,
    fact_box,
    joined,
    lesson_entries,
    lines,
    result_blocks,
    section,
    source_blocks,
    toolkit_entries,
    type_word,
)
from knowledge_hub.exports.documents.measure import measure_blocks
from knowledge_hub.pages.records.community_page import community_facts
from knowledge_hub.pages.records.tests_of_change import number_community_tests
from knowledge_hub.pages.sections.driver_diagram import find_toolkits
from knowledge_hub.records import CaseStudy, Community, Lesson, Toolkit
from knowledge_hub.records.community import ChangeIdea, PrimaryDriver, TestOfChange


def create_portrait(context: DocumentContext, community: Community) -> Document:
    """Return everything that the library holds of one community."""
    blocks = [
        *evidence_band(community),
        fact_box(community_facts(context.site, community)),
        *section("What it is", context.prose(community.about, community)),
        *section("Its aim", _aim(community)),
        *section("What its members care about", context.prose(community.domain, community)),
        *section("What they build together", context.prose(community.practice, community)),
        *section("What the members agreed on", _charter(context, community)),
        *section("Sessions", _sessions(context, community)),
        *section("What drives the aim", driver_blocks(context, community.drivers)),
        *section("Measures", measure_blocks(context, community.measures, number_community_tests(community, ""))),
        *section("Tests of change", [change_test_entry(context, test) for test in community.tests_in_order]),
        *section("What came of it", result_blocks(context, community.results)),
        *section("What was learned here", lesson_entries(context, connected(context, community, Lesson))),
        *section("Case studies from here", case_study_entries(context, connected(context, community, CaseStudy))),
        *section("Tools of this community", toolkit_entries(context, connected(context, community, Toolkit))),
        *source_blocks(context, community),
    ]
    return context.document(community, type_word(community), community.title, community.summary, blocks)


def driver_blocks(context: DocumentContext, drivers: Iterable[PrimaryDriver], *, level: int = 2) -> list[Block]:
    """Return the tree of drivers as headings and nested lists: driver, what moves it, ideas for change."""
    blocks: list[Block] = []
    for primary in drivers:
        items = [
            [paragraph(run(secondary.text, bold=True)), *_ideas(context, secondary.ideas)]
            for secondary in primary.secondary
        ]
        below: Block = paragraph("No ideas are written down for this driver.")
        if items:
            below = {"kind": "list", "ordered": False, "items": items}
        blocks += section(primary.text, [below], level=level)
    return blocks


def change_test_entry(context: DocumentContext, test: TestOfChange, *, level: int = 2, note: str = "") -> Block:
    """Return one test of change: what was tried, the prediction beside the result, the decision."""
    decision = context.site.label("decisions", test.decision) if test.decision else "Not decided"
    about = joined(note, test.team or "", period_words(test.started, test.ended))
    told = [
        ("Tried", test.change_idea),
        ("Question", test.question or ""),
        ("Prediction", test.prediction or ""),
        ("Done", test.did or ""),
        ("Found", test.found or ""),
        ("Decision", decision),
    ]
    return entry(test.title, about, [pairs(told)], level=level)


def _ideas(context: DocumentContext, ideas: tuple[ChangeIdea, ...]) -> list[Block]:
    return [bullet_list(_idea_text(context, idea) for idea in ideas)] if ideas else []


def _idea_text(context: DocumentContext, idea: ChangeIdea) -> str:
    tools = ", ".join(kit.title for kit in find_toolkits(context.site.catalogue, idea))
    return f"{idea.text} (Tool: {tools})" if tools else idea.text


def _aim(community: Community) -> list[Block]:
    aim = community.aim
    if aim is None:
        return []
    named = [
        ("For whom", aim.population or ""),
        ("From", aim.from_ or ""),
        ("To", aim.to or ""),
        ("By", date_words(aim.by) if aim.by else ""),
    ]
    details = [facts(named)] if any(text for _, text in named) else []
    return [paragraph(run(aim.text, bold=True)), *details]


def _charter(context: DocumentContext, community: Community) -> list[Block]:
    charter = community.charter
    if charter is None:
        return []
    return [
        *context.prose(charter.purpose, community),
        *section("Who belongs", [paragraph(charter.membership)] if charter.membership else [], level=2),
        *lines("Norms", charter.norms, level=2),
        *section("How decisions are made", [paragraph(charter.decisions)] if charter.decisions else [], level=2),
    ]


def _sessions(context: DocumentContext, community: Community) -> list[Block]:
    rows = [
        (
            period_words(session.date, session.end or session.date),
            context.site.label("session-kinds", session.kind),
            session.title,
        )
        for session in sorted(community.sessions, key=lambda session: session.date)
    ]
    return [table(("When", "Kind", "What about"), rows, widths=(3, 3, 5))] if rows else []
