"""The search page as a reader uses it: by keyboard, by pointer, by address."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from support.browser.axe_checks import find_violations_in, resize_through_windows
from support.browser.pages import OpenPage
from support.browser.search_locators import cards, choice, parameters, status
from support.hostile_texts import QUESTIONS

pytestmark = pytest.mark.slow


def _show_results(page: Page) -> None:
    page.goto(page.url.replace("about/", "search/?q=team&type=lesson"))
    expect(cards(page).first).to_be_visible()
    page.locator("main details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")


def _find_nothing(page: Page) -> None:
    page.goto(page.url.replace("about/", "search/?q=qqqqqq&type=lesson"))
    expect(status(page)).to_have_text("No page has “qqqqqq”.")


def _ask_nothing(page: Page) -> None:
    page.goto(page.url.replace("about/", "search/"))


def _suggest(page: Page) -> None:
    page.goto(page.url.replace("about/", ""))
    page.locator("#search-home").fill("nurse")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def _lose_the_index(page: Page) -> None:
    page.route("**/search/index.json", lambda route: route.fulfill(status=404))
    page.goto(page.url.replace("about/", "search/?q=team"))
    expect(status(page)).to_contain_text("Search can’t be loaded right now.")


def test_a_question_in_the_address_is_answered(open_page: OpenPage) -> None:
    """The number of results is said once, and each is the card of every list."""
    page = open_page("search/?q=nurse")
    expect(status(page)).to_have_text(re.compile(r"^\d results? for “nurse”\.$"))
    first = cards(page).first
    expect(first.get_by_role("heading", level=3)).to_have_text("School nurse")
    expect(first.locator(".hub-card__kind")).to_have_text("Role")
    expect(first.locator(".hub-card__summary")).to_have_text("Often the first to see distress.")


def test_a_section_is_one_click_away(open_page: OpenPage) -> None:
    """A result shows where the words stand, and leads there."""
    page = open_page("search/?q=parents")
    place = cards(page).first.locator(".hub-card__sections a").first
    expect(place).to_be_visible()
    place.click()
    page.wait_for_url(re.compile(r"/case-studies/river-district/#.+"))


def test_the_words_are_marked_in_a_summary(open_page: OpenPage) -> None:
    """A reader sees at once why a page is there."""
    page = open_page("search/?q=distress")
    expect(cards(page).first.locator(".hub-card__summary mark")).to_have_text(["distress"])


def test_typing_answers_without_filling_the_history(open_page: OpenPage) -> None:
    """The address follows; Back leaves the page in one step."""
    page = open_page("about/")
    page.goto(page.url.replace("about/", "search/"))
    page.locator("#search-page").press_sequentially("nurse", delay=30)
    expect(cards(page).first).to_contain_text("School nurse")
    page.wait_for_url("**/search/?q=nurse")
    page.go_back()
    page.wait_for_url("**/about/")


def test_filters_widen_within_and_narrow_across(open_page: OpenPage) -> None:
    """One value or another of a facet, and also of the next facet; focus stays on the box."""
    page = open_page("search/")
    role, lesson = choice(page, "Roles"), choice(page, "Lessons")
    role.check()
    expect(status(page)).to_have_text("1 result.")
    expect(role).to_be_focused()
    lesson.check()
    expect(status(page)).to_have_text("2 results.")
    choice(page, "Teaming").check()
    expect(status(page)).to_have_text("1 result.")
    expect(cards(page)).to_contain_text("Widen the team")
    assert parameters(page) == {"type": ["lesson", "role"], "domain": ["teaming"]}


def test_counts_follow_the_question(open_page: OpenPage) -> None:
    """Each value says how many results it would give; what would give none goes, unless it is chosen."""
    page = open_page("search/?q=nurse&type=toolkit")
    expect(status(page)).to_have_text("No results for “nurse”.")
    expect(choice(page, "Toolkits")).to_be_visible()
    expect(choice(page, "Roles")).to_be_visible()
    expect(choice(page, "Guides")).to_be_hidden()
    page.get_by_role("button", name="Remove all filters").click()
    expect(cards(page).first).to_be_visible()
    page.locator("#search-page").fill("")
    expect(choice(page, "Guides")).to_be_visible()


def test_a_folded_facet_has_its_counts_when_it_opens(open_page: OpenPage) -> None:
    """They are those of the question."""
    page = open_page("search/?q=nurse&type=role")
    expect(status(page)).to_have_text("1 result for “nurse”.")
    page.locator("[data-hub-facet=level] summary").click()
    expect(choice(page, "Local")).to_be_visible()
    expect(page.locator("[data-hub-facet=level] [data-hub-count]").first).to_have_text("1")


def test_a_chip_takes_its_filter_back(open_page: OpenPage) -> None:
    """Focus goes to the next chip, then to the box."""
    page = open_page("search/?type=role&type=lesson")
    chips = page.get_by_role("button", name=re.compile("^Remove filter"))
    expect(chips).to_have_count(2)
    chips.first.press("Enter")
    expect(chips).to_have_count(1)
    expect(chips.first).to_be_focused()
    chips.first.press("Enter")
    expect(page.locator("#search-page")).to_be_focused()
    assert parameters(page) == {}


def test_back_and_forward_restore_the_page(open_page: OpenPage) -> None:
    """Question, filters and order come back as they were."""
    page = open_page("search/?q=team")
    expect(cards(page).first).to_be_visible()
    all_results = status(page).text_content() or ""
    choice(page, "Lessons").check()
    expect(status(page)).not_to_have_text(all_results)
    page.get_by_label("Sort by").select_option("Last reviewed")
    page.wait_for_url("**sort=reviewed")
    page.go_back()
    expect(page.get_by_label("Sort by")).to_have_value("")
    page.go_back()
    expect(status(page)).to_have_text(all_results)
    expect(choice(page, "Lessons")).not_to_be_checked()
    page.go_forward()
    page.go_forward()
    expect(page.get_by_label("Sort by")).to_have_value("reviewed")
    expect(choice(page, "Lessons")).to_be_checked()


def test_a_misspelling_is_mended(open_page: OpenPage) -> None:
    """Only where the reader's own words find nothing at all, and the page says what it did."""
    page = open_page("search/?q=nrse")
    expect(status(page)).to_have_text(re.compile(r"^No page has “nrse”\. \d results? for “nurse”\.$"))
    expect(cards(page).first).to_contain_text("School nurse")


def test_a_question_is_mended_wholly_or_not_at_all(open_page: OpenPage) -> None:
    """Where a word has no near one, the page says what it doesn't have, and offers the near word of another."""
    page = open_page("search/?q=nrse+qqqqqq")
    expect(status(page)).to_have_text("No page has “nrse” or “qqqqqq”.")
    expect(cards(page)).to_have_count(0)
    expect(page.get_by_role("link", name="nurse", exact=True)).to_be_visible()


def test_nothing_found_leads_on(open_page: OpenPage) -> None:
    """There are words to try, ways to browse and someone to ask."""
    page = open_page("search/?q=qqqqqq")
    expect(status(page)).to_have_text("No page has “qqqqqq”.")
    for name in ("Browse the library", "glossary", "Tell the people who keep this library"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()


def test_an_order_is_offered_where_something_was_found(open_page: OpenPage) -> None:
    """Nothing can't be sorted."""
    page = open_page("search/?q=nurse")
    expect(page.get_by_label("Sort by")).to_be_visible()
    page.locator("#search-page").fill("qqqqqq")
    expect(page.get_by_label("Sort by")).to_be_hidden()
    page.locator("#search-page").fill("nurse")
    expect(page.get_by_label("Sort by")).to_be_visible()


@pytest.mark.parametrize("words", QUESTIONS)
def test_a_hostile_question_stays_text(open_page: OpenPage, words: str) -> None:
    """Nothing runs, nothing breaks, and the page answers; the fixture watches the console."""
    page = open_page(f"search/?q={quote(words)}&type=nowhere&state=%3Cb%3E&n=-5&sort=evil")
    expect(status(page)).to_have_text(re.compile("."))
    expect(page.locator("#search-page")).to_have_value(words)
    assert page.locator("main img").count() == 0
    assert page.evaluate("() => window.taken") is None
    expect(page.get_by_role("button", name=re.compile("^Remove filter"))).to_have_count(0)


def test_nothing_below_moves_when_results_come(open_page: OpenPage) -> None:
    """The layout shift of a page that opens with a question stays within 0.1."""
    page = open_page("about/")
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(page.url.replace("about/", "search/?q=team"))
    expect(cards(page).first).to_be_visible()
    assert page.evaluate("window.shifts") <= 0.1


def test_filters_are_folded_on_a_phone(open_page: OpenPage) -> None:
    """They open as a sheet by keyboard; the way to the results is in reach, and says how many there are."""
    page = open_page("search/?q=team", width=320)
    expect(cards(page).first).to_be_visible()
    expect(choice(page, "Lessons")).to_be_hidden()
    opening = page.get_by_role("button", name=re.compile("^Filters"))
    opening.press("Enter")
    choice(page, "Lessons").press("Space")
    done = page.get_by_role("button", name=re.compile(r"^Show \d+ result"))
    expect(done).to_be_in_viewport()
    expect(page.locator("[data-hub-search-sheet-status]")).to_have_text(re.compile(r"^\d+ result"))
    page.keyboard.press("Escape")
    expect(opening).to_be_focused()
    expect(opening).to_have_text("Filters (1 in use)")
    opening.press("Enter")
    done.press("Enter")
    expect(page.get_by_role("heading", name="Results")).to_be_focused()
    expect(choice(page, "Lessons")).to_be_hidden()


def test_the_filters_are_beside_the_results_again(open_page: OpenPage) -> None:
    """A phone that is turned, or a window that grows, closes the sheet."""
    page = open_page("search/?q=team", width=320)
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(choice(page, "Lessons")).to_be_visible()


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("state", [_show_results, _find_nothing, _ask_nothing, _suggest, _lose_the_index])
def test_axe_finds_nothing(open_page: OpenPage, state: Callable[[Page], None], colors: str) -> None:
    """With results, with nothing found, empty, with filters and suggestions open, and where search can't be had."""
    page = open_page("about/", color_scheme=colors)
    state(page)
    found = {}
    for window in resize_through_windows(page):
        expect(page.get_by_role("option").first).to_be_visible(visible=state is _suggest)
        found[window] = find_violations_in(page, colors)
        opening = page.locator("[data-hub-search-filters-open]")
        if state is _ask_nothing and opening.is_visible():
            opening.click()
            found[f"{window}, filters"] = find_violations_in(page, colors)
            page.keyboard.press("Escape")
    assert {window: violations for window, violations in found.items() if violations} == {}


def test_without_scripts_the_lists_are_there(open_page: OpenPage) -> None:
    """The page says why it can't search, and leads to every list."""
    page = open_page("search/?q=nurse", java_script_enabled=False)
    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.locator("main").get_by_role("link", name="Case studies").click()
    page.wait_for_url("**/case-studies/")
