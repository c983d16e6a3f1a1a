"""Long pages: the way through them, and the pages of a community in parts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from support.browser.axe_checks import find_violations
from support.browser.pages import PAGES, RECORDS, OpenPage, visit

pytestmark = pytest.mark.slow

# A made-up community with drivers, measures, tests of change and sessions.
COMMUNITY = "communities/communities-0/"
PARTS = ("drivers/", "measures/", "tests/", "sessions/", "results/", "all/")
_MOST_STOPS = 15
_MOST_BYTES = 90_000
# The tallest stretch of the page's main part in which nothing stands in the left or the right two fifths of the window.
_TALLEST_GAP = """() => {
  const main = document.querySelector("main");
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const hasWords = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const shown = [...main.querySelectorAll("*")].filter((element) => isSeen(element)
    && (hasWords(element) || element.matches("svg, img, input, textarea, select, button, table, .hub-facts, .hub-card")));
  const boxes = shown.map((element) => {
    const box = element.getBoundingClientRect();
    // What stays in sight is there all along.
    const held = element.closest('[data-hub-component="contents"]')?.parentElement.getBoundingClientRect();
    return { left: box.left, right: box.right, top: held?.top ?? box.top, bottom: held?.bottom ?? box.bottom };
  });
  const end = Math.max(...boxes.map((box) => box.bottom));
  const tallest = (from, to) => {
    let reached = main.getBoundingClientRect().top, gap = 0;
    for (const box of boxes.filter(({ left, right }) => left < to && right > from).sort((a, b) => a.top - b.top)) {
      gap = Math.max(gap, box.top - reached);
      reached = Math.max(reached, box.bottom);
    }
    return Math.max(gap, end - reached);
  };
  return Math.round(Math.max(tallest(0, innerWidth * 0.4), tallest(innerWidth * 0.6, innerWidth)));
}"""
_LISTS_WITHOUT_MARKERS = """() => [...document.querySelectorAll("main ol")]
  .filter((list) => list.checkVisibility() && !list.closest("nav"))
  .filter((list) => [...list.children].some((item) => getComputedStyle(item).listStyleType === "none"
    && getComputedStyle(item, "::before").content === "none"))
  .map((list) => list.className)"""
_IS_IN_CONTENTS = """() => document.activeElement.closest('[data-hub-component="contents"]') !== null"""


def test_no_page_is_half_empty_and_every_ordered_list_is_marked(open_page: OpenPage, crowded_address: str) -> None:
    """At 1280 no stretch taller than a screen has an empty side; steps are numbered, sessions stand on their line."""
    found = {}
    for site, addresses in (("", PAGES), (crowded_address, [COMMUNITY + part for part in ("", *PARTS)])):
        page = open_page(site=site) if site else open_page()
        root = page.url
        for address in addresses:
            visit(page, root + address)
            found[address] = (page.evaluate(_TALLEST_GAP), page.evaluate(_LISTS_WITHOUT_MARKERS))
    assert {address: gap for address, (gap, _) in found.items() if gap > 800} == {}
    assert {address: lists for address, (_, lists) in found.items() if lists} == {}


@pytest.mark.parametrize("width", [1280, 360])
def test_the_contents_are_soon_reached_by_tab(open_page: OpenPage, crowded_address: str, width: int) -> None:
    """Wide windows have a link to them right after the one to the text; nobody presses Tab more than 15 times."""
    for page in _open_records(open_page, crowded_address, width=width):
        page.keyboard.press("Tab")
        stops = 1
        if width == 1280:
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            stops += 2
        while not page.evaluate(_IS_IN_CONTENTS) or page.evaluate("() => document.activeElement.matches('nav')"):
            page.keyboard.press("Tab")
            stops += 1
            assert stops <= _MOST_STOPS, page.url


def test_the_contents_follow_the_reader(open_page: OpenPage) -> None:
    """They stay in sight beside the text and mark the section that is read."""
    page = open_page("lessons/widen-the-team/", viewport={"width": 1280, "height": 400})
    contents = page.get_by_role("navigation", name="On this page")
    expect(contents.locator("[aria-current]")).to_have_count(0)
    page.evaluate("() => document.getElementById('apply').scrollIntoView()")
    expect(contents.locator("[aria-current=location]")).to_have_attribute("href", "#apply")
    expect(contents).to_be_in_viewport()


def test_a_phone_has_a_button_for_the_contents(open_page: OpenPage) -> None:
    """It stays at the top, says where one is, and folds again after a choice, with Escape and when one goes elsewhere."""
    page = open_page("lessons/widen-the-team/", viewport={"width": 360, "height": 500})
    folded = page.locator("details[data-hub-component=contents]")
    page.evaluate("() => document.getElementById('why').scrollIntoView()")
    expect(folded).to_be_in_viewport()
    expect(folded.locator("summary")).to_contain_text(page.locator("#why").text_content() or "")
    covered = page.locator("#why").evaluate("(heading) => heading.getBoundingClientRect().top")
    assert covered >= folded.evaluate("(details) => details.getBoundingClientRect().bottom")
    folded.locator("summary").click()
    assert find_violations(page) == []
    folded.locator("a").nth(1).click()
    expect(folded).not_to_have_attribute("open", "")
    folded.locator("summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(folded.locator("summary")).to_be_focused()
    folded.locator("summary").click()
    page.locator("h2").last.click()
    expect(folded).not_to_have_attribute("open", "")


def test_the_text_begins_on_the_second_screen_of_a_phone(open_page: OpenPage, crowded_address: str) -> None:
    """At the latest, whatever stands above it."""
    for page in _open_records(open_page, crowded_address, width=360):
        first = page.locator(".hub-record__body p:not(.hub-question), .hub-record__body li").first
        assert first.evaluate("(text) => text.getBoundingClientRect().top") < 1600, page.url


def _open_records(open_page: OpenPage, crowded_address: str, width: int) -> Iterator[Page]:
    """Open a record of each type, and a community in parts."""
    page = open_page(width=width)
    root = page.url
    for address in RECORDS:
        page.goto(root + address)
        yield page
    yield open_page(COMMUNITY, site=crowded_address, width=width)


def test_an_old_address_leads_to_the_part(open_page: OpenPage, crowded_address: str) -> None:
    """With a script to the part itself; who comes back stays on the overview."""
    site = f"{crowded_address}{COMMUNITY}"
    page = open_page(f"{COMMUNITY}#measure-measure-1", site=crowded_address)
    expect(page).to_have_url(f"{site}measures/#measure-measure-1")
    page.goto(site)
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="What drives the aim").click()
    expect(page).to_have_url(f"{site}#drivers")
    page.get_by_role("link", name="All drivers and ideas for change").click()
    expect(page).to_have_url(f"{site}drivers/#drivers")
    page.go_back()
    expect(page).to_have_url(f"{site}#drivers")
    assert _loaded_bytes(page, site) <= _MOST_BYTES


def _loaded_bytes(page: Page, address: str) -> int:
    """Return how much a first visit of a page loads, as it goes over the line."""
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[int] = []
    client.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(address, wait_until="networkidle")
    return sum(sizes)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_parts_of_a_community_are_accessible(open_page: OpenPage, crowded_address: str, width: int) -> None:
    """Overview and parts; the navigation says where one is."""
    page = open_page(COMMUNITY, site=crowded_address, width=width)
    parts = page.get_by_role("navigation", name="Parts of this community")
    for part in ("", "measures/", "sessions/"):
        page.goto(f"{crowded_address}{COMMUNITY}{part}")
        assert find_violations(page) == [], part
        expect(parts.locator("[aria-current=page]")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_an_old_address_finds_the_way(open_page: OpenPage, crowded_address: str) -> None:
    """The overview says what the part holds, and leads to it; a phone has its contents above the text."""
    page = open_page(f"{COMMUNITY}#drivers", site=crowded_address, java_script_enabled=False, width=360)
    expect(page.get_by_role("heading", name="What drives the aim")).to_be_in_viewport()
    page.get_by_role("link", name="All drivers and ideas for change").click()
    expect(page).to_have_url(f"{crowded_address}{COMMUNITY}drivers/#drivers")
    page.locator("details[data-hub-component=contents] summary").click()
    expect(page.locator("details[data-hub-component=contents] a").first).to_be_visible()
