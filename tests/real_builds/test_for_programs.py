"""What a finished site has for search engines, other sites and language models."""

import re
from pathlib import Path

import pytest

from support.builds import SITE_URL
from support.own_pages import ROBOTS
from support.rules.linked_data import list_faults
from support.site_reader import read_pages

pytestmark = pytest.mark.slow

_LINK = re.compile(r"\]\(([^)]+)\)")
_ENTRY = re.compile(r"<loc>([^<]+)</loc>\s*(?:<lastmod>([^<]+)</lastmod>)?")


def _find(site: Path, address: str) -> Path:
    path = site / address.removeprefix(SITE_URL)
    return path / "index.html" if address.endswith("/") else path


@pytest.mark.parametrize("name", ["tiny_site", "packed_site"])
def test_the_list_for_language_models_leads_to_files(name: str, request: pytest.FixtureRequest) -> None:
    """With and without Markdown files."""
    site: Path = request.getfixturevalue(name)
    links = _LINK.findall((site / "llms.txt").read_text(encoding="utf-8"))
    assert len(links) > 5
    assert [link for link in links if not _find(site, link).is_file()] == []
    assert any(link.endswith(".md") for link in links) == (name == "packed_site")


def test_a_record_lies_beside_its_page_as_markdown(packed_site: Path) -> None:
    """Its page says so, and its own links lead to pages."""
    text = (packed_site / "lessons/widen-the-team/index.html.md").read_text(encoding="utf-8")
    page = (packed_site / "lessons/widen-the-team/index.html").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert '<link rel="alternate" type="text/markdown" href="index.html.md">' in page
    own = [link for link in _LINK.findall(text) if link.startswith(SITE_URL)]
    assert own
    assert [link for link in own if not _find(packed_site, link).is_file()] == []


def test_pages_name_their_cards(packed_site: Path, tiny_site: Path) -> None:
    """Each picture is there; without files to take along none is made or named."""
    cards = {
        address: re.findall(r'property="og:image" content="([^"]+)"', page.html)
        for address, page in read_pages(packed_site).items()
    }
    assert cards["lessons/widen-the-team/"] == [f"{SITE_URL}cards/lessons/widen-the-team.png"]
    assert cards["about/"] == [f"{SITE_URL}cards/hub.png"]
    named = {card for found in cards.values() for card in found}
    assert [card for card in named if not _find(packed_site, card).is_file()] == []
    assert not (tiny_site / "cards").exists()
    assert "og:image" not in (tiny_site / "index.html").read_text(encoding="utf-8")


def test_the_list_of_pages_says_when_each_was_checked(tiny_site: Path, own_pages_site: Path) -> None:
    """The day of the review, of the newest of a list; nothing where nobody said, and never the day of the build."""
    days = dict(_ENTRY.findall((tiny_site / "sitemap.xml").read_text(encoding="utf-8")))
    assert days[f"{SITE_URL}lessons/widen-the-team/"] == days[f"{SITE_URL}lessons/"] == "2026-01-15"
    assert days[f"{SITE_URL}glossary/"] == days[f"{SITE_URL}about/"] == ""
    own = dict(_ENTRY.findall((own_pages_site / "sitemap.xml").read_text(encoding="utf-8")))
    assert (own[f"{SITE_URL}rules/consent/"], own[f"{SITE_URL}rules/photos/"]) == ("2026-05-05", "")


def test_a_hosts_own_rules_for_crawlers_stay(tiny_site: Path, own_pages_site: Path) -> None:
    """Where there are none, everything may be read."""
    assert (own_pages_site / "robots.txt").read_text(encoding="utf-8") == ROBOTS
    assert (tiny_site / "robots.txt").read_text(encoding="utf-8").endswith(f"Sitemap: {SITE_URL}sitemap.xml\n")


def test_a_hosts_own_pages_say_what_they_are(own_pages_site: Path) -> None:
    """With hostile titles, too."""
    pages = read_pages(own_pages_site)
    assert '"name":"Our consent & privacy “rules”"' in pages["rules/consent/"].html
    assert [fault for page in pages.values() if page.address != "404.html" for fault in list_faults(page)] == []
