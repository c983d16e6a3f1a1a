"""The search index of a real build."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.search_files import read_search_site
from support.site_reader import read_pages

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("site", ["tiny_site", "own_pages_site"])
def test_every_result_leads_somewhere(site: str, request: pytest.FixtureRequest) -> None:
    """Each card to a page, and each section of it to a heading that is there; the library's answers, too."""
    folder: Path = request.getfixturevalue(site)
    pages, index = read_pages(folder), read_search_site(folder)
    targets = [(address, fragment) for address, *_, sections, _ in index.cards for fragment, _ in [("", ""), *sections]]
    targets += [(address, "") for answer in index.entry["answers"] for _, address in answer["links"]]
    for target, place in targets:
        found, _, entry = target.partition("#")
        # A section stands on the found page, or on one below it.
        page, _, section = place.rpartition("#")
        address = found + page
        assert address in pages
        wanted = {fragment for fragment in (section, entry) if fragment}
        assert wanted <= set(pages[address].ids), address


def test_records_pages_and_entries_are_found(tiny_site: Path) -> None:
    """Lists, browse pages and the shell stay out."""
    index = read_search_site(tiny_site)
    others = {"change-package", "model", "term", "source"}
    assert others <= {card[3] for card in index.cards}
    assert {card[0] for card in index.cards if card[3] not in others} == {
        *("case-studies/river-district/", "communities/network/", "lessons/widen-the-team/"),
        *("roles/school-nurse/", "toolkits/small-test/", "guides/first-steps/", "pathways/first-week/"),
        *("people/editors/", "about/", "accessibility/"),
    }


def test_the_text_of_hand_written_pages_is_found(own_pages_site: Path) -> None:
    """In sections, with the headings' own fragments."""
    index = read_search_site(own_pages_site)
    assert index.values("type", "page")
    assert any(sections for *_, sections, _ in index.cards if sections)


def test_the_search_page_is_whole_before_any_script(tiny_site: Path) -> None:
    """The form, each filter with its count and the way to the lists stand in the HTML."""
    soup = BeautifulSoup((tiny_site / "search/index.html").read_text(encoding="utf-8"), "html.parser")
    assert soup.select_one("main form[role=search] input[name=q]") is not None
    counts = {
        (box["name"], box["value"]): box.find_parent("label").select_one("[data-hub-count]").get_text()
        for box in soup.select("main input[type=checkbox]")
    }
    assert counts["type", "toolkit"] == "1"
    assert counts["discipline", "education"] == "2"
    assert counts["community", "network"] == "2"
    assert "0" not in counts.values()
    links = [link["href"] for link in soup.select("[data-hub-search-start] a")]
    assert "../case-studies/" in links
