"""Lists in groups."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.pages import Site, create_pages
from knowledge_hub.pages.library import listing
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue, dump

STAGES = dump(
    {
        "label": {"en": "Stages"},
        "about": {"en": "x"},
        "terms": [{"id": name.lower(), "label": {"en": name}} for name in ("Prepare", "Aim", "Test", "Sustain")],
    }
)
PAGES = ("", "page/2/")
RECORDS: dict[str, Fields | str] = {
    "vocabularies/stages": STAGES,
    "toolkits/charter": {"stages": ["prepare", "sustain"]},
    "toolkits/plan": {"stages": ["aim"]},
    "toolkits/diagram": {"stages": ["aim", "test"]},
}


def _read(folder: Path, records: dict[str, Fields | str], address: str) -> BeautifulSoup:
    site = Site(create_small_catalogue(folder, records), TODAY)
    (page,) = (page for page in create_pages(site) if page.address == address)
    return BeautifulSoup(page.html, "html.parser")


def _groups(soup: BeautifulSoup) -> list[tuple[str, list[str], list[str]]]:
    """Return the title of each group, its cards, and what else belongs to it."""
    return [
        (
            section.h2.get_text(),
            [link.get_text() for link in section.select(".hub-card a")],
            [link.get_text() for link in section.select(".hub-groups__others a")],
        )
        for section in soup.select("section:has(> h2)")
    ]


def test_toolkits_stand_in_the_order_of_the_work(tmp_path: Path) -> None:
    """Each once, under the first stage it names; under the others there is a link to it."""
    soup = _read(tmp_path, RECORDS, "toolkits/")
    assert _groups(soup) == [
        ("Prepare", ["charter"], []),
        ("Aim", ["diagram", "plan"], []),
        ("Test", [], ["diagram"]),
        ("Sustain", [], ["charter"]),
    ]
    ways = soup.select(".hub-groups__ways a")
    assert [soup.find(id=way["href"][1:]).get_text() for way in ways] == [title for title, _, _ in _groups(soup)]


def test_roles_stand_under_their_own_discipline(tmp_path: Path) -> None:
    """Not under one that they work with."""
    roles: dict[str, Fields | str] = {
        "roles/nurse": {"discipline": "health", "disciplines": ["education"]},
        "roles/teacher": {"discipline": "education"},
    }
    groups = _groups(_read(tmp_path, roles, "roles/"))
    assert [(title, cards) for title, cards, _ in groups] == [("Health", ["nurse"]), ("Education", ["teacher"])]


def test_one_group_is_no_group(tmp_path: Path) -> None:
    """Where all records are of one kind, the list says nothing of groups."""
    soup = _read(tmp_path, {"toolkits/plan": {"stages": ["test"]}}, "toolkits/")
    assert _groups(soup) == []
    assert len(soup.select(".hub-card")) == 1


def test_groups_go_on_over_the_pages_of_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order is that of the groups throughout, and no page names what stands on another."""
    monkeypatch.setattr(listing, "PER_PAGE", 2)
    first, second = (_read(tmp_path / str(number), RECORDS, f"toolkits/{page}") for number, page in enumerate(PAGES))
    assert _groups(first) == [("Prepare", ["charter"], []), ("Aim", ["diagram"], [])]
    assert [link.get_text() for link in second.select(".hub-card a")] == ["plan"]


def test_each_page_of_a_list_has_the_ways_to_all_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What begins on another page is reached there; on the page one is on, a group's own heading."""
    monkeypatch.setattr(listing, "PER_PAGE", 2)
    second = _read(tmp_path, RECORDS, f"toolkits/{PAGES[1]}")
    ways = {link.get_text(): link["href"] for link in second.select(".hub-groups__ways a")}
    headings = [heading["id"] for heading in second.select("h2[id]") if heading["id"].startswith("stage")]
    assert ways["Prepare"] == "../../../toolkits/#stage-prepare"
    assert [href for href in ways.values() if href.startswith("#")] == [f"#{heading}" for heading in headings]
