"""The page of a toolkit: steps, and worksheets that open in place."""

from knowledge_hub.catalogue.facets import NOT_STATED
from knowledge_hub.pages.frame.facts import Fact
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import Section, lessons_section, list_section, prose_section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.record_page import Body, create_record_page
from knowledge_hub.pages.sections.worksheet import (
    create_worksheet_section,
    render_worksheet_links,
    step_anchor,
    worksheet_anchor,
)
from knowledge_hub.records import CaseStudy, Toolkit


def create_toolkit_page(site: Site, toolkit: Toolkit) -> Page:
    """Return the page of one toolkit."""
    root = root_from(toolkit.address)
    sections = [
        *prose_section(site, root, toolkit, "purpose", site.text("toolkit.purpose"), toolkit.purpose),
        *list_section(site, "use-when", site.text("toolkit.use_when"), toolkit.use_when),
        _steps_section(site, root, toolkit),
        *(create_worksheet_section(site, root, toolkit, worksheet) for worksheet in toolkit.worksheets),
        *lessons_section(site, root, toolkit, site.text("toolkit.lessons")),
        *_used_elsewhere_section(site, root, toolkit),
        *_resources_section(site, toolkit),
    ]
    scripts = ("worksheet/worksheet",) if toolkit.worksheets else ()
    action = render_worksheet_links(site, toolkit)
    body = Body(toolkit_facts(site, toolkit), sections, frozenset({"lesson"}), scripts, action=action)
    return create_record_page(site, toolkit, body)


def toolkit_facts(site: Site, toolkit: Toolkit) -> list[Fact]:
    """Return the decision strip of one toolkit, without what every record has."""
    return [
        Fact(site.text("facts.time"), toolkit.time),
        Fact(site.text("facts.people"), toolkit.people),
        Fact(site.text("facts.effort"), site.label("difficulties", toolkit.difficulty)),
        Fact(site.text("facts.stages"), site.labels("stages", toolkit.stages)),
    ]


def _steps_section(site: Site, root: str, toolkit: Toolkit) -> Section:
    titles = {worksheet.id: worksheet.title for worksheet in toolkit.worksheets}
    steps = [
        {
            "id": step_anchor(number),
            "title": step.title,
            "text": site.prose(step.text, root, toolkit, top=4),
            "worksheet": titles.get(step.worksheet or "", ""),
            "href": f"#{worksheet_anchor(step.worksheet)}" if step.worksheet else "",
        }
        for number, step in enumerate(toolkit.steps, start=1)
    ]
    return Section("steps", site.text("toolkit.steps"), site.render("steps", steps=steps))


def _used_elsewhere_section(site: Site, root: str, toolkit: Toolkit) -> list[Section]:
    """Return the reports of those who used the toolkit: where, what they changed, what they got."""
    rows = [
        {
            "href": root + report.address,
            "title": report.title,
            "where": "" if report.place.state == NOT_STATED else site.label("places", report.place.state),
            "changed": site.prose(report.changed, root, report, top=4) if report.changed else "",
            "results": [result.statement for result in report.results],
        }
        for report in site.catalogue.connected(toolkit, CaseStudy)
        if _reports_on(report, toolkit)
    ]
    if not rows:
        return []
    return [Section("used-elsewhere", site.text("toolkit.used_elsewhere"), site.render("used-elsewhere", rows=rows))]


def _reports_on(study: CaseStudy, toolkit: Toolkit) -> bool:
    return study.form == "adoption" and study.status != "archived" and toolkit.id in study.used


def _resources_section(site: Site, toolkit: Toolkit) -> list[Section]:
    if not toolkit.resources:
        return []
    rows = [
        {"href": item.url, "title": item.title, "note": ", ".join(filter(None, (item.language, item.licence)))}
        for item in toolkit.resources
    ]
    return [Section("resources", site.text("toolkit.resources"), site.render("resources", rows=rows))]
