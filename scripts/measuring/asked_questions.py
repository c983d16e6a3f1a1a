"""Asks the search page of a built site, as a reader does, and reads what it shows."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page

from measuring.relevance import Answer
from measuring.site_browser import open_browser

# One of these is shown when a question has been answered; the last one says that nothing was found.
_DONE = ".hub-card--result, [data-hub-search-nothing]:not([hidden])"
_READ = """() => ({
    results: [...document.querySelectorAll(".hub-card--result")].map((card) =>
        [...card.querySelectorAll("a[href]")].map((link) => link.href)),
    fixed: Boolean(document.querySelector("[data-hub-search-help]:not([hidden]), [data-hub-search-answers] > *")),
})"""


def ask_questions(site: Path, questions: Iterable[str]) -> Iterator[Answer]:
    """Yield what the search page shows first for each question.

    Ends the program with a sentence where there is no browser.
    """
    with open_browser(site) as (browser, address):
        page = browser.new_page()
        for question in questions:
            yield _ask(page, address, question)


def _ask(page: Page, address: str, question: str) -> Answer:
    page.goto(f"{address}search/?{urlencode({'q': question})}", wait_until="commit")
    page.locator(_DONE).first.wait_for(state="attached")
    # Cards come one after another.
    page.wait_for_load_state("networkidle")
    shown = page.evaluate(_READ)
    results = [[link.removeprefix(address) for link in links] for links in shown["results"]]
    return Answer(results, shown["fixed"])
