"""The page of a toolkit: steps, and worksheets that open in place."""

from knowledge_hub.pages.page import Page, root_from
from knowledge_hub.pages.parts import Fact, Section, lessons_section, list_section, prose_section
from knowledge_hub.pages.record_page import Body, create_record_page
from knowledge_hub.pages.site import Site
from knowledge_hub.records import CaseStudy, Toolkit
from knowledge_hub.records.toolkit import Worksheet, WorksheetField

_EMPTY_ROWS = 3


def create_toolkit_page(site: Site, toolkit: Toolkit) -> Page:
    """Return the page of one toolkit."""
    root = root_from(toolkit.address)
    sections = [
        *prose_section(site, root, "purpose", "What it is for", toolkit.purpose),
        *list_section(site, "use-when", "Use it when", toolkit.use_when),
        _steps_section(site, root, toolkit),
        *(_worksheet_section(site, root, worksheet) for worksheet in toolkit.worksheets),
        *lessons_section(site, root, toolkit, "Lessons to keep in mind"),
        *_used_elsewhere_section(site, root, toolkit),
        *_resources_section(site, toolkit),
    ]
    return create_record_page(site, toolkit, Body(_facts(site, toolkit), sections, frozenset({"lesson"})))


def worksheet_anchor(worksheet_id: str) -> str:
    """Return the fragment of a worksheet on its toolkit's page."""
    return f"worksheet-{worksheet_id}"


def _facts(site: Site, toolkit: Toolkit) -> list[Fact]:
    return [
        Fact("Time", toolkit.time),
        Fact("People", toolkit.people),
        Fact("Effort", site.label("difficulties", toolkit.difficulty)),
        Fact("Useful when you", site.labels("stages", toolkit.stages)),
    ]


def _steps_section(site: Site, root: str, toolkit: Toolkit) -> Section:
    titles = {worksheet.id: worksheet.title for worksheet in toolkit.worksheets}
    steps = [
        {
            "title": step.title,
            "text": site.prose(step.text, root),
            "worksheet": titles.get(step.worksheet or "", ""),
            "href": f"#{worksheet_anchor(step.worksheet)}" if step.worksheet else "",
        }
        for step in toolkit.steps
    ]
    return Section("steps", "Steps", site.render("steps", steps=steps))


def _worksheet_section(site: Site, root: str, worksheet: Worksheet) -> Section:
    html = site.render(
        "worksheet",
        instructions=site.prose(worksheet.instructions, root),
        scoring=worksheet.scoring or "",
        sections=[
            {
                "title": section.title,
                "intro": section.intro or "",
                "fields": [_field(worksheet, field) for field in section.fields],
            }
            for section in worksheet.sections
        ],
    )
    return Section(worksheet_anchor(worksheet.id), f"Worksheet: {worksheet.title}", html)


def _field(worksheet: Worksheet, field: WorksheetField) -> dict[str, object]:
    field_id = f"{worksheet_anchor(worksheet.id)}-{field.id}"
    return {
        "id": field_id,
        "label": field.label,
        "help": field.help or "",
        "type": field.type,
        "input_type": {"choices": "checkbox", "choice": "radio", "scale": "radio"}.get(field.type, ""),
        "options": [
            {"id": f"{field_id}-{number}", "label": option}
            for number, option in enumerate(field.options, start=1)
        ],
        "columns": [column.label for column in field.columns],
        "rows": [
            [f"{column.label}, row {number}" for column in field.columns]
            for number in range(1, (field.rows or _EMPTY_ROWS) + 1)
        ],
    }


def _used_elsewhere_section(site: Site, root: str, toolkit: Toolkit) -> list[Section]:
    """Return the reports of those who used the toolkit: where, what they changed, what they got."""
    rows = [
        {
            "href": root + report.address,
            "title": report.title,
            "where": site.label("places", report.place.state),
            "changed": site.prose(report.changed, root) if report.changed else "",
            "results": [result.statement for result in report.results],
        }
        for connection in site.catalogue.connections(toolkit)
        if isinstance(report := connection.record, CaseStudy) and _reports_on(report, toolkit)
    ]
    if not rows:
        return []
    return [Section("used-elsewhere", "Used elsewhere", site.render("used-elsewhere", rows=rows))]


def _reports_on(study: CaseStudy, toolkit: Toolkit) -> bool:
    return study.form == "adoption" and study.status != "archived" and toolkit.id in study.used


def _resources_section(site: Site, toolkit: Toolkit) -> list[Section]:
    if not toolkit.resources:
        return []
    rows = [
        {"href": item.url, "title": item.title, "note": ", ".join(filter(None, (item.language, item.licence)))}
        for item in toolkit.resources
    ]
    return [Section("resources", "Elsewhere", site.render("resources", rows=rows))]
