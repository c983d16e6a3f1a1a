"""What is connected to a record, on its page: a list that stays short, and a picture that is right for each record."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.pages import Page, Site, create_pages
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

LESSONS = {"lessons/ask": {"title": "Ask <CoP>"}, "lessons/try": {}, "lessons/wait": {}, "lessons/see": {}}


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Page]:
    """The pages of two studies with three lessons each."""
    studies = {
        "case-studies/river": {"learned": ["ask", "try", "wait"]},
        "case-studies/lake": {"learned": ["see", "try", "wait"]},
    }
    site = Site(create_small_catalogue(tmp_path, {**LESSONS, **studies}), TODAY)
    return {page.address: page for page in create_pages(site)}


def _picture(page: Page) -> BeautifulSoup:
    return BeautifulSoup(page.html, "html.parser").select_one("details.hub-connections-picture svg")


def test_pictures_of_one_frame_show_each_record_its_own(pages: dict[str, Page]) -> None:
    """Title, count and labels are those of the record, as text."""
    river, lake = _picture(pages["case-studies/river/"]), _picture(pages["case-studies/lake/"])
    assert [label.text for label in river.find_all("text")] == ["Ask <CoP>", "try", "wait"]
    assert [label.text for label in lake.find_all("text")] == ["see", "try", "wait"]
    assert "“river”" in river.title.text
    assert river.desc.text == "3 connections, as in the list above. 0 pairs of them are connected to each other too."


def test_a_picture_is_on_the_page_once_and_below_its_list(pages: dict[str, Page]) -> None:
    """What was left blank is filled, and nothing stands in for the part any more."""
    html = pages["case-studies/river/"].html
    picture = '<details class="hub-connections-picture"'
    assert html.count(picture) == 1
    assert html.index("hub-connections__groups") < html.index(picture)
    assert not {"\x00", "\x02"} & set(html)
