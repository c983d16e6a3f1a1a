"""What is new for people: on its page, on the home page, and the ways to follow it."""

from pathlib import Path

from bs4 import BeautifulSoup, Tag

from knowledge_hub.pages import Site
from knowledge_hub.pages.library.home_page import create_home_page
from knowledge_hub.pages.library.whats_new_page import create_whats_new_page
from knowledge_hub.settings.settings import Settings
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue

SETTINGS = Settings(site_name="Our hub", site_url="https://hub.example/sub/")
SESSION = {"kind": "meeting", "date": "2026-07-01", "title": "Share"}


def _site(folder: Path, records: dict[str, Fields], settings: Settings = SETTINGS) -> Site:
    return Site(create_small_catalogue(folder, records), TODAY, settings=settings)


def _read(site: Site) -> Tag:
    return BeautifulSoup(create_whats_new_page(site).html, "html.parser")


def _texts(soup: Tag, selector: str) -> list[str]:
    return [element.get_text(" ", strip=True).replace(" ,", ",") for element in soup.select(selector)]


def test_news_stand_by_month_and_by_what_happened(tmp_path: Path) -> None:
    """The newest month first; what came is read before what was changed, and reviews last."""
    history = [
        *({"date": "2026-02-03", "what": "new"}, {"date": "2026-03-01", "what": "changed", "note": "Step 2."}),
        {"date": "2026-03-31", "what": "archived"},
    ]
    soup = _read(_site(tmp_path, {"lessons/ask": {"status": "archived", "history": history}, "lessons/b": {}}))
    headings = _texts(soup, "h2, h3")
    assert headings[:7] == ["March 2026", "Changed", "Archived", "February 2026", "New", "January 2026", "Reviewed"]
    assert _texts(soup, ".hub-news li") == [
        "ask Lesson learned, March 1, 2026 Step 2.",
        "ask Lesson learned, March 31, 2026",
        "ask Lesson learned, February 3, 2026",
        "b Lesson learned, January 15, 2026",
    ]
    assert soup.select(".hub-news a")[0]["href"] == "../lessons/ask/"


def test_a_hub_without_records_says_that_nothing_happened(tmp_path: Path) -> None:
    """And can be followed all the same."""
    soup = _read(_site(tmp_path, {}))
    assert _texts(soup, ".hub-band") == ["Nothing has happened yet."]
    assert soup.select_one('.hub-follow a[href="../feed.xml"]')


def test_sessions_are_on_the_page_and_in_calendars(tmp_path: Path) -> None:
    """With the way to subscribe, to the calendar of all of them and of their kinds."""
    site = _site(tmp_path, {"communities/net": {"sessions": [SESSION, {**SESSION, "date": "2026-08"}]}})
    soup = _read(site)
    assert _texts(soup, "[data-next-sessions] li") == [
        "Share July 1, 2026, Meeting net",
        "Share August 2026, Meeting net",
    ]
    assert [link["href"] for link in soup.select(".hub-calendars a")] == [
        *("webcal://hub.example/sub/calendar.ics", "../calendar.ics"),
        *("webcal://hub.example/sub/calendars/meeting.ics", "../calendars/meeting.ics"),
    ]
    assert create_whats_new_page(site).scripts == ("sessions",)


def test_without_an_address_there_is_nothing_to_subscribe_to(tmp_path: Path) -> None:
    """Calendars can be downloaded; feeds and subscriptions need a whole address."""
    site = _site(tmp_path, {"lessons/ask": {}}, Settings(site_name="Our hub"))
    soup = _read(site)
    assert soup.select(".hub-follow, #follow") == []
    assert [link["href"] for link in soup.select(".hub-calendars a")] == ["../calendar.ics"]
    assert "alternate" not in create_whats_new_page(site).head


def test_home_says_what_is_new_and_what_is_coming(tmp_path: Path) -> None:
    """In a few lines, each with what happened; a home page without either says nothing of it."""
    records = {"lessons/ask": {}, "communities/net": {"sessions": [SESSION]}}
    page = create_home_page(_site(tmp_path / "a", records))
    soup = BeautifulSoup(page.html, "html.parser")
    assert _texts(soup, "#news ~ .hub-news li")[0] == "ask Reviewed: Lesson learned, January 15, 2026"
    assert _texts(soup, "#coming_sessions ~ .hub-news li") == ["Share July 1, 2026, Meeting net"]
    assert page.scripts == ("sessions",)
    assert 'href="feed.xml"' in page.head
    empty = create_home_page(_site(tmp_path / "b", {}))
    assert "hub-news" not in empty.html
    assert empty.scripts == ()
