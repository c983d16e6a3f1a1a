"""The handout of a role."""

from pathlib import Path
from typing import Any

from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.role import create_handout
from knowledge_hub.pages import Site
from knowledge_hub.records import Role
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

ROLES = {
    "roles/nurse": {"works_with": [{"role": "principal", "how": "They plan."}]},
    "roles/principal": {"works_with": [{"role": "parent", "how": "They talk."}]},
    "roles/parent": {"works_with": [{"role": "principal", "how": "They listen."}]},
}


def _lines_below(title: str, blocks: Any) -> list[str]:
    """Return the lines of the list that follows a heading."""
    flat = [block for sheet in blocks for block in sheet["blocks"]]
    places = [number for number, block in enumerate(flat) if block.get("title") == title]
    return [item[0]["runs"][0]["text"] for number in places for item in flat[number + 1]["items"]]


def test_how_two_roles_work_together_stands_in_both_handouts(tmp_path: Path) -> None:
    """As on the pages: one record says how, both show it, and a role's own words win."""
    site = Site(create_small_catalogue(tmp_path, ROLES), TODAY)
    context = DocumentContext(site)
    partners = {
        role.id: _lines_below("Who they work with", create_handout(context, role).blocks)
        for role in site.catalogue.of_type(Role)
    }
    assert partners == {
        "nurse": ["principal: They plan."],
        "principal": ["parent: They talk.", "nurse: They plan."],
        "parent": ["principal: They listen."],
    }
