"""What practitioners come for is done from the home page in three clicks or one search, on a phone."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from setup.site_server import serve_site

pytestmark = pytest.mark.slow

TASKS = Path(__file__).with_name("tasks.yml")
MOST_CLICKS, MOST_RESULTS = 3, 3
_FIND = "(links, end) => links.findIndex(({ pathname }) => pathname.endsWith(end))"


@pytest.fixture(scope="module")
def phone(browser: Browser, starter_site: Path) -> Iterator[Page]:
    """A phone with the home page of the starter library."""
    with serve_site(starter_site) as root:
        page = browser.new_context(base_url=root, viewport={"width": 375, "height": 700}, has_touch=True).new_page()
        yield page
        page.context.close()


def test_each_task_is_done(phone: Page) -> None:
    """All in one visit: the way leads to a page that answers, and what is to be done there can be done."""
    tasks = yaml.safe_load(TASKS.read_text(encoding="utf-8"))
    assert len(tasks) == 8
    for task in tasks:
        phone.goto(f"/{task['start']}")
        if "search" in task:
            _search(phone, task)
        else:
            _click_through(phone, task)
        if task.get("then") == "save as Word":
            _save_as_word(phone)


def _search(page: Page, task: dict[str, Any]) -> None:
    """Ask as the reader does, and open the first result that answers."""
    box = page.locator("main [data-hub-search-input]")
    box.fill(task["search"])
    box.press("Enter")
    page.locator("[data-hub-search-list]:not([aria-busy]) .hub-card--result").first.wait_for()
    links = page.locator(".hub-card--result h3 a").all()[:MOST_RESULTS]
    found = {str(link.get_attribute("href")).removeprefix(_root(page)): link for link in links}
    answers = [found[address] for address in found if address in task["pages"]]
    assert answers, f"{task['task']}: {list(found)}"
    answers[0].click()
    expect(page.locator("h1")).to_be_visible()


def _click_through(page: Page, task: dict[str, Any]) -> None:
    """Follow links that can be seen, as they stand on each page."""
    assert len(task["clicks"]) <= MOST_CLICKS
    assert task["clicks"][-1] in task["pages"]
    for address in task["clicks"]:
        links = page.locator("main a:visible, header a:visible")
        place = links.evaluate_all(_FIND, f"/{address}")
        assert place >= 0, f"{task['task']}: nothing leads to {address}"
        links.nth(place).click()
        page.wait_for_url(re.compile(rf"/{re.escape(address)}(?:[?#].*)?$"))


def _save_as_word(page: Page) -> None:
    """Fill in the first worksheet and take it along."""
    sheet = page.locator('[data-hub-component="worksheet"]').first
    sheet.locator("summary").first.click()
    sheet.locator("textarea, input[type=text]").locator("visible=true").first.fill("Call families on Friday")
    with page.expect_download() as download:
        sheet.locator('[data-worksheet-action="word"]').click()
    assert download.value.suggested_filename.endswith(".docx")


def _root(page: Page) -> str:
    return page.url.partition("search/")[0]
