"""Old addresses lead to the new ones."""

from pathlib import Path

from bs4 import BeautifulSoup

from knowledge_hub.publishing.redirects import create_redirects
from support.hostile_texts import HTML
from support.small_library import create_small_catalogue


def test_every_old_address_leads_on(tmp_path: Path) -> None:
    """Each old address is a page with a link that works without scripts, at any depth."""
    redirects = dict(
        create_redirects(
            create_small_catalogue(
                tmp_path,
                {
                    "roles/nurse": {"redirect_from": ["people/nurse/", "/nurse"]},
                    "roles/teacher": {"title": 'A "<b>" & c'},
                },
            )
        )
    )
    assert list(redirects) == ["people/nurse/index.html", "nurse/index.html"]
    deep, flat = (BeautifulSoup(html, "html.parser") for html in redirects.values())
    assert deep.a["href"] == "../../roles/nurse/"
    assert flat.a["href"] == "../roles/nurse/"
    assert deep.find("meta", attrs={"http-equiv": "refresh"})["content"] == "0; url=../../roles/nurse/"
    assert deep.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_a_title_stays_text(tmp_path: Path) -> None:
    """What a title holds is shown and never read as HTML."""
    title = f"{HTML[1]}{HTML[2]}"
    record = {"title": title, "redirect_from": ["old/"]}
    ((_, html),) = create_redirects(create_small_catalogue(tmp_path, {"roles/nurse": record}))
    soup = BeautifulSoup(html, "html.parser")
    assert soup.title.string == title
    assert soup.a.string == title
    assert soup.script is None


def test_drafts_have_no_old_addresses(tmp_path: Path) -> None:
    """An address never leads to a page that isn't published."""
    record = {"status": "draft", "redirect_from": ["old/"]}
    assert list(create_redirects(create_small_catalogue(tmp_path, {"roles/nurse": record}))) == []
