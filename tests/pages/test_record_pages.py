"""The pages of records, from small libraries to finished HTML."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from bs4 import BeautifulSoup

from knowledge_hub.pages import Page, Site, create_pages
from small_library import Fields, create_small_catalogue


def create_small_pages(folder: Path, records: Mapping[str, Fields], *, with_drafts: bool = False) -> dict[str, Page]:
    """Return the finished pages of a small library by address."""
    site = Site(create_small_catalogue(folder, records, with_drafts=with_drafts), datetime.date(2026, 11, 24))
    return {page.address: page for page in create_pages(site)}


def rows_of(page: Page, section_id: str) -> list[str]:
    """Return the lines of the list in one section of a page."""
    section = BeautifulSoup(page.html, "html.parser").find("section", attrs={"aria-labelledby": section_id})
    return [item.get_text(" ", strip=True) for item in section.find_all("li")] if section else []


def test_how_two_roles_work_together_stands_on_both_pages(tmp_path: Path) -> None:
    """One record says how; both roles show it, and a role's own words win on its own page."""
    pages = create_small_pages(
        tmp_path,
        {
            "roles/nurse": {"works_with": [{"role": "principal", "how": "They plan."}]},
            "roles/principal": {"works_with": [{"role": "parent", "how": "They talk."}]},
            "roles/parent": {"works_with": [{"role": "principal", "how": "They listen."}]},
        },
    )
    assert rows_of(pages["roles/nurse/"], "works-with") == ["principal They plan."]
    assert rows_of(pages["roles/principal/"], "works-with") == ["parent They talk.", "nurse They plan."]
    assert rows_of(pages["roles/parent/"], "works-with") == ["principal They listen."]
