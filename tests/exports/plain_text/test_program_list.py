"""What programs that read are told of the whole site."""

from pathlib import Path

import pytest

from knowledge_hub.exports.plain_text.program_list import create_program_list
from knowledge_hub.exports.plain_text.robots import create_robots
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.settings.settings import Settings
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

SETTINGS = Settings(site_name="Our hub", site_url="https://hub.example/sub/", description="What we know.")
REVIEW = {"reviewed_on": "2026-02-03", "review_by": "2027-02-03", "owner": "one"}


def test_the_list_has_every_current_record(tmp_path: Path) -> None:
    """By type, with its summary, and to its Markdown where there is some; what is made up is marked."""
    records = {
        "lessons/ask": {"title": "Ask [first]", "summary": "Why.", "evidence": {"status": "composite"}},
        "lessons/old": {"status": "archived", "review": REVIEW},
        "guides/start": {"title": "Start", "summary": "How."},
    }
    catalogue = create_small_catalogue(tmp_path, records)
    found = create_program_list(Site(catalogue, TODAY, settings=SETTINGS, has_texts=True))
    assert found.startswith("# Our hub\n\n> What we know.\n\n")
    assert "CC BY 4.0" in found
    assert (
        "## Lessons learned\n\n"
        "- [Ask \\[first\\]](https://hub.example/sub/lessons/ask/index.html.md): Composite. Why.\n\n"
        "## Guides\n\n"
        "- [Start](https://hub.example/sub/guides/start/): How.\n\n"
        "## Optional\n\n"
        "- [Browse the library](https://hub.example/sub/browse/)\n"
    ) in found
    assert "index.html.md" not in create_program_list(Site(catalogue, TODAY, settings=SETTINGS))


def test_an_empty_hub_has_a_list_all_the_same(tmp_path: Path) -> None:
    """Without an address its links start at the list."""
    found = create_program_list(Site(create_small_catalogue(tmp_path, {}), TODAY))
    assert found.startswith("# Knowledge hub\n\n> ")
    assert found.endswith("## Optional\n\n- [Browse the library](browse/)\n")


@pytest.mark.parametrize(
    ("settings", "rules"),
    [
        (SETTINGS, "User-agent: *\nAllow: /\n\nSitemap: https://hub.example/sub/sitemap.xml\n"),
        (Settings(), "User-agent: *\nAllow: /\n"),
    ],
)
def test_crawlers_may_read_everything(settings: Settings, rules: str) -> None:
    """They find the list of pages where the hub knows its address."""
    assert create_robots(settings) == rules
