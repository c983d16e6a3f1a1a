"""A reader's own list: in the address from page to page, on the device only by choice, on one handout."""

import io

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from support.browser.axe_checks import find_violations
from support.browser.pages import OpenPage

pytestmark = pytest.mark.slow

TOOLKIT, LESSON = "toolkits/small-test", "lessons/widen-the-team"
TITLES = ["A small test", "Widen the team"]
LIST = f"my-list/?list={TOOLKIT},{LESSON}"
_STORED = "() => ({ ...localStorage, ...sessionStorage })"


def test_a_list_goes_along_in_the_address(open_page: OpenPage) -> None:
    """Links, search and the way back keep it; nothing is stored, and a page's own link is copied without it."""
    page = open_page(f"{TOOLKIT}/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Add to my list").first.click()
    expect(page.get_by_role("button", name="Take off my list")).to_have_count(2)
    page.get_by_role("link", name="Lessons", exact=True).first.click()
    page.wait_for_url(f"**/lessons/?list={TOOLKIT}")
    page.get_by_role("link", name="Widen the team").first.click()
    page.wait_for_url(f"**/{LESSON}/?list={TOOLKIT}")
    page.get_by_role("button", name="Add to my list").last.click()
    page.wait_for_url(f"**/{LESSON}/?list={TOOLKIT},{LESSON}")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("[data-status]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/{LESSON}/")
    page.go_back()
    page.wait_for_url(f"**/lessons/?list={TOOLKIT},{LESSON}")
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.fill("nurse")
    page.keyboard.press("Enter")
    # Results may stand there before the script is loaded that takes the list along.
    page.wait_for_url("**/search/?**", wait_until="load")
    page.locator(".hub-card--result a").first.click()
    page.get_by_role("link", name="My list (2)").first.click()
    expect(_titles(page)).to_have_text(TITLES)
    assert page.evaluate(_STORED) == {}


_HIDE_NAVIGATION = "Object.defineProperty(window, 'navigation', { value: undefined })"


@pytest.mark.parametrize("script", ["", _HIDE_NAVIGATION], ids=["navigation", "no-navigation"])
def test_the_way_back_has_the_newest_list(open_page: OpenPage, script: str) -> None:
    """Also within a page, and in browsers that don’t tell the addresses of a tab; a link from elsewhere has its own."""
    page = open_page()
    page.add_init_script(script)
    root = page.url
    page.goto(f"{root}{TOOLKIT}/")
    page.get_by_role("button", name="Add to my list").first.click()
    page.wait_for_url(f"**/?list={TOOLKIT}")
    page.get_by_role("link", name="Lessons", exact=True).first.click()
    # A link may be there before the script is loaded that takes the list along.
    page.wait_for_url(f"**/lessons/?list={TOOLKIT}", wait_until="load")
    page.get_by_role("link", name="Widen the team").first.click()
    page.wait_for_url(f"**/{LESSON}/?list={TOOLKIT}", wait_until="load")
    page.evaluate("location.hash = 'statement'")
    page.get_by_role("button", name="Add to my list").first.click()
    page.go_back()
    page.wait_for_url(f"**/{LESSON}/?list={TOOLKIT},{LESSON}")
    page.go_back()
    page.wait_for_url(f"**/lessons/?list={TOOLKIT},{LESSON}")
    page.go_back()
    page.wait_for_url(f"**/{TOOLKIT}/?list={TOOLKIT},{LESSON}")
    expect(page.get_by_role("link", name="My list (2)").first).to_be_visible()

    page.goto(f"{root}about/?list=roles/school-nurse")
    page.get_by_role("button", name="Add to my list").first.click()
    page.wait_for_url("**/about/?list=roles/school-nurse,about")
    page.go_back()
    page.wait_for_url(f"**/{TOOLKIT}/?list={TOOLKIT},{LESSON}")
    assert page.evaluate(_STORED) == {}


def test_the_order_is_the_readers(open_page: OpenPage) -> None:
    """Buttons keep the focus, what was taken off comes back, the address follows, and paper shows what is there."""
    page = open_page(LIST)
    down = page.get_by_role("button", name="Move down: A small test")
    down.press("Enter")
    expect(_titles(page)).to_have_text(TITLES[::-1])
    expect(down).to_be_focused()
    expect(_part(page, "status")).to_have_text("Moved to place 2.")
    page.wait_for_url(f"**/my-list/?list={LESSON},{TOOLKIT}")
    page.get_by_role("button", name="Take off: Widen the team").press("Enter")
    expect(_titles(page)).to_have_text(TITLES[:1])
    expect(page.get_by_role("button", name="Take off: A small test")).to_be_focused()
    assert find_violations(page) == []
    page.get_by_role("button", name="Undo").press("Enter")
    expect(_titles(page)).to_have_text(TITLES[::-1])
    link = page.get_by_role("link", name="Send by email").get_attribute("href") or ""
    assert link.startswith("mailto:?subject=")
    assert link.endswith(f"%3Flist%3D{LESSON},{TOOLKIT}".replace("/", "%2F").replace(",", "%2C"))
    paper = " ".join(PdfReader(io.BytesIO(page.pdf())).pages[0].extract_text().split())
    assert paper.index("Lesson learned Widen the team") < paper.index("Toolkit A small test")
    assert f"/{TOOLKIT}/" in paper
    assert "Move" not in paper


def test_a_kept_list_is_the_same_in_every_tab(open_page: OpenPage) -> None:
    """It is kept by choice only; a list that was sent is shown without touching it, and can be added to it."""
    page = open_page(f"my-list/?list={TOOLKIT}")
    root = page.url.partition("my-list/")[0]
    page.get_by_label("Keep this list on this device").check()
    page.wait_for_url("**/my-list/")
    other = page.context.new_page()
    other.goto(f"{root}{LESSON}/")
    other.get_by_role("button", name="Add to my list").first.click()
    expect(_titles(page)).to_have_text(TITLES)
    kept = page.evaluate(_STORED)
    other.goto(f"{root}my-list/?list=about")
    expect(_titles(other)).to_have_count(1)
    expect(other.get_by_text("This list came with the address.")).to_be_visible()
    assert other.evaluate(_STORED) == kept
    assert find_violations(other) == []
    other.get_by_role("button", name="Add these pages to my own list").click()
    expect(_titles(page)).to_have_count(3)
    page.get_by_label("Keep this list on this device").uncheck()
    page.wait_for_url(f"{root}{LIST},about")
    expect(_titles(other)).to_have_count(0)
    assert page.evaluate(_STORED) == {}


def test_a_hostile_or_outdated_address_harms_nothing(open_page: OpenPage) -> None:
    """Only pages of the site are asked for; one that has moved is found, one that is gone is named."""
    page = open_page()
    stub = '<meta http-equiv="refresh" content="0; url=../../lessons/widen-the-team/">'
    page.route("**/old/place/", lambda route: route.fulfill(body=stub, content_type="text/html"))
    wrong = "javascript:alert(1),//evil.example/x,../../x,%3Cimg src=x onerror=alert(1)%3E,a%00b,%25zz,search"
    page.goto(f"{page.url}my-list/?list={wrong},no/such-page,old/place,{TOOLKIT}")
    expect(_titles(page)).to_have_text(TITLES[::-1])
    page.wait_for_url(f"**/my-list/?list=no/such-page,{LESSON},{TOOLKIT}")
    expect(page.get_by_text("This page is no longer here.")).to_have_count(1)
    expect(page.get_by_role("link", name="Search for “such page”")).to_be_visible()
    assert page.evaluate(_STORED) == {}


def _titles(page: Page) -> Locator:
    return page.locator(".hub-my-list h2")


def _part(page: Page, name: str) -> Locator:
    return page.locator(f'[data-list-part="{name}"]')
