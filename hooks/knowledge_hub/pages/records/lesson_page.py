"""The page of a lesson learned."""

from knowledge_hub.pages.frame.facts import Fact
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import Section, list_section, prose_section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.record_page import Body, create_record_page
from knowledge_hub.records import Lesson, Record
from knowledge_hub.records.lesson import SeenIn


def create_lesson_page(site: Site, lesson: Lesson) -> Page:
    """Return the page of one lesson: the rule, the reason, the steps."""
    root = root_from(lesson.address)
    sections = [
        Section("statement", site.text("lesson.statement"), site.render("statement", text=lesson.statement)),
        *prose_section(site, root, lesson, "why", site.text("lesson.why"), lesson.why),
        *list_section(site, "apply", site.text("lesson.apply"), lesson.apply, ordered=True),
        *list_section(site, "pitfalls", site.text("lesson.pitfalls"), lesson.pitfalls),
        *_seen_section(site, root, lesson),
    ]
    return create_record_page(site, lesson, Body(_facts(site, lesson), sections))


def _facts(site: Site, lesson: Lesson) -> list[Fact]:
    facts = []
    if lesson.domains:
        facts.append(Fact(site.text("facts.domains"), site.labels("domains", lesson.domains)))
    if lesson.stages:
        facts.append(Fact(site.text("facts.stages"), site.labels("stages", lesson.stages)))
    return facts


def _seen_section(site: Site, root: str, lesson: Lesson) -> list[Section]:
    """Return where the lesson was seen, and what was seen there."""
    places = [(place, seen.note or place.summary) for seen in lesson.seen_in if (place := _place(site, seen))]
    if not places:
        return []
    links = site.links([place for place, _ in places], root)
    rows = [{"link": link, "statement": noted} for link, (_, noted) in zip(links, places, strict=True)]
    return [Section("seen-in", site.text("lesson.seen_in"), site.render("linked", rows=rows))]


def _place(site: Site, seen: SeenIn) -> Record | None:
    if seen.case_study:
        return site.catalogue.get("case-study", seen.case_study)
    return site.catalogue.get("community", seen.community or "")
