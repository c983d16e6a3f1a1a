"""Sessions on a page that is read after the day of its build."""

import pytest
from playwright.sync_api import Page

from support.browser.pages import OpenPage
from support.builds import ROOT

pytestmark = pytest.mark.slow

DRAWINGS = ROOT / "tests" / "golden" / "visuals"
_SHOW = """([html]) => {
  document.querySelector("main").innerHTML = html;
  return import("/repo-name/assets/hub/sessions.js");
}"""
_TITLES = "(titles) => titles.map((title) => title.textContent)"


@pytest.mark.parametrize("timezone", ["America/Los_Angeles", "Asia/Tokyo"])
@pytest.mark.parametrize(
    ("now", "coming", "past"),
    [
        ("2026-12-10T21:59:00Z", ["Next", "Some day"], "1 past session"),
        ("2026-12-10T22:00:00Z", ["Some day"], "2 past sessions"),
        ("2027-03-02T00:00:00Z", [], "3 past sessions"),
    ],
)
def test_a_session_is_past_when_it_is_over(
    open_page: OpenPage, timezone: str, now: str, coming: list[str], past: str
) -> None:
    """By the clock of its own place, wherever the reader is and whenever the site was built."""
    page = _show(open_page, "sessions", now, timezone)
    assert page.locator("[data-coming-sessions] .hub-timeline__title").evaluate_all(_TITLES) == coming
    assert page.get_by_role("heading", name="Coming").is_visible() is bool(coming)
    assert page.locator(".hub-past-sessions summary").text_content() == past
    assert page.locator(".hub-past-sessions").evaluate("(details) => details.open") is not bool(coming)


def test_the_picture_follows(open_page: OpenPage) -> None:
    """A mark is hollow while its session is coming."""
    hollow = ".hub-timeline-picture > svg > .hub-timeline-picture__session--coming"
    assert _show(open_page, "timeline", "2026-06-01T00:00:00Z").locator(hollow).count() > 0
    assert _show(open_page, "timeline", "2199-01-01T00:00:00Z").locator(hollow).count() == 0


def _show(open_page: OpenPage, drawing: str, now: str, timezone: str = "UTC") -> Page:
    page = open_page("about/", timezone_id=timezone)
    page.clock.set_fixed_time(now)
    page.evaluate(_SHOW, [(DRAWINGS / f"{drawing}.html").read_text(encoding="utf-8")])
    return page
