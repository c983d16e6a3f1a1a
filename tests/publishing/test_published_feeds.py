"""Feeds and calendars of a whole hub: where pages lead, something is published."""

import re
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import Publication, create_publication
from knowledge_hub.settings.settings import Settings
from support.builds import TINY
from support.feed_reader import read_atom, read_json_feed
from support.fixed_day import TODAY

SITE_URL = "https://hub.example/sub/"


@pytest.fixture(scope="module")
def publication() -> Publication:
    """The tiny hub, below a folder of its host."""
    settings = Settings(site_name="Tiny hub", site_url=SITE_URL)
    return create_publication(TINY / "content", TINY / "docs" / "guides", Plan(today=TODAY, settings=settings))


def test_every_feed_is_read_and_leads_to_pages(publication: Publication) -> None:
    """By two readers of each format, which find the same; every entry has a page."""
    files, pages = publication.program_files, {page.address for page in publication.pages} | {"guides/first-steps/"}
    feeds = [path for path in files if path.endswith("feed.xml")]
    assert {"feed.xml", "lessons/feed.xml", "communities/network/feed.xml", "browse/level/local/feed.xml"} <= set(feeds)
    for path in feeds:
        entries = read_atom(files[path].decode())
        assert read_json_feed(files[path.replace(".xml", ".json")].decode()) == entries
        assert entries
        assert {entry.link.removeprefix(SITE_URL) for entry in entries} <= pages


def test_pages_lead_programs_to_their_feeds(publication: Publication) -> None:
    """Each feed is named by the page that it belongs to, and each that is named is there."""
    named = {
        urljoin(page.address, link["href"]): page.address
        for page in publication.pages
        for link in BeautifulSoup(page.head, "html.parser").select(
            'link[rel="alternate"][type*="feed"], [type*="atom"]'
        )
    }
    assert set(named) == {path for path in publication.program_files if re.search(r"feed\.(xml|json)$", path)}


def test_every_calendar_that_a_page_names_is_there(publication: Publication) -> None:
    """Also those to which one subscribes."""
    root = SITE_URL.replace("https", "webcal")
    named = {
        link["href"].removeprefix(root) if link["href"].startswith(root) else urljoin(page.address, link["href"])
        for page in publication.pages
        for link in BeautifulSoup(page.html, "html.parser").select('a[href$=".ics"]')
    }
    assert "calendar.ics" in named
    assert named <= set(publication.files)


def test_nobody_is_named_in_a_feed(publication: Publication) -> None:
    """Names stand on pages, where they can be taken back; a feed is kept by whoever read it."""
    names = {contributor.name for contributor in publication.site.catalogue.contributors.values()}
    feeds = [text.decode() for path, text in publication.program_files.items() if "feed." in path]
    assert names
    assert feeds
    assert [name for name in names for text in feeds if name in text] == []
