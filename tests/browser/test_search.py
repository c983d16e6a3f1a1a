"""Search as a reader uses it: by keyboard, by pointer, by address."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from axe_checks import WINDOWS, find_violations
from browser_pages import OpenPage

pytestmark = pytest.mark.slow

HOSTILE = (
    "<img src=x onerror=document.title='taken'>",
    "\"' onfocus=document.title='taken' x=\"",
    "x" * 500,
    "\N{SCHOOL}\N{GREEN HEART}",
    "nurse <mark>",
    "%00%ff&q",
    "constructor __proto__",
)


def box(page: Page) -> Locator:
    """Return the search box of the shell."""
    return page.locator("#search-header")


def cards(page: Page) -> Locator:
    """Return the results on the search page."""
    return page.locator(".hub-card--result")


def choice(page: Page, label: str) -> Locator:
    """Return the check box of a value by how its label begins."""
    return page.get_by_role("checkbox", name=re.compile(f"^{label}"))


def status(page: Page) -> Locator:
    """Return where the search page says what it found."""
    return page.locator("[data-hub-search-status]")


def parameters(page: Page) -> dict[str, list[str]]:
    """Return the state in the page's address."""
    return parse_qs(urlsplit(page.url).query)


class TestSuggestions:
    def test_nothing_of_search_is_loaded_before_focus(self, open_page: OpenPage) -> None:
        """A page costs its reader no byte of the index until the box is focused."""
        page = open_page("about/")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.goto(page.url.replace("about/", "lessons/widen-the-team/"), wait_until="networkidle")
        assert [path for path in asked if "pagefind" in path or re.search(r"search-(?!box)", path)] == []
        with page.expect_request(lambda request: "/pagefind/pagefind.js" in request.url):
            box(page).focus()
        assert [path for path in asked if path.endswith("vocabulary.json")] == []

    def test_the_box_is_walked_by_keyboard(self, open_page: OpenPage) -> None:
        """Arrows go through the suggestions and back to the box; Escape closes them and keeps focus and text."""
        page = open_page("about/")
        field = box(page)
        field.focus()
        page.keyboard.type("team")
        options = page.get_by_role("option")
        expect(options.first).to_be_visible()
        expect(field).to_have_attribute("aria-expanded", "true")
        number = options.count()
        page.keyboard.press("ArrowDown")
        expect(options.first).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "")
        page.keyboard.press("ArrowUp")
        expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
        page.keyboard.press("ArrowUp")
        expect(options.nth(number - 1)).to_have_attribute("aria-selected", "true")
        page.keyboard.press("Escape")
        expect(options).to_have_count(0)
        expect(field).to_be_focused()
        expect(field).to_have_value("team")
        expect(field).to_have_attribute("aria-expanded", "false")

    def test_enter_opens_the_chosen_page(self, open_page: OpenPage) -> None:
        """The synonym is enough to find it."""
        page = open_page("about/")
        box(page).focus()
        page.keyboard.type("medic")
        expect(page.get_by_role("option").first).to_contain_text("School nurse")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/repo-name/roles/school-nurse/")

    def test_enter_without_a_choice_goes_to_all_results(self, open_page: OpenPage) -> None:
        """So does the last suggestion."""
        page = open_page("about/")
        box(page).fill("nurse")
        page.get_by_role("option", name=re.compile("All results")).click()
        page.wait_for_url("**/repo-name/search/?q=nurse")
        expect(cards(page).first).to_be_visible()

    def test_the_number_is_announced(self, open_page: OpenPage) -> None:
        """Who can't see the list hears how many suggestions there are, and when there are none."""
        page = open_page("about/")
        announcement = page.locator(".hub-search-box--header [role=status]")
        box(page).fill("nurse")
        expect(announcement).to_have_text(re.compile(r"^\d suggestions?\. Use the arrow keys\.$"))
        box(page).fill("qqqqqq")
        expect(announcement).to_have_text("No page has “qqqqqq”.")

    def test_leaving_the_box_closes_the_list(self, open_page: OpenPage) -> None:
        """Tab goes on to the button, as without suggestions."""
        page = open_page("about/")
        box(page).fill("team")
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.get_by_role("option")).to_have_count(0)
        expect(page.locator(".hub-search-box--header button")).to_be_focused()

    @pytest.mark.parametrize("address", ["", "lessons/"])
    @pytest.mark.parametrize("key", ["/", "f"])
    def test_a_key_leads_to_the_box(self, open_page: OpenPage, key: str, address: str) -> None:
        """On every page; not while the reader types, nor with the browser's own keys."""
        page = open_page(address)
        page.keyboard.press(f"Control+{key}")
        expect(page.get_by_role("combobox").first).not_to_be_focused()
        page.keyboard.press(key)
        field = page.get_by_role("combobox").first
        expect(field).to_be_focused()
        page.keyboard.press(key)
        expect(field).to_have_value(key)

    def test_shortcuts_can_be_off(self, open_page: OpenPage) -> None:
        """The reader's choice is kept in the browser, and single keys do nothing (WCAG 2.1, 2.1.4)."""
        page = open_page("lessons/")
        page.evaluate("localStorage.setItem('hub.shortcuts', 'off')")
        for key in ("/", "f"):
            page.keyboard.press(key)
        expect(box(page)).not_to_be_focused()


class TestSearchPage:
    def test_a_question_in_the_address_is_answered(self, open_page: OpenPage) -> None:
        """The number of results is said once, and each is the card of every list."""
        page = open_page("search/?q=nurse")
        expect(status(page)).to_have_text(re.compile(r"^\d results? for “nurse”\.$"))
        first = cards(page).first
        expect(first.get_by_role("heading", level=3)).to_have_text("School nurse")
        expect(first.locator(".hub-card__kind")).to_have_text("Role")
        expect(first.locator(".hub-card__summary")).to_have_text("Often the first to see distress.")

    def test_a_section_is_one_click_away(self, open_page: OpenPage) -> None:
        """A result shows where the words stand, and leads there."""
        page = open_page("search/?q=distress+parents+met")
        page.goto(page.url.replace("distress+parents+met", "parents"))
        place = cards(page).first.locator(".hub-card__sections a").first
        expect(place).to_be_visible()
        expect(cards(page).first.locator("mark").first).to_have_text(re.compile("parent", re.IGNORECASE))
        place.click()
        page.wait_for_url(re.compile(r"/case-studies/river-district/#.+"))

    def test_typing_answers_without_filling_the_history(self, open_page: OpenPage) -> None:
        """The address follows; Back leaves the page in one step."""
        page = open_page("about/")
        page.goto(page.url.replace("about/", "search/"))
        page.locator("#search-page").press_sequentially("nurse", delay=30)
        expect(cards(page).first).to_contain_text("School nurse")
        page.wait_for_url("**/search/?q=nurse")
        page.go_back()
        page.wait_for_url("**/about/")

    def test_filters_widen_within_and_narrow_across(self, open_page: OpenPage) -> None:
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

    def test_counts_follow_the_question(self, open_page: OpenPage) -> None:
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

    def test_a_folded_facet_counts_when_it_opens(self, open_page: OpenPage) -> None:
        """Its file is fetched only then."""
        page = open_page("search/?q=nurse")
        expect(cards(page).first).to_be_visible()
        with page.expect_request(lambda request: request.url.endswith(".pf_filter")):
            page.locator("[data-hub-facet=level] summary").click()
        expect(choice(page, "Local")).to_be_visible()

    def test_a_chip_takes_its_filter_back(self, open_page: OpenPage) -> None:
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

    def test_back_and_forward_restore_the_page(self, open_page: OpenPage) -> None:
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

    def test_a_misspelling_is_mended(self, open_page: OpenPage) -> None:
        """The page says what it did; the words are fetched only now."""
        page = open_page("about/")
        with page.expect_request(lambda request: request.url.endswith("/search/vocabulary.json")):
            page.goto(page.url.replace("about/", "search/?q=nrse"))
        expect(status(page)).to_have_text(re.compile(r"^No page has “nrse”\. \d results? for “nurse”\.$"))
        expect(cards(page).first).to_contain_text("School nurse")

    def test_nothing_found_leads_on(self, open_page: OpenPage) -> None:
        """There are words to try, ways to browse and someone to ask."""
        page = open_page("search/?q=qqqqqq")
        expect(status(page)).to_have_text("No page has “qqqqqq”.")
        for name in ("Browse the library", "glossary", "Ask the people who keep this library"):
            expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()

    @pytest.mark.parametrize("words", HOSTILE)
    def test_a_hostile_question_stays_text(self, open_page: OpenPage, words: str) -> None:
        """Nothing runs, nothing breaks, and the page answers; the fixture watches the console."""
        page = open_page(f"search/?q={quote(words)}&type=nowhere&state=%3Cb%3E&n=-5&sort=evil")
        expect(status(page)).to_have_text(re.compile("."))
        expect(page.locator("#search-page")).to_have_value(words)
        assert page.locator("main img").count() == 0
        assert page.title().startswith("Search")
        expect(page.get_by_role("button", name=re.compile("^Remove filter"))).to_have_count(0)

    def test_nothing_below_moves_when_results_come(self, open_page: OpenPage) -> None:
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

    def test_filters_are_folded_on_a_phone(self, open_page: OpenPage) -> None:
        """They open above the results, and a link leads on to those."""
        page = open_page("search/?q=team", width=320)
        expect(cards(page).first).to_be_visible()
        expect(choice(page, "Lessons")).to_be_hidden()
        page.locator("[data-hub-search-filters] > summary").click()
        choice(page, "Lessons").check()
        expect(page.get_by_text("Filters (1 in use)")).to_be_visible()
        page.get_by_role("link", name=re.compile(r"^Show \d+ result")).click()
        expect(page.get_by_role("heading", name="Results")).to_be_focused()

    @pytest.mark.parametrize("colors", ["light", "dark"])
    @pytest.mark.parametrize("window", WINDOWS)
    def test_axe_finds_nothing(self, open_page: OpenPage, window: str, colors: str) -> None:
        """With results, filters and suggestions open, and with nothing found."""
        page = open_page("search/?q=team&type=lesson", color_scheme=colors, **WINDOWS[window])
        expect(cards(page).first).to_be_visible()
        page.locator("main details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
        assert find_violations(page) == []
        page.goto(page.url.replace("q=team", "q=qqqqqq"))
        expect(status(page)).to_have_text("No page has “qqqqqq”.")
        assert find_violations(page) == []
        page.goto(page.url.partition("search/")[0])
        page.locator("#search-home").fill("nurse")
        expect(page.get_by_role("option").first).to_be_visible()
        page.keyboard.press("ArrowDown")
        assert find_violations(page) == []

    def test_without_scripts_the_lists_are_there(self, open_page: OpenPage) -> None:
        """The page says why it can't search, and leads to every list."""
        page = open_page("search/?q=nurse", java_script_enabled=False)
        expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
        expect(page.get_by_role("checkbox")).to_have_count(0)
        page.locator("main").get_by_role("link", name="Case studies").click()
        page.wait_for_url("**/case-studies/")


class TestManyResults:
    def test_more_results_take_focus_along(self, open_page: OpenPage, crowded_address: str) -> None:
        """Ten at first; the next ten begin with focus on the first of them, and a reload shows as many."""
        page = open_page("search/?type=case-study", site=crowded_address)
        expect(cards(page)).to_have_count(10)
        page.get_by_role("button", name="Show more results").press("Enter")
        expect(cards(page)).to_have_count(20)
        expect(cards(page).nth(10).get_by_role("link").first).to_be_focused()
        assert parameters(page)["n"] == ["20"]
        page.reload()
        expect(cards(page)).to_have_count(20)

    def test_results_are_sorted_by_review(self, open_page: OpenPage, crowded_address: str) -> None:
        """The newest review comes first, with a question and without."""
        page = open_page("search/?q=team&sort=reviewed", site=crowded_address)
        expect(cards(page)).to_have_count(10)
        links = [link.get_attribute("href") for link in cards(page).get_by_role("heading").get_by_role("link").all()]
        dates = []
        for link in links:
            page.goto(link if "//" in (link or "") else f"{urlsplit(crowded_address)._replace(path='').geturl()}{link}")
            dates.append(page.locator(".hub-meta time").first.get_attribute("datetime") or "")
        assert dates == sorted(dates, reverse=True)

    def test_a_long_facet_is_folded(self, open_page: OpenPage, crowded_address: str) -> None:
        """Eight states at first, all of them at a button; focus goes on to the ninth."""
        page = open_page("search/", site=crowded_address)
        page.locator("[data-hub-facet=state] summary").click()
        states = page.locator("[data-hub-facet=state] li:visible")
        expect(states).to_have_count(8)
        page.locator("[data-hub-facet=state]").get_by_role("button").press("Enter")
        assert states.count() > 40
        expect(states.nth(8).get_by_role("checkbox")).to_be_focused()

    def test_a_list_leads_into_its_search(self, open_page: OpenPage, crowded_address: str) -> None:
        """“Filter these further” opens the search page with the same records."""
        page = open_page("browse/level/local/", site=crowded_address)
        number = re.search(r"\d+", page.locator(".hub-count").inner_text())
        page.get_by_role("link", name="Filter these further").click()
        assert number is not None
        expect(status(page)).to_have_text(f"{number[0]} results.")
        expect(choice(page, "Local")).to_be_checked()


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("", "", 0),
        ("screning", "screening", 1),
        ("telehelth", "telehealth", 1),
        ("famliy", "family", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
        ("team", "", 4),
    ],
)
def test_slips_are_counted(open_page: OpenPage, typed: str, word: str, slips: int) -> None:
    """A letter added, left out, replaced or swapped with its neighbor counts one, either way round."""
    page = open_page("about/")
    count = (
        "([a, b]) => import('/repo-name/assets/hub/search-spelling.js')"
        ".then(({ countSlips }) => [countSlips(a, b), countSlips(b, a), countSlips(a, b, 0)])"
    )
    there, back, bounded = page.evaluate(count, [typed, word])
    assert (there, back) == (slips, slips)
    assert bounded in (0, float("inf"))
