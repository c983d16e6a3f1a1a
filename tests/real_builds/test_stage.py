"""The staged hub, built by three other generators without hooks, is the hub itself."""

import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from setup.site_server import serve_site
from setup.site_settings import dump_settings, read_settings
from support.browser.pages import Watch
from support.builds import ROOT, SITE_URL, TINY, build, clean_environment
from support.engines import ENGINES, Engine
from support.fixed_day import EPOCH
from support.site_reader import BuiltPage, find_dead_links, read_pages

pytestmark = pytest.mark.slow

# The environment of the tests has all that the command needs; the settings are the test's own.
_STAGE = (
    "import sys; from pathlib import Path; from setup import environment; environment.enter = lambda lock: None; "
    "import stage; stage.ROOT = Path(sys.argv.pop(1)); raise SystemExit(stage.main())"
)
# What the hub's shell adds to its pages, its own search, and the frame that only the hub puts around a guide.
_SHELL = (
    ".hub-page-actions, .hub-feedback, .hub-cite, .hub-expansion, .headerlink, .hub-search-box, "
    ".hub-home__examples, .hub-count > a, .hub-coverage .hub-hidden, "
    "article[data-type=guide] .hub-record__header > :not(h1), article[data-type=guide] .hub-list-control, "
    "article[data-type=guide] .hub-contents"
)
_PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>'
# A long text with everything that Markdown could take apart.
WHY = """\
why: |
  Each sees *another* part:

  ```
  one

  two
  ```

  | a | b |
  |---|---|
  | 1 | 2 |
"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny hub with an old address, a guide that rests on a source, code and a table, a picture and a file."""
    folder = tmp_path_factory.mktemp("staged") / "tiny"
    shutil.copytree(TINY, folder)
    lesson = folder / "content" / "lessons" / "widen-the-team.yml"
    lesson.write_text(
        lesson.read_text(encoding="utf-8").replace("why: Each sees another part.\n", WHY), encoding="utf-8"
    )
    with (folder / "content" / "roles" / "school-nurse.yml").open("a", encoding="utf-8") as file:
        file.write("redirect_from: [people/nurse/]\n")
    guide = folder / "docs" / "guides" / "first-steps.md"
    facts = "---\nsources: [{source: report, supports: Where to start.}]\n"
    text = guide.read_text(encoding="utf-8").replace("---\n", facts, 1)
    guide.write_text(f"{text}\n![A room](../pictures/room.svg) and [the form](../form.pdf).\n", encoding="utf-8")
    (folder / "docs" / "pictures").mkdir()
    (folder / "docs" / "pictures" / "room.svg").write_bytes(_PICTURE)
    (folder / "docs" / "form.pdf").write_bytes(b"%PDF-1.7 a form")
    return folder / "content"


@pytest.fixture(scope="module")
def hooked(content: Path) -> dict[str, BuiltPage]:
    """The pages of the hub's own build."""
    return read_pages(build(content.parent / "site", content))


@pytest.fixture(scope="module")
def staged_folder(content: Path) -> Path:
    """The folder that the command has written, for a host who says who runs the hub and whom to call."""
    settings = read_settings(TINY / "mkdocs.yml")
    help_line = {"text": "Need someone?", "phone": "555 0100"}
    own = {**settings, "site_url": SITE_URL, "extra": {"host": "Run by <us>", "help": help_line}}
    (content.parent / "mkdocs.yml").write_text(dump_settings(own), encoding="utf-8")
    out = content.parent / "staged"
    command = [sys.executable, "-c", _STAGE, str(content.parent), "--content", str(content), str(out)]
    environment = clean_environment(HUB_PACKS="0", SOURCE_DATE_EPOCH=EPOCH)
    run = subprocess.run(command, cwd=ROOT / "scripts", env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return out


@pytest.fixture(scope="module", params=ENGINES, ids=lambda engine: engine.name)
def staged_site(staged_folder: Path, request: pytest.FixtureRequest) -> Path:
    """The folder of the staged hub, built strictly by another generator."""
    engine: Engine = request.param
    folder = staged_folder.with_name(engine.name)
    shutil.copytree(staged_folder, folder)
    built = engine.build(folder)
    assert built.returncode == 0, built.stdout + built.stderr
    said = built.stdout + built.stderr
    assert "warning" not in said.lower(), said
    return folder / "site"


@pytest.fixture(scope="module")
def staged(staged_site: Path) -> dict[str, BuiltPage]:
    """The pages of the staged hub."""
    return read_pages(staged_site)


def test_the_addresses_are_the_same(hooked: dict[str, BuiltPage], staged: dict[str, BuiltPage]) -> None:
    """Every page, guide and old address is there, and nothing else; searching is the generator's own."""
    assert staged.keys() - {"404.html"} == hooked.keys() - {"404.html", "search/"}


def test_the_text_is_the_same(hooked: dict[str, BuiltPage], staged: dict[str, BuiltPage]) -> None:
    """What a page says doesn't depend on what built it."""
    texts = {
        address: (_main_text(page.html), _main_text(staged[address].html))
        for address, page in hooked.items()
        if address not in ("404.html", "search/")
    }
    assert {address: pair for address, pair in texts.items() if pair[0] != pair[1]} == {}
    assert all(text for text, _ in texts.values())


def test_titles_and_descriptions_are_the_same(hooked: dict[str, BuiltPage], staged: dict[str, BuiltPage]) -> None:
    """What a browser's tab shows holds the same words, and what a search engine shows is the same."""
    for address in ("", "lessons/widen-the-team/", "toolkits/small-test/", "glossary/"):
        ours, theirs = (BeautifulSoup(pages[address].html, "html.parser") for pages in (hooked, staged))
        assert ours.title
        assert theirs.title
        assert ours.title.get_text().split(" – ")[0] in theirs.title.get_text()
        description = "meta[name=description]"
        assert theirs.select_one(description)["content"] == ours.select_one(description)["content"]


def test_no_staged_link_leads_nowhere(staged_site: Path, staged: dict[str, BuiltPage]) -> None:
    """Links between pages and to their parts work in the staged hub, and so do styles, scripts and pictures."""
    assert find_dead_links(staged_site, staged) == []
    # A link that climbs too far would still seem right at the root of a server.
    too_far = {
        (address, link)
        for address, page in staged.items()
        for link in (*page.links, *page.requests)
        if address != "404.html" and link.count("../") > address.count("/")
    }
    assert too_far == set()


def test_pictures_and_files_are_the_same(staged_site: Path, staged: dict[str, BuiltPage]) -> None:
    """What lies beside hand-written pages is there, byte by byte, and the page leads to it."""
    assert (staged_site / "pictures" / "room.svg").read_bytes() == _PICTURE
    assert (staged_site / "form.pdf").read_bytes() == b"%PDF-1.7 a form"
    guide = staged["guides/first-steps/"]
    addresses = {urljoin(f"{SITE_URL}{guide.address}", link) for link in (*guide.links, *guide.requests)}
    assert {f"{SITE_URL}pictures/room.svg", f"{SITE_URL}form.pdf"} <= addresses


def test_every_page_says_whom_to_call_and_who_runs_it(staged: dict[str, BuiltPage]) -> None:
    """Help line, host and license stand in the footer, and the menu leads to every section."""
    for page in (staged["toolkits/small-test/"], staged["about/"]):
        footer = BeautifulSoup(page.html, "html.parser").select_one("footer")
        assert footer
        assert footer.select_one('a[href="tel:5550100"]')
        assert "Run by <us>" in footer.get_text()
        menu = {urljoin(f"{SITE_URL}{page.address}", link).removeprefix(SITE_URL) for link in page.links}
        assert {"case-studies/", "lessons/", "guides/", "browse/", "glossary/", "about/", "contribute/"} <= menu


def test_the_generators_own_search_knows_the_records(staged_site: Path) -> None:
    """The index is there and holds the text of a record."""
    indexes = [path for path in staged_site.rglob("search*.json") if path.is_file()]
    assert [path for path in indexes if "Widen the team" in path.read_text(encoding="utf-8")]


def test_pages_work_in_the_other_theme(staged_site: Path, browser: Browser) -> None:
    """Worksheet and form run, no page says that scripts are off, and the hub's own font and sizes hold."""
    with serve_site(staged_site, "/repo-name/") as site:
        page = browser.new_context(viewport={"width": 320, "height": 800}).new_page()
        watch = Watch(page, site)
        page.goto(f"{site}toolkits/small-test/")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        page.get_by_role("button", name="Word").first.wait_for()
        assert page.evaluate(_FONT, ".hub-page h1").startswith('"Atkinson Hyperlegible Next"')
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        # A phone shows one part of the form at a time.
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(f"{site}contribute/form/")
        page.get_by_role("button", name="Check and preview").click()
        page.get_by_text("This needs an answer.").first.wait_for()
        assert page.locator(".hub-needs-no-js:visible").count() == 0
        page.wait_for_load_state("networkidle")
        watch.check()
        page.context.close()


_FONT = "selector => getComputedStyle(document.querySelector(selector)).fontFamily"


def _main_text(html: str) -> str:
    """Return what a page says for itself: without the shell around it."""
    soup = BeautifulSoup(html, "html.parser")
    for extra in soup.select(_SHELL):
        extra.decompose()
    main = soup.select_one("article.md-content__inner") or soup.select_one("main") or soup.body
    assert main
    return " ".join(main.get_text(" ").split()).replace(" .", ".")
