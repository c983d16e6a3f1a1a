"""Which addresses a finished site gives to its readers."""

from collections.abc import Mapping
from pathlib import Path

from knowledge_hub.publishing.addresses.finished_site import find_addresses

PAGE = """<html><body><header id="head"></header><main id="main-content"><h2 id="why">Why</h2>
<ul><li id="a&amp;b" data-x>One</li><li id="steps_1">Two</li></ul><input id="field"><div class="x" id="entry"></div>
</main><footer><h2 id="foot">x</h2></footer></body></html>"""
NOT_LISTED = '<meta name="robots" content="noindex,follow"><main><h2 id="x">x</h2></main>'
LEADS_ON = '<meta http-equiv="refresh" content="0; url=../"><meta name="robots" content="noindex">'


def write_site(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a made-up site and return its folder."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def test_pages_places_and_files(tmp_path: Path) -> None:
    """Headings and entries of a page have names that last; what is counted, a form's or the frame's has none."""
    files = {"index.html": PAGE, "lessons/ask/index.html": "<main></main>", "own.html": "", "a/team.pdf": ""}
    assert sorted(find_addresses(write_site(tmp_path, {**files, "calendar.ics": ""}))) == [
        *("/", "/#a&b", "/#entry", "/#why", "/a/team.pdf", "/calendar.ics", "/lessons/ask/", "/own.html"),
    ]


def test_what_nobody_keeps_is_no_promise(tmp_path: Path) -> None:
    """Pages that no search engine may list, the hub's own assets, and the page for what isn't there."""
    files = {"lessons/2/index.html": NOT_LISTED, "assets/x.pdf": "", "404.html": PAGE, "sitemap.xml": "", "x.js": ""}
    assert list(find_addresses(write_site(tmp_path, files))) == []


def test_an_old_address_is_one(tmp_path: Path) -> None:
    """It was published, and leads on."""
    assert list(find_addresses(write_site(tmp_path, {"old/index.html": LEADS_ON}))) == ["/old/"]


def test_the_page_of_somebody_is_no_promise(tmp_path: Path) -> None:
    """Whoever takes their name back takes the page away; that of all stays."""
    files = {"people/ada/index.html": PAGE, "people/index.html": "<main></main>"}
    assert list(find_addresses(write_site(tmp_path, files))) == ["/people/"]


def test_data_and_feeds_are_promised(tmp_path: Path) -> None:
    """Programs of others read them; what only the site's own scripts read is nobody's."""
    files = ("data/v1/index.json", "data/v1/vocabularies.jsonld", "feed.json", "lessons/feed.json", "search/index.json")
    found = set(find_addresses(write_site(tmp_path, dict.fromkeys(files, ""))))
    assert found == {f"/{path}" for path in files[:-1]}
