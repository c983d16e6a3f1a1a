"""A hub that was begun with scripts/start.py: nothing on any page tells whose copy it is."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from knowledge_hub.yaml_text.editing import set_value
from setup.site_server import serve_site
from support.builds import ROOT, TINY
from support.hub_copies import copy_with_content
from support.site_reader import read_pages

pytestmark = pytest.mark.slow

FIRST = {
    ("site_name",): "Cedar Starter",
    ("site_description",): "What cedars know.",
    ("extra", "host"): "Cedar Office",
    ("extra", "email"): "cedar@example.org",
    ("extra", "repository"): "https://github.com/cedar/first",
    ("extra", "help", "text"): "A cedar question?",
    ("extra", "help", "phone"): "777",
    ("extra", "help", "text_message"): "7777",
    ("extra", "help", "emergency"): "7770",
}
OWN = {
    "--name": "Birch Circle",
    "--description": "What birches learned.",
    "--host": "Birch Office, 1 Road",
    "--address": "https://birch.example/hub/",
    "--email": "birch@birch.example",
    "--repository": "https://github.com/birch/hub",
    "--language": "es",
    "--color": "teal",
    "--help-text": "Worried?",
    "--help-phone": "116 123",
    "--help-emergency": "112",
}
TRACES = ("cedar", "777")


@pytest.fixture(scope="module")
def begun_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a hub that came under another name and was begun anew, with all its records but the lessons."""
    hub = copy_with_content(tmp_path_factory.mktemp("begun") / "hub", TINY)
    settings = (hub / "mkdocs.yml").read_text(encoding="utf-8")
    for setting, value in FIRST.items():
        settings = set_value(settings, setting, value)
    (hub / "mkdocs.yml").write_text(settings, encoding="utf-8")
    run("scripts/start.py", "--hub", str(hub), "--list-starter")
    answers = [part for answer in OWN.items() for part in answer]
    run("scripts/start.py", "--hub", str(hub), *answers, "--keep", "toolkits-and-guides")
    run("-m", "mkdocs", "build", "--quiet", "--site-dir", str(hub / "site"), cwd=hub)
    return hub / "site"


def run(*command: str, cwd: Path = ROOT) -> None:
    """Run Python as a host does, without what the tests' own environment says of addresses."""
    left_out = ("SITE_URL", "EDIT_URL", "REPOSITORY_URL", "HUB_CONTENT")
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    settings = {**environment, "NO_MKDOCS_2_WARNING": "1", "HUB_PACKS": "1"}
    ended = subprocess.run(
        [sys.executable, *command], cwd=cwd, env=settings, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.fixture(scope="module")
def begun_address(begun_site: Path) -> Iterator[str]:
    """The address of that site."""
    with serve_site(begun_site, "/hub/") as address:
        yield address


def test_no_page_shows_a_trace_of_the_first_hub(browser: Browser, begun_site: Path, begun_address: str) -> None:
    """Every page carries the new name and help line in the new language, and none of the old words and numbers."""
    page = browser.new_page()
    traces, lacking = [], []
    for address in sorted(read_pages(begun_site)):
        page.goto(begun_address + address)
        html = page.content().lower()
        traces += [f"{address}: {trace}" for trace in TRACES if trace in html]
        shown = page.locator("body").inner_text()
        lacking += [
            f"{address}: {words}" for words in ("Worried?", "116 123", "Birch Office, 1 Road") if words not in shown
        ]
        if "Birch Circle" not in page.title() or page.locator("html").get_attribute("lang") != "es":
            lacking.append(f"{address}: {page.title()} {page.locator('html').get_attribute('lang')}")
    page.close()
    assert (traces, lacking) == ([], [])


def test_no_file_of_the_site_holds_a_trace(begun_site: Path) -> None:
    """The same goes for what isn't a page: search, calendars, data, the manifest of the site."""
    found = [
        f"{path.relative_to(begun_site)}: {trace}"
        for path in begun_site.rglob("*")
        if path.suffix in (".json", ".js", ".xml", ".txt", ".ics", ".csv", ".html")
        for trace in TRACES[:1]
        if trace in path.read_text(encoding="utf-8").lower()
    ]
    assert found == []
