"""The frame of a hand-written page."""

import datetime

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.library import Library
from knowledge_hub.pages import Heading, Site, render_own_page
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.words.words import Words

HEADINGS = tuple(Heading(name, name.title()) for name in ("one", "two", "three"))


def render(
    html: str, *, contents: tuple[Heading, ...] = (), words: Words | None = None, **facts: object
) -> BeautifulSoup:
    page = OwnPage.model_validate({"path": "a.md", "title": "A page", **facts})
    site = Site(create_catalogue(Library(words=words or Words())), datetime.date(2026, 6, 1))
    return BeautifulSoup(render_own_page(site, page, html, contents), "html.parser")


def test_the_texts_own_heading_is_the_pages() -> None:
    """It is there once; a text without one gets the page's title."""
    assert [h1.decode_contents() for h1 in render("<h1 id='x'>My <b>page</b></h1><p>Hi</p>").select("h1")] == [
        "My <b>page</b>"
    ]
    assert [h1.text for h1 in render("<p>Hi</p>").select("h1")] == ["A page"]


@pytest.mark.parametrize(("count", "lists"), [(2, 0), (3, 2)])
def test_a_longer_page_has_contents(count: int, lists: int) -> None:
    """Beside the text on wide screens, above it on small ones."""
    assert len(render("<p>Hi</p>", contents=HEADINGS[:count]).select(".hub-contents")) == lists


def test_dates_are_shown() -> None:
    """When it was reviewed, when it is due, and that it is overdue."""
    soup = render("<p>Hi</p>", review={"reviewed_on": "2020-01-02", "review_by": "2021-01-02"})
    assert [item.text for item in soup.select(".hub-meta li")] == [
        "Last reviewed January 2, 2020",
        "Review due January 2, 2021",
    ]
    assert soup.select_one(".hub-band--overdue")
    assert not render("<p>Hi</p>", reviewed_on=str(datetime.date(2020, 1, 2))).select_one(".hub-band--overdue")


def test_the_frame_says_the_hosts_words() -> None:
    """Contents, dates and the sentence about an overdue review are those of words.yml."""
    own = {
        "contents": "En esta página",
        "contents_button": "Contenido",
        "overdue": "Atrasada.",
        "overdue_since": "Desde {date}.",
        "due": "Para",
    }
    words = Words({f"record.{name}": text for name, text in own.items()})
    review = {"reviewed_on": "2020-01-02", "review_by": "2021-01-02"}
    soup = render("<p>Hi</p>", contents=HEADINGS, words=words, review=review)
    names = [part.text.strip() for part in soup.select(".hub-contents__title, .hub-contents summary")]
    assert names == [own["contents"], own["contents_button"]]
    assert [nav["aria-label"] for nav in soup.select("nav")] == [own["contents"]]
    assert [band.text for band in soup.select(".hub-band--overdue")] == ["Atrasada. Desde January 2, 2020."]
    assert "Para January 2, 2021" in [item.text for item in soup.select(".hub-meta li")]
