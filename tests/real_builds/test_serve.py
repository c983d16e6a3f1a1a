"""A preview shows each change after exactly one build, and survives whatever is broken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.axe_checks import find_violations
from support.previews import Preview, replace, serving, write

pytestmark = pytest.mark.slow

_LESSON, _PAGE = "lessons/widen-the-team.yml", "lessons/widen-the-team/"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview after its first build, which all tests of this file change, one after the other."""
    with serving(tmp_path_factory.mktemp("preview")) as preview:
        yield preview
        told = [line for line in preview.said().splitlines() if "HTTP/1.1" not in line]
        assert [line for line in told if "WARNING" in line or "Traceback" in line] == []


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """The running preview, whose files are put back afterwards."""
    folders = [running.content, running.project / "docs", running.project / "hooks/knowledge_hub/theme"]
    paths = [running.project / "mkdocs.yml", *(path for folder in folders for path in folder.rglob("*"))]
    before = {path: path.read_bytes() for path in paths if path.is_file()}
    yield running
    changed = [path for path, content in before.items() if path.read_bytes() != content]
    new = [path for path in running.content.rglob("*") if path.is_file() and path not in before]
    begun = running.begun()
    for path in changed:
        write(path, before[path])
    for path in new:
        path.unlink()
    if changed or new:
        running.wait_for_rest(begun)
    assert running.news()["said"] is None


@pytest.fixture
def open_tab(browser: Browser) -> Iterator["list[Page]"]:
    """Two tabs of two readers, in the order of this list."""
    contexts = [browser.new_context(viewport={"width": width, "height": 700}) for width in (1280, 320)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def test_each_change_makes_one_build(preview: Preview) -> None:
    """A changed record, a changed guide and a new record are each shown after one build."""
    before = preview.builds()
    replace(preview.content / _LESSON, "title: Widen the team", "title: Open the team")
    preview.wait_for_builds(before + 1)
    assert "Open the team" in preview.page(_PAGE)

    replace(preview.project / "docs/guides/first-steps.md", "## Begin", "## Start here")
    preview.wait_for_builds(before + 2)
    assert "Start here" in preview.page("guides/first-steps/")

    draft = (preview.content / "roles/school-nurse.yml").read_text(encoding="utf-8")
    draft = draft.replace("title: School nurse", "title: Teacher").replace("status: published", "status: draft")
    write(preview.content / "roles/teacher.yml", draft.encode())
    preview.wait_for_builds(before + 3)
    assert "Only a preview shows this page" in preview.page("roles/teacher/")


def test_a_change_during_a_build_makes_one_more(preview: Preview) -> None:
    """However many there were meanwhile."""
    before = preview.builds()
    replace(preview.content / _LESSON, "title: Widen the team", "title: Open the team")
    preview.wait(lambda: preview.said().count("Detected file changes") == before)
    replace(preview.content / _LESSON, "title: Open the team", "title: Enlarge the team")
    replace(preview.content / _LESSON, "title: Enlarge the team", "title: Mix the team")
    preview.wait_for_builds(before + 2)
    assert "Mix the team" in preview.page(_PAGE)


def test_files_to_take_along_are_made_when_they_are_asked_for(preview: Preview) -> None:
    """And are those of the newest content; the page that links to them doesn’t say a size that nobody knows yet."""
    address = "roles/school-nurse/school-nurse-handout.pdf"
    assert not list((preview.project / ".cache").glob("packs/*/*"))
    page = preview.page("roles/school-nurse/")
    assert "school-nurse-handout.pdf" in page
    assert " kB" not in page
    status, first = preview.get(address)
    assert (status, first[:5]) == (200, b"%PDF-")
    before = preview.builds()
    replace(preview.content / "roles/school-nurse.yml", "title: School nurse", "title: Nurse at school")
    preview.wait(lambda: preview.builds() > before)
    assert preview.get(address)[1] != first


def test_a_preview_is_searched_and_not_hardened(preview: Preview) -> None:
    """Search works in a preview; a policy would keep what hosts try out from being seen."""
    assert "Content-Security-Policy" not in preview.page(_PAGE)
    assert '"shards"' in preview.page("search/index.json")


def test_a_folder_without_its_slash_leads_to_the_page(preview: Preview) -> None:
    """As on every static host; what isn't there is said with the hub's own page."""
    assert "Widen the team" in preview.page(_PAGE.removesuffix("/"))
    status, page = preview.get("nowhere/")
    assert (status, b'class="hub"' in page) == (404, True)
    assert preview.get("../../mkdocs.yml")[0] == preview.get("hub-preview/server.py")[0] == 404


def test_what_is_broken_shows_in_every_browser(preview: Preview, open_tab: list[Page]) -> None:
    """With the place, what is wrong and the mend; the page stays, also for those who come later, until it is mended."""
    first, second = open_tab
    first.goto(preview.address + _PAGE)
    replace(preview.content / _LESSON, "title: Widen the team", "titel: Open the team")
    band = first.get_by_role("alert")
    expect(band).to_contain_text("content/lessons/widen-the-team.yml:1")
    expect(band).to_contain_text("“titel” is not a field we know here.")
    expect(band).to_contain_text("Did you mean “title”?")
    expect(first.get_by_role("heading", level=1)).to_have_text("Widen the team")
    second.goto(f"{preview.address}roles/")
    expect(second.get_by_role("alert")).to_contain_text("“titel” is not a field we know here.")
    assert find_violations(first) == []
    assert second.evaluate("document.documentElement.scrollWidth") == 320
    second.get_by_role("button", name="Close").click()
    expect(second.get_by_role("alert")).to_have_count(0)

    replace(preview.content / _LESSON, "titel: Open the team", "title: Open the team")
    expect(first.get_by_role("heading", level=1)).to_have_text("Open the team")
    expect(first.get_by_role("alert")).to_have_count(0)


def test_a_change_without_effect_loads_no_page_again(preview: Preview, open_tab: list[Page]) -> None:
    """Nor does one that other pages show."""
    page = open_tab[0]
    page.goto(f"{preview.address}roles/school-nurse/")
    page.evaluate("window.isTheSame = true")
    site = preview.news()["site"]
    replace(preview.content / _LESSON, "title:", "# Nobody sees this.\ntitle:")
    preview.wait(lambda: preview.news()["site"] != site)
    # What a page is told is done in order, so the next news comes after the last.
    replace(preview.content / _LESSON, "title:", "titel:")
    expect(page.get_by_role("alert")).to_have_count(1)
    assert page.evaluate("window.isTheSame")


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("mkdocs.yml", "theme:", "theme: [", "mkdocs.yml"),
        ("mkdocs.yml", "  name: material", "  name: nowhere", "mkdocs.yml"),
        ("hooks/knowledge_hub/theme/base.html", "{% block styles %}", "{% blok styles %}", "base.html"),
        ("hooks/knowledge_hub/theme/base.html", "words.shell.skip", "words.no_group.skip", "base.html"),
        ("docs/guides/first-steps.md", "title:", "titel:", "docs/guides/first-steps.md"),
    ],
)
def test_whatever_is_broken_has_a_place(preview: Preview, path: str, old: str, new: str, place: str) -> None:
    """Settings, templates and guides; the last good site stays, whole."""
    before = preview.builds()
    page, index = preview.page(_PAGE), preview.page("search/index.json")
    replace(preview.project / path, old, new)
    preview.wait(lambda: preview.builds() > before)
    assert preview.places()[0].endswith(place)
    assert (preview.page(_PAGE), preview.page("search/index.json")) == (page, index)


def test_a_preview_begins_with_broken_files(tmp_path: Path, browser: Browser) -> None:
    """It says what to mend at every address, first of the settings, then of records, and follows by itself."""

    def break_files(project: Path) -> None:
        replace(project / "mkdocs.yml", "theme:", "theme: [")
        replace(project / "content" / _LESSON, "title:", "titel:")

    with serving(tmp_path, break_files, SITE_URL="https://host.example/hub/", HUB_PACKS="0") as preview:
        assert preview.get("lessons/")[0] == 503
        page = browser.new_context().new_page()
        page.goto(preview.address)
        expect(page.get_by_role("alert")).to_contain_text("mkdocs.yml")
        assert find_violations(page) == []
        replace(preview.project / "mkdocs.yml", "theme: [", "theme:")
        expect(page.get_by_role("alert")).to_contain_text("Did you mean “title”?")
        replace(preview.content / _LESSON, "titel:", "title:")
        expect(page.get_by_role("heading", level=1)).to_contain_text("others learned")
        assert page.url == f"{preview.address}hub/"
        page.context.close()
