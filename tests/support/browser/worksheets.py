"""A hub with two worksheets, and what a reader sees and does in the first one."""

import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from support.builds import TINY, build
from support.small_library import complete, dump

ADDRESS = "toolkits/kit/#worksheet-plan"
KEY = "hub.ws./repo-name/ kit/plan"
# The ids are meant to run into each other where somebody glues them together.
_PLAN = [
    {"id": "save", "label": "What to save", "type": "text"},
    {"id": "team-name", "label": "Team", "type": "long-text"},
    {"id": "seen", "label": "Visits", "type": "number"},
    {"id": "day", "label": "Day", "type": "date"},
    {"id": "who", "label": "Who comes", "type": "choices", "options": ["kept", "Nurse"]},
    {
        "id": "tasks",
        "label": "Tasks",
        "type": "table",
        "rows": 2,
        "columns": [{"id": "what", "label": "What"}, {"id": "often", "label": "How often", "type": "number"}],
    },
]


def _worksheet(name: str, **sections: list[dict[str, Any]]) -> dict[str, Any]:
    parts = [{"title": title, "fields": fields} for title, fields in sections.items()]
    return {"id": name, "title": name, "instructions": "Write.", "sections": parts}


def write_worksheets_hub(folder: Path) -> None:
    """Build a hub with two worksheets whose names begin alike."""
    visits = [{"id": "name", "label": "Visits of", "type": "choice", "options": ["A", "B"]}]
    more = [{"id": "when", "label": "Next visit", "type": "date"}, {"id": "last", "label": "Last", "type": "date"}]
    worksheets = [_worksheet("plan", Part=_PLAN), _worksheet("plan-visits", First=visits, Second=more)]
    kit = {"worksheets": worksheets, "status": "published"}
    content = shutil.copytree(TINY / "content", folder / "content")
    shutil.copytree(TINY / "docs", folder / "docs")
    for path, fields in {"contributors/one": {}, "toolkits/kit": kit}.items():
        (content / f"{path}.yml").write_text(dump(complete(path, fields)), encoding="utf-8")
    build(folder / "site", content)


def open_other_tab(page: Page) -> Page:
    """Return one more tab at the same page."""
    other = page.context.new_page()
    other.goto(page.url)
    return other


def form_of(page: Page) -> Locator:
    """Return the form of the first worksheet."""
    return page.locator("[data-worksheet=plan]")


def status_of(page: Page) -> Locator:
    """Return where it says what has just happened."""
    return form_of(page).locator("[data-worksheet-status]")


def state_of(page: Page) -> Locator:
    """Return where it says what is kept."""
    return form_of(page).locator("[data-worksheet-state]")


def find_stored(page: Page) -> dict[str, Any] | None:
    """Return what this browser has of it, None where there is nothing."""
    text = page.evaluate("(key) => localStorage.getItem(key)", KEY)
    return json.loads(text) if text else None


def expect_stored(page: Page, field: str, value: Any) -> None:
    """Wait until this answer to a field is in the storage."""
    script = "([key, field, value]) => JSON.stringify(JSON.parse(localStorage.getItem(key))?.answers[field]) === value"
    page.wait_for_function(script, arg=[KEY, field, json.dumps(value, separators=(",", ":"))])


def erase(page: Page) -> None:
    """Erase the answers, and say yes to the question."""
    page.once("dialog", lambda dialog: dialog.accept())
    form_of(page).get_by_role("button", name="Erase my answers").click()
