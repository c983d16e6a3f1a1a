"""What the search page says beside its results, and what becomes of it when something is missing or slow."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route, expect

from support.browser.pages import OpenPage
from support.browser.search_locators import cards, change_entry, choice, parameters, status

pytestmark = pytest.mark.slow

FAILED = "Search can’t be loaded right now."


def test_help_comes_first(open_page: OpenPage, tiny_site: Path) -> None:
    """Who asks about suicide sees whom to call before any page; other questions don't show it."""
    page = open_page("about/")
    change_entry(page, tiny_site, lambda entry: entry.update(answers=[{"phrases": ["end my life"], "help": True}]))
    page.goto(page.url.replace("about/", "search/?q=I+want+to+end+my+life"))
    panel = page.locator("[data-hub-search-help]")
    expect(panel.get_by_role("link").first).to_be_visible()
    first = page.locator(".hub-search__results > :not([hidden], .hub-hidden)").first
    expect(first).to_have_attribute("data-hub-search-help", "")
    page.locator("#search-page").fill("nurse")
    expect(cards(page).first).to_be_visible()
    expect(panel).to_be_hidden()


def test_a_fixed_answer_is_text_with_links(open_page: OpenPage, tiny_site: Path) -> None:
    """It stands above the results, and its links are those of the site."""
    page = open_page("about/")
    answer = {"phrases": ["rural"], "text": "Nothing <b>rural</b> yet.", "links": [["Contribute one", "contribute/"]]}
    change_entry(page, tiny_site, lambda entry: entry.update(answers=[answer]))
    page.goto(page.url.replace("about/", "search/?q=rural+nurse"))
    expect(page.get_by_text("Nothing <b>rural</b> yet.")).to_be_visible()
    page.get_by_role("link", name="Contribute one").click()
    page.wait_for_url("**/repo-name/contribute/")


def test_a_clear_answer_says_so(open_page: OpenPage) -> None:
    """A page that is called as was asked, and only the first one."""
    page = open_page("search/?q=what+is+a+school+nurse")
    expect(cards(page).first).to_contain_text("Best answer")
    expect(page.get_by_text("Best answer")).to_have_count(1)
    page.get_by_label("Sort by").select_option("Last reviewed")
    expect(page.get_by_text("Best answer")).to_have_count(0)


def test_another_spelling_is_an_offer(open_page: OpenPage) -> None:
    """The reader's own words are asked first; the offer is a link to the mended question."""
    page = open_page("search/?q=school+nurse+distress+tteam")
    expect(status(page)).to_have_text(
        re.compile(r"^No page has “tteam”\. \d+ results? for “school nurse distress tteam”\.$")
    )
    page.get_by_role("link", name="school nurse distress team", exact=True).click()
    expect(page.locator("#search-page")).to_have_value("school nurse distress team")


def test_filters_that_leave_nothing_are_taken_back_first(open_page: OpenPage) -> None:
    """The page says how much there is without them, and the button stands before all advice."""
    page = open_page("search/?q=nurse&type=toolkit")
    expect(page.get_by_text(re.compile(r"^Without your filters: \d+ results?\.$"))).to_be_visible()
    expect(page.get_by_text("What you can try")).to_be_hidden()
    page.get_by_role("button", name="Remove all filters").press("Enter")
    expect(cards(page).first).to_be_visible()
    expect(page.locator("#search-page")).to_be_focused()
    assert parameters(page) == {"q": ["nurse"]}


def test_the_wait_is_said_at_once(open_page: OpenPage) -> None:
    """While files are on their way, the page and who reads it out say that it searches."""
    page = open_page("about/")
    waiting: list[Route] = []
    page.route("**/search/index.json", lambda route: waiting.append(route))  # noqa: PLW0108 -- Playwright looks into it
    page.goto(page.url.replace("about/", "search/?q=nurse"))
    expect(status(page)).to_have_text("Searching…")
    for route in waiting:
        route.continue_()
    expect(cards(page).first).to_be_visible()
    expect(status(page)).to_contain_text("for “nurse”.")


def test_a_search_that_cannot_be_had_leads_on(open_page: OpenPage) -> None:
    """One plain sentence, and the lists; the next question tries again."""
    page = open_page("about/")
    page.route("**/search/index.json", lambda route: route.fulfill(status=404))
    page.goto(page.url.replace("about/", "search/"))
    page.locator("#search-page").fill("nurse")
    expect(status(page)).to_contain_text(FAILED)
    expect(page.get_by_role("heading", name="Or start from a list")).to_be_visible()
    page.unroute("**/search/index.json")
    page.locator("#search-page").fill("school nurse")
    expect(cards(page).first).to_be_visible()


def test_an_index_of_another_form_is_not_read(open_page: OpenPage, tiny_site: Path) -> None:
    """A page that was kept from before says that it can't, instead of showing what is wrong."""
    page = open_page("about/")
    change_entry(page, tiny_site, lambda entry: entry.update(version=3))
    page.goto(page.url.replace("about/", "search/?q=nurse"))
    expect(status(page)).to_contain_text(FAILED)


def test_a_page_from_before_finds_the_new_index(open_page: OpenPage, tiny_site: Path) -> None:
    """Where a file that the entry names is gone, the entry is fetched once more."""
    page = open_page("about/")
    old = json.loads((tiny_site / "search/index.json").read_text(encoding="utf-8"))
    old["files"] = {}
    entries = [old]
    page.route(
        "**/search/index.json", lambda route: route.fulfill(json=entries.pop()) if entries else route.continue_()
    )
    page.goto(page.url.replace("about/", "search/?q=nurse"))
    expect(cards(page).first).to_be_visible()


def test_back_leads_to_where_one_was(open_page: OpenPage, crowded_address: str) -> None:
    """After a look at a result, the list is as long as before and stands where it stood."""
    page = open_page("search/?q=team&n=20", site=crowded_address)
    expect(cards(page)).to_have_count(20)
    cards(page).nth(15).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 500
    cards(page).nth(15).get_by_role("link").first.click()
    page.wait_for_url(lambda address: "/search/" not in address)
    page.go_back()
    expect(cards(page)).to_have_count(20)
    page.wait_for_function("(before) => Math.abs(scrollY - before) < 5", arg=before)


def test_a_copied_link_is_the_question(open_page: OpenPage) -> None:
    """Elsewhere what follows the address is left out."""
    page = open_page("search/?q=nurse&type=role#results", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("[data-status]")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert urlsplit(copied).query == "q=nurse&type=role"
    assert not urlsplit(copied).fragment


def test_paper_has_question_and_filters(open_page: OpenPage) -> None:
    """Who prints a list of results sees later what it answers."""
    page = open_page("search/?q=nurse&type=role")
    expect(cards(page).first).to_be_visible()
    page.emulate_media(media="print")
    expect(status(page)).to_be_visible()
    expect(page.locator("[data-hub-search-chips]")).to_contain_text("Roles")
    expect(page.locator("[data-hub-search-chips]").get_by_text("Roles")).to_be_visible()
    expect(page.get_by_label("Sort by")).to_be_hidden()
    expect(choice(page, "Roles")).to_be_hidden()


def test_the_first_result_costs_few_requests(open_page: OpenPage) -> None:
    """The page, one script, the entry, and in a small library nothing else."""
    page = open_page("about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(page.url.replace("about/", "search/?q=nurse"))
    expect(cards(page).first).to_be_visible()
    of_search = {path for path in asked if "/search/" in path and not path.endswith("/search-box.js")}
    assert {path.removeprefix("/repo-name/") for path in of_search} == {
        "search/",
        "assets/hub/search/search.js",
        "search/index.json",
    }
