"""A learning community as a document: who it is, its aim, drivers, tests, what came out, and how it is built."""

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
    own_blocks,
    result_blocks,
    section,
    source_blocks,
    toolkit_entries,
)
from knowledge_hub.exports.documents.measure import measure_blocks
from knowledge_hub.pages.records.community_page import community_facts, team_lines
from knowledge_hub.pages.sections.drawings import describe_profile
from knowledge_hub.pages.sections.driver_diagram import find_toolkits
from knowledge_hub.pages.sections.sessions import session_words
from knowledge_hub.records import CaseStudy, Community, Lesson, Role, Toolkit
from knowledge_hub.records.community import ChangeIdea, PrimaryDriver, TestOfChange


def create_portrait(context: DocumentContext, community: Community) -> Document:
    """Return everything that the library holds of one community."""
    blocks = [
        *evidence_band(context, community),
        fact_box(context, community, community_facts(context.site, community)),
        *section(context.text("community.about"), context.prose(community.about, community)),
        *section(context.text("community.aim"), _aim(context, community)),
        *section(context.text("community.domain"), context.prose(community.domain, community)),
        *section(context.text("community.practice"), context.prose(community.practice, community)),
        *lines(context.text("community.teams"), team_lines(context.site, community)),
        *lines(context.text("community.table"), _roles(context, community)),
        *section(context.text("community.charter"), _charter(context, community)),
        *section(context.text("community.sessions"), _sessions(context, community)),
        *section(context.text("community.drivers"), driver_blocks(context, community.drivers)),
        *section(
            context.text("community.measures"),
            measure_blocks(context, community.measures, context.site.numbered_tests(community, "")),
        ),
        *section(
            context.text("community.tests"), [change_test_entry(context, test) for test in community.tests_in_order]
        ),
        *section(context.text("community.results"), result_blocks(context, community.results)),
        *section(context.text("community.lessons"), lesson_entries(context, connected(context, community, Lesson))),
        *section(
            context.text("community.case_studies"),
            case_study_entries(context, connected(context, community, CaseStudy)),
        ),
        *section(context.text("community.toolkits"), toolkit_entries(context, connected(context, community, Toolkit))),
        *section(context.text("community.components"), _components(context, community)),
        *own_blocks(context, community),
        *source_blocks(context, community),
    ]
    return context.document(community, context.site.type_word(community), community.title, community.summary, blocks)


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
    decision = (
        context.site.label("decisions", test.decision) if test.decision else context.text("change_package.not_decided")
    )
    about = joined(note, test.team or "", period_words(test.started, test.ended))
    told = [
        (context.text("change_package.tried"), test.change_idea),
        (context.text("test_of_change.question"), test.question or ""),
        (context.text("change_package.expected"), test.prediction or ""),
        (context.text("test_of_change.did"), test.did or ""),
        (context.text("change_package.found"), test.found or ""),
        (context.text("facts.decision"), decision),
    ]
    return entry(test.title, about, [pairs(told)], level=level)


def _ideas(context: DocumentContext, ideas: tuple[ChangeIdea, ...]) -> list[Block]:
    return [bullet_list(_idea_text(context, idea) for idea in ideas)] if ideas else []


def _idea_text(context: DocumentContext, idea: ChangeIdea) -> str:
    tools = ", ".join(kit.title for kit in find_toolkits(context.site.catalogue, idea))
    return f"{idea.text} (Tool: {tools})" if tools else idea.text


def _aim(context: DocumentContext, community: Community) -> list[Block]:
    aim = community.aim
    if aim is None:
        return []
    named = [
        (context.text("facts.for_whom"), aim.population or ""),
        (context.text("facts.from"), aim.from_ or ""),
        (context.text("facts.to"), aim.to or ""),
        (context.text("facts.by"), date_words(aim.by) if aim.by else ""),
    ]
    details = [facts(named)] if any(text for _, text in named) else []
    return [paragraph(run(aim.text, bold=True)), *details]


def _roles(context: DocumentContext, community: Community) -> tuple[str, ...]:
    """Return each role at the table with its discipline and its levels."""
    site = context.site
    return tuple(
        joined(role.title, site.labels("disciplines", (role.discipline,)), site.labels("levels", role.levels))
        for role in connected(context, community, Role)
    )


def _components(context: DocumentContext, community: Community) -> list[Block]:
    """Return how many parts are there, and those of which something is told."""
    profile = describe_profile(context.site, community)
    if profile is None:
        return []
    columns = [context.text(f"drawings.{key}") for key in ("part", "here", "note")]
    rows = [(part.part, part.state, part.note) for part in profile.told]
    return [paragraph(profile.summary), *([table(columns, rows, widths=(3, 2, 5))] if rows else [])]


def _charter(context: DocumentContext, community: Community) -> list[Block]:
    charter = community.charter
    if charter is None:
        return []
    return [
        *context.prose(charter.purpose, community),
        *section(
            context.text("community.members"), [paragraph(charter.membership)] if charter.membership else [], level=2
        ),
        *lines(context.text("community.norms"), charter.norms, level=2),
        *section(
            context.text("community.decisions"), [paragraph(charter.decisions)] if charter.decisions else [], level=2
        ),
    ]


def _sessions(context: DocumentContext, community: Community) -> list[Block]:
    rows = [
        (
            period_words(session.date, session.end or session.date),
            context.site.label("session-kinds", session.kind),
            session_words(context.site, session),
        )
        for session in sorted(community.sessions, key=lambda session: session.date)
    ]
    return (
        [
            table(
                (context.text("facts.when"), context.text("facts.kind"), context.text("facts.topic")),
                rows,
                widths=(3, 3, 5),
            )
        ]
        if rows
        else []
    )
