"""The page of a pathway: what to read in order, each step with why, how long, and a box to tick."""

from collections.abc import Iterator

from knowledge_hub.pages.frame.facts import Fact
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.reading import duration_words
from knowledge_hub.pages.frame.record_parts import Section, prose_section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.record_page import Body, create_record_page
from knowledge_hub.records import Pathway, Record, Toolkit
from knowledge_hub.records.pathway import PathwayStep

STEPS = "steps"


def create_pathway_page(site: Site, pathway: Pathway) -> Page:
    """Return the page of one pathway."""
    root = root_from(pathway.address)
    steps = [_describe(site, root, number, *found) for number, found in enumerate(find_steps(site, pathway), start=1)]
    html = site.render(
        "pathway-steps",
        pathway=pathway.id,
        steps=steps,
        result=pathway.result or "",
        count=site.text("pathway.progress", done=0, all=len(steps)),
    )
    sections = [
        *prose_section(site, root, pathway, "about", site.text("pathway.about"), pathway.about),
        Section(STEPS, site.text("pathway.steps"), html),
    ]
    body = Body(
        pathway_facts(site, pathway),
        sections,
        # Each step says itself why it is there.
        shown_types=frozenset(record.type for _, record in find_steps(site, pathway) if record.type != Pathway.type),
        scripts=("pathway/pathway",),
        says_reading_time=False,
    )
    return create_record_page(site, pathway, body)


def pathway_facts(site: Site, pathway: Pathway) -> list[Fact]:
    """Return the decision strip of one pathway, without what every record has."""
    return [
        Fact(site.text("facts.for_whom"), pathway.for_whom),
        Fact(site.text("facts.time"), pathway_length(site, pathway)),
    ]


def pathway_length(site: Site, pathway: Pathway) -> str:
    """Return how long a pathway is, in time and in steps."""
    found = [step for step, _ in find_steps(site, pathway)]
    time = duration_words(site.words, sum(step.minutes for step in found))
    return site.text("pathway.whole", time=time, steps=site.words.count("counts.step", len(found)))


def find_steps(site: Site, pathway: Pathway) -> Iterator[tuple[PathwayStep, Record]]:
    """Yield each step with the record that it leads to; one that readers can't see yet is left out."""
    for step in pathway.steps:
        if record := site.catalogue.get(*step.read.split(":", 1)):
            yield step, record


def step_time(site: Site, step: PathwayStep, record: Record) -> str:
    """Return how long a step takes to read, and a tool to use."""
    words = site.text("pathway.reading", time=duration_words(site.words, step.minutes))
    return f"{words}; {site.text('pathway.using', time=record.time)}" if isinstance(record, Toolkit) else words


def _describe(site: Site, root: str, number: int, step: PathwayStep, record: Record) -> dict[str, object]:
    return {
        "number": number,
        "name": step.read,
        "href": root + record.address,
        "title": record.title,
        "type": record.type,
        "kind": site.type_word(record),
        "time": step_time(site, step, record),
        "why": step.why,
        "then": step.then or "",
    }
