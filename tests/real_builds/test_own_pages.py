"""Hand-written pages of a host in a real build: menu, footer, cards, and what is said when something is wrong."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from support.own_pages import NAV, PAGES, build_hub, write_hub

pytestmark = pytest.mark.slow

SECTION = "/repo-name/"


def read(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text(encoding="utf-8"), "html.parser")


def links(soup: BeautifulSoup, place: str) -> dict[str, str]:
    return {link.text: str(link["href"]) for link in soup.select(f"{place} a")}


def marked(soup: BeautifulSoup) -> list[tuple[str, str]]:
    return [(part.text.strip(), str(part["aria-current"])) for part in soup.select(".hub-menu [aria-current]")]


def test_the_menu_and_the_footer_have_the_same_entries(own_pages_site: Path) -> None:
    """Own pages under their own titles or those of nav, generated ones, and addresses elsewhere; from any depth."""
    soup = read(own_pages_site, "case-studies/river-district")
    expected = {
        "Join us": "../../join/",
        "Our consent & privacy “rules”": "../../rules/consent/",
        "Pictures of people": "../../rules/photos/",
        "A lesson of ours": "../../lessons/widen-the-team/",
        "All roles": "../../roles/",
        "The national center": "https://center.example/",
    }
    assert expected.items() <= links(soup, ".hub-menu").items()
    assert expected.items() <= links(soup, ".hub-footer").items()


def test_a_page_in_no_menu_is_in_the_footer(own_pages_site: Path) -> None:
    """What nav doesn't name can still be reached, and what the footer names already is named once."""
    names = [link.text for link in read(own_pages_site, "").select(".hub-footer a")]
    assert "Left over" in names
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("address", "marks"),
    [
        ("join", [("Join us", "page")]),
        ("rules/photos", [("Rules", "true"), ("Pictures of people", "page")]),
        ("lessons/widen-the-team", [("Lessons", "true"), ("Rules", "true"), ("A lesson of ours", "page")]),
        ("roles", [("Roles", "page"), ("All roles", "page")]),
        ("roles/school-nurse", [("Roles", "true"), ("All roles", "true")]),
        ("toolkits/small-test", [("Toolkits", "true")]),
        ("left-over", []),
    ],
)
def test_the_current_page_is_marked(own_pages_site: Path, address: str, marks: list[tuple[str, str]]) -> None:
    """A generated page never shares the shell of one that is marked otherwise."""
    assert marked(read(own_pages_site, address)) == marks


def test_a_page_with_a_facet_has_a_card(own_pages_site: Path) -> None:
    """The card of records, in the list of that facet, which counts it."""
    card = read(own_pages_site, "browse/level/local").select_one('.hub-card[data-type="page"]')
    assert isinstance(card, Tag)
    assert card.select_one(".hub-card__kind").text.strip() == "Page"  # type: ignore[union-attr]
    assert card.a is not None
    assert card.a["href"] == "../../../rules/consent/"


GUIDE = """---
title: Guide {0}
summary: How to {0}.
stages: [prepare]
evidence:
  status: editorial
status: published
credit:
  authors: [editors]
review:
  reviewed_on: 2026-01-15
  review_by: 2027-01-15
  owner: editors
---
"""
SECTIONS = "## One\n\nA.\n\n### Below\n\nB.\n\n## Two\n\nC.\n\n## Three\n\nD.\n"


def test_a_text_has_all_its_sections_in_its_contents(tmp_path: Path) -> None:
    """Those below its one first heading; without such a heading those at the top, not what is below the first."""
    headed = "# Title\n\n"
    write_hub(
        tmp_path,
        {
            "guides/plain.md": GUIDE.format("plain") + SECTIONS,
            "guides/headed.md": GUIDE.format("headed") + headed + SECTIONS,
            "plain.md": SECTIONS,
            "headed.md": headed + SECTIONS,
            "below.md": "### One\n\nA.\n\n### Two\n\nB.\n\n### Three\n\nC.\n",
        },
    )
    built = build_hub(tmp_path)
    assert built.returncode == 0, built.stderr
    for address in ("guides/plain", "guides/headed", "plain", "headed", "below"):
        listed = links(read(tmp_path / "site", address), ".hub-contents--open")
        own = [words for words, href in listed.items() if words in ("One", "Below", "Two", "Three") and href[0] == "#"]
        assert own == ["One", "Two", "Three"], address


def test_a_menu_entry_that_leads_nowhere_ends_the_build(tmp_path: Path) -> None:
    """One sentence names the entry and what was probably meant."""
    write_hub(tmp_path, PAGES, nav=[*NAV, {"Rules": "rules/consnt.md"}])
    built = build_hub(tmp_path)
    assert built.returncode
    assert "“rules/consnt.md”, which is neither a page of docs/ nor an address" in built.stderr
    assert "Did you mean “rules/consent.md”?" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_card_never_leads_to_a_page_that_is_not_there(tmp_path: Path) -> None:
    """A post has an address of its own, so facets in it are refused."""
    post = "---\ndate: 2026-02-03\nlevels: [local]\nsummary: Words.\n---\n# A post\n"
    write_hub(tmp_path, {"blog/posts/a.md": post}, plugins=["blog"])
    built = build_hub(tmp_path)
    assert "docs/blog/posts/a.md has facets" in built.stderr


def test_the_blog_and_tags_work(tmp_path: Path) -> None:
    """Posts are listed with their day, have pages with tags, and each tag lists its pages."""
    pages = {
        "blog/index.md": "# News\n",
        "blog/posts/a.md": "---\ndate: 2026-02-03\ntags: [visits]\n---\n# A post\n\nStart.\n\n<!-- more -->\n\nRest.\n",
        "tags.md": "# Tags\n\n<!-- material/tags -->\n",
    }
    write_hub(tmp_path, pages, plugins=["blog", "tags"], nav=["blog/index.md", "tags.md"])
    built = build_hub(tmp_path)
    assert built.returncode == 0, built.stderr
    blog = read(tmp_path / "site", "blog")
    assert [time.text for time in blog.select(".hub-post time")] == ["February 3, 2026"]
    assert [link.text for link in blog.select(".hub-post p a")] == ["Read on: A post"]
    post = read(tmp_path / "site", "blog/2026/02/03/a-post")
    assert [item.text for item in post.select(".hub-record__header li")] == ["Published February 3, 2026"]
    assert marked(post) == [("News", "true")]
    assert [link.text for link in post.select('[aria-label="Tags"] a')] == ["visits"]
    assert "A post" in links(read(tmp_path / "site", "tags"), "main").keys() | {
        name.strip() for name in links(read(tmp_path / "site", "tags"), "main")
    }


def test_redirects_lead_to_records(tmp_path: Path) -> None:
    """The plugin finds generated pages, where it is installed."""
    pytest.importorskip("mkdocs_redirects", reason="a host's own plugin, which the hub doesn't bring")
    maps = {"old.md": "lessons/widen-the-team.md"}
    write_hub(tmp_path, plugins=[{"redirects": {"redirect_maps": maps}}])
    built = build_hub(tmp_path)
    assert built.returncode == 0, built.stderr
    assert "url=../lessons/widen-the-team/" in str(read(tmp_path / "site", "old"))
