"""What a page stores, loads and lets in."""

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from support.browser.pages import PAGES, OpenPage

pytestmark = pytest.mark.slow

_STORED = "() => ({ ...localStorage, ...sessionStorage })"
_MOST_BYTES = 100_000


def test_nothing_is_stored_before_a_choice(open_page: OpenPage) -> None:
    """Every kind of page leaves the storage empty; requests and cookies are watched by the fixture."""
    page = open_page()
    root = page.url
    for address in PAGES:
        page.goto(root + address)
        assert page.evaluate(_STORED) == {}, address


def test_colors_follow_the_choice_and_then_the_system(open_page: OpenPage) -> None:
    """A choice holds on the next page; “System” takes it back and leaves nothing behind."""
    page = open_page("lessons/", color_scheme="light")
    light = _background(page)
    page.get_by_role("button", name="Dark").click()
    dark = _background(page)
    assert dark != light
    assert page.evaluate(_STORED) == {"hub.scheme": "dark"}
    page.get_by_role("link", name="Toolkits").first.click()
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    assert _background(page) == dark
    page.get_by_role("button", name="System").press("Space")
    expect(page.get_by_role("button", name="System")).to_have_attribute("aria-pressed", "true")
    assert _background(page) == light
    assert page.evaluate(_STORED) == {}


def test_an_injected_script_is_blocked(browser: Browser, tiny_address: str) -> None:
    """The policy stops what isn't the page's own, and says so."""
    page = browser.new_page()
    page.goto(f"{tiny_address}lessons/widen-the-team/")
    with page.expect_console_message(lambda message: "Content Security Policy" in message.text):
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "document.title = 'taken over'";
              document.body.append(script);
            }"""
        )
    assert page.title() != "taken over"
    page.close()


def test_a_first_visit_is_light(open_page: OpenPage) -> None:
    """A record with all of its own assets is at most 100 KB over the wire, headers left out."""
    page = open_page("about/")
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 -- Playwright looks into it
    page.goto(page.url.replace("about/", "case-studies/river-district/"), wait_until="networkidle")
    sizes = {request.url: request.sizes()["responseBodySize"] for request in requests}
    assert {"/hub.css", "/river-district/"} <= {url[url.rstrip("/").rindex("/") :] for url in sizes}
    assert sum(sizes.values()) <= _MOST_BYTES, sizes


def test_a_link_can_be_copied(open_page: OpenPage) -> None:
    """The address goes to the clipboard without its fragment, and the page says so."""
    page = open_page("lessons/widen-the-team/#why", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("[data-status]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url.removesuffix("#why")


def test_a_citation_can_be_copied(open_page: OpenPage) -> None:
    """All of it, as it stands on the page; where the browser forbids it, the text is shown instead."""
    page = open_page("lessons/widen-the-team/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="Copy citation").click()
    expect(page.locator("[data-status]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Editors. (2026, January 15). Widen the team.")


def _background(page: Page) -> str:
    color: str = page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor")
    return color
