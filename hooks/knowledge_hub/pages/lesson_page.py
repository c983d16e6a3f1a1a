"""The page of a lesson learned."""

from knowledge_hub.pages.page import Page, root_from
from knowledge_hub.pages.parts import Fact, Section, list_section, prose_section
from knowledge_hub.pages.record_page import Body, create_record_page
from knowledge_hub.pages.site import Site
from knowledge_hub.records import Lesson


def create_lesson_page(site: Site, lesson: Lesson) -> Page:
    """Return the page of one lesson: the rule, the reason, the steps."""
    root = root_from(lesson.address)
    sections = [
        Section("statement", "The lesson", site.render("statement", text=lesson.statement)),
        *prose_section(site, root, "why", "Why it holds", lesson.why),
        *list_section(site, "apply", "How to apply it", lesson.apply, ordered=True),
        *list_section(site, "pitfalls", "What can go wrong", lesson.pitfalls),
    ]
    return create_record_page(site, lesson, Body(_facts(site, lesson), sections))


def _facts(site: Site, lesson: Lesson) -> list[Fact]:
    facts = []
    if lesson.domains:
        facts.append(Fact("About", site.labels("domains", lesson.domains)))
    if lesson.stages:
        facts.append(Fact("Useful when you", site.labels("stages", lesson.stages)))
    return facts
