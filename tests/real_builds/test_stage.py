"""The staged hub, built by plain Material without hooks, has the pages of the hub itself."""

import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.builds import build, clean_environment, run_mkdocs
from support.fixed_day import EPOCH
from support.once import MakeOnce
from support.projects import create_project, project_command
from support.site_reader import BuiltPage, find_dead_links, read_pages

pytestmark = pytest.mark.slow

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
def hub(make_once: MakeOnce) -> Path:
    """A project with the tiny hub and more, its site in site/, and what is staged of it built in staged/site/."""
    return make_once("staged-hub", _build_both_ways)


@pytest.fixture(scope="module")
def hooked(hub: Path) -> dict[str, BuiltPage]:
    """The pages of the hub's own build."""
    return read_pages(hub / "site")


@pytest.fixture(scope="module")
def staged(hub: Path) -> dict[str, BuiltPage]:
    """The pages of the staged hub."""
    return read_pages(hub / "staged" / "site")


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


def test_no_staged_link_leads_nowhere(hub: Path, staged: dict[str, BuiltPage]) -> None:
    """Links between pages and to their parts work in the staged hub, too."""
    assert [link for link in find_dead_links(hub / "staged" / "site", staged) if "-> assets/" not in link] == []


def _build_both_ways(folder: Path) -> None:
    create_project(folder)
    _add_what_is_hard_to_stage(folder)
    build(folder / "site", folder / "content")
    settings = clean_environment(SOURCE_DATE_EPOCH=EPOCH)
    command = project_command("stage", str(folder / "staged"))
    ended = subprocess.run(command, cwd=folder / "scripts", env=settings, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    built = run_mkdocs(folder / "staged", folder / "staged" / "site")
    assert built.returncode == 0, built.stderr


def _add_what_is_hard_to_stage(folder: Path) -> None:
    """Add an old address, a guide that rests on a source, and a lesson with code and a table."""
    lesson = folder / "content" / "lessons" / "widen-the-team.yml"
    lesson.write_text(
        lesson.read_text(encoding="utf-8").replace("why: Each sees another part.\n", WHY), encoding="utf-8"
    )
    with (folder / "content" / "roles" / "school-nurse.yml").open("a", encoding="utf-8") as file:
        file.write("redirect_from: [people/nurse/]\n")
    guide = folder / "docs" / "guides" / "first-steps.md"
    facts = "---\nsources: [{source: report, supports: Where to start.}]\n"
    guide.write_text(guide.read_text(encoding="utf-8").replace("---\n", facts, 1), encoding="utf-8")


def _main_text(html: str) -> str:
    """Return what a page says for itself: without the shell around it."""
    soup = BeautifulSoup(html, "html.parser")
    for extra in soup.select(_SHELL):
        extra.decompose()
    main = soup.select_one("article.md-content__inner") or soup.select_one("main") or soup.body
    return " ".join(main.get_text(" ").split()).replace(" .", ".")
