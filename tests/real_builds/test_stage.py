"""The staged hub, built by plain Material without hooks, has the pages of the hub itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.builds import ROOT, TINY, TODAY, find_warnings, run_build
from support.site_reader import BuiltPage, find_dead_links, read_pages

pytestmark = pytest.mark.slow

# The environment of the tests has all that the command needs.
_STAGE = (
    "from setup import environment; environment.enter = lambda lock: None; import stage; raise SystemExit(stage.main())"
)
# What the hub's shell adds to its pages, and the frame that only the hub puts around a guide.
_SHELL = (
    ".hub-page-actions, .hub-cite, .hub-expansion, .headerlink, article[data-type=guide] > header > :not(h1), "
    "article[data-type=guide] .hub-contents"
)
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
    """The tiny hub with an old address, a guide that rests on a source, and a lesson with code and a table."""
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
    guide.write_text(guide.read_text(encoding="utf-8").replace("---\n", facts, 1), encoding="utf-8")
    return folder / "content"


@pytest.fixture(scope="module")
def hooked(content: Path) -> dict[str, BuiltPage]:
    """The pages of the hub's own build."""
    built = run_build(content.parent / "site", content, HUB_PACKS="0")
    assert built.returncode == 0, built.stderr
    return read_pages(content.parent / "site")


@pytest.fixture(scope="module")
def staged_site(content: Path) -> Path:
    """The folder of the staged hub, built strictly."""
    out = content.parent / "staged"
    command = [sys.executable, "-c", _STAGE, str(out)]
    settings = {**os.environ, "HUB_CONTENT": str(content), "SOURCE_DATE_EPOCH": str(int(TODAY.timestamp()))}
    staged = subprocess.run(command, cwd=ROOT / "scripts", env=settings, capture_output=True, text=True, check=False)
    assert staged.returncode == 0, staged.stdout + staged.stderr
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, cwd=out, env=settings, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    assert find_warnings(built) == []
    return out / "site"


@pytest.fixture(scope="module")
def staged(staged_site: Path) -> dict[str, BuiltPage]:
    """The pages of the staged hub."""
    return read_pages(staged_site)


def test_the_addresses_are_the_same(hooked: dict[str, BuiltPage], staged: dict[str, BuiltPage]) -> None:
    """Every page, guide and old address is there, and nothing else."""
    assert staged.keys() - {"404.html"} == hooked.keys() - {"404.html"}


def test_the_text_is_the_same(hooked: dict[str, BuiltPage], staged: dict[str, BuiltPage]) -> None:
    """What a page says doesn't depend on what built it."""
    texts = {
        address: (_main_text(page.html), _main_text(staged[address].html))
        for address, page in hooked.items()
        if address != "404.html"
    }
    assert {address: pair for address, pair in texts.items() if pair[0] != pair[1]} == {}
    assert all(text for text, _ in texts.values())


def test_no_staged_link_leads_nowhere(staged_site: Path, staged: dict[str, BuiltPage]) -> None:
    """Links between pages and to their parts work in the staged hub, too."""
    assert [link for link in find_dead_links(staged_site, staged) if "-> assets/" not in link] == []


def _main_text(html: str) -> str:
    """Return what a page says for itself: without the shell around it."""
    soup = BeautifulSoup(html, "html.parser")
    for extra in soup.select(_SHELL):
        extra.decompose()
    main = soup.select_one("article.md-content__inner") or soup.select_one("main") or soup.body
    return " ".join(main.get_text(" ").split()).replace(" .", ".")
