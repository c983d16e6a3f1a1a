"""A worksheet as a form that opens in place; worksheet.js adds saving, scores and files to it."""

import hashlib
import json

from markupsafe import Markup

from knowledge_hub.pages.frame.downloads import worksheet_key
from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.record_parts import Section, downloads_row
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.sections.form_parts import create_way
from knowledge_hub.records import Toolkit
from knowledge_hub.records.toolkit import Worksheet, WorksheetColumn, WorksheetField, WorksheetSection
from knowledge_hub.sentences import lower_first

EMPTY_ROWS = 3
# Stands between the parts of an id on the page. No id of a record has it, so no two can be made alike.
_BELOW = "_"
_INPUT_TYPES = {"choices": "checkbox", "choice": "radio", "scale": "radio"}


def create_worksheet_section(site: Site, root: str, toolkit: Toolkit, worksheet: Worksheet) -> Section:
    """Return the section of one worksheet."""
    anchor = worksheet_anchor(worksheet.id)
    html = site.render(
        "worksheet",
        anchor=anchor,
        toolkit=toolkit.id,
        worksheet=worksheet.id,
        schema=schema_hash(worksheet),
        title=worksheet.title,
        instructions=site.prose(worksheet.instructions, root, toolkit),
        downloads=downloads_row(site, worksheet_key(toolkit, worksheet), root),
        warning=site.text("worksheet.privacy"),
        keep=site.text("worksheet.keep", title=worksheet.title),
        saved_file=site.text("worksheet.saved_file", title=worksheet.title),
        scoring=worksheet.scoring or "",
        back=_way_back(site, toolkit, worksheet),
        sections=[
            _section(site, anchor, worksheet, number, section)
            for number, section in enumerate(worksheet.sections, start=1)
        ],
        has_scores=worksheet.adds_up and any(map(_has_scale, worksheet.sections)),
    )
    return Section(anchor, f"{site.text('toolkit.worksheet')}: {worksheet.title}", html)


def render_worksheet_links(site: Site, toolkit: Toolkit) -> Markup:
    """Return the main button of a toolkit's page, which opens the first worksheet, and links to the others."""
    if not toolkit.worksheets:
        return NO_HTML
    first, *others = (
        {"title": worksheet.title, "href": f"#{worksheet_anchor(worksheet.id)}{_BELOW}form"}
        for worksheet in toolkit.worksheets
    )
    return site.render("worksheet-links", first=first, others=others)


def worksheet_anchor(worksheet_id: str) -> str:
    """Return the fragment of a worksheet on its toolkit's page."""
    return f"worksheet-{worksheet_id}"


def step_anchor(number: int) -> str:
    """Return the fragment of a step on its toolkit's page."""
    return f"steps{_BELOW}{number}"


def schema_hash(worksheet: Worksheet) -> str:
    """Return a short hash of what answers depend on: ids, types and choices, not help or instructions."""
    shape = [
        [field.id, field.type, field.options, [[column.id, column.type, column.options] for column in field.columns]]
        for section in worksheet.sections
        for field in section.fields
    ]
    return hashlib.sha256(json.dumps(shape, ensure_ascii=False).encode()).hexdigest()[:8]


def _way_back(site: Site, toolkit: Toolkit, worksheet: Worksheet) -> dict[str, str]:
    """Return the way back to the first step that fills in the worksheet, or to all of them."""
    for number, step in enumerate(toolkit.steps, start=1):
        if step.worksheet == worksheet.id:
            words = site.text("worksheet.to_step", number=number, title=step.title)
            return {"href": f"#{step_anchor(number)}", "words": words}
    return {"href": "#steps", "words": site.text("worksheet.to_steps")}


def _has_scale(section: WorksheetSection) -> bool:
    return any(field.type == "scale" for field in section.fields)


def _section(
    site: Site, anchor: str, worksheet: Worksheet, number: int, section: WorksheetSection
) -> dict[str, object]:
    return {
        "id": f"{anchor}{_BELOW}section{_BELOW}{number}",
        "title": section.title,
        "way": create_way(site, [section.title for section in worksheet.sections], number),
        "intro": section.intro or "",
        "has_scores": worksheet.adds_up and _has_scale(section),
        "fields": [_field(site, anchor, field) for field in section.fields],
    }


def _field(site: Site, anchor: str, field: WorksheetField) -> dict[str, object]:
    field_id = f"{anchor}{_BELOW}field{_BELOW}{field.id}"
    return {
        "id": field_id,
        "name": field.id,
        "label": field.label,
        "help": field.help or "",
        "type": field.type,
        "input_type": _INPUT_TYPES.get(field.type, ""),
        "options": [
            {"id": f"{field_id}{_BELOW}{number}", "number": number if field.type == "scale" else "", "label": option}
            for number, option in enumerate(field.options, start=1)
        ],
        "columns": [_column(column) for column in field.columns],
        "row_within": lower_first(site.text("worksheet.row")),
        "rows": _list_rows(site, field) if field.type == "table" else [],
    }


def _list_rows(site: Site, field: WorksheetField) -> list[dict[str, object]]:
    names = [site.text("worksheet.row", number=number) for number in range(1, (field.rows or EMPTY_ROWS) + 1)]
    return [{"number": number, "name": name, "name_within": lower_first(name)} for number, name in enumerate(names, 1)]


def _column(column: WorksheetColumn) -> dict[str, object]:
    return {"name": column.id, "label": column.label, "type": column.type, "options": column.options}
