"""A host's own hub, with every setting of its identity: each is seen where readers look for it."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from setup.site_server import serve_site
from support.browser.axe_checks import find_violations
from support.own_hub import ALL_SETTINGS, COUNTER_HOST, VIDEO_HOST, build_own_hub, create_png, write_own_hub
from support.site_reader import BuiltPage, read_pages

pytestmark = pytest.mark.slow

# Generated, hand-written, home, and the page for addresses that aren't there.
KINDS = ("lessons/widen-the-team/", "own/", "", "no/such/page/")
NAME = ALL_SETTINGS["site_name"]


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the host's own hub, built with the files that readers take along."""
    folder = tmp_path_factory.mktemp("own-hub")
    built = build_own_hub(write_own_hub(folder, ALL_SETTINGS), folder / "site", HUB_PACKS="1")
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def own_pages(own_site: Path) -> dict[str, BuiltPage]:
    """Every page of it, redirects left out."""
    return {address: page for address, page in read_pages(own_site).items() if "hub.css" in page.html}


@pytest.fixture(scope="session")
def own_address(own_site: Path) -> Iterator[str]:
    """Its address, below a folder as a project site is."""
    with serve_site(own_site, "/repo-name/") as address:
        yield address


class Visit:
    """One page in a browser of its own; `outside` are the addresses on other servers that it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.outside: list[str] = []
        self.blocked: list[str] = []
        page.route(re.compile(r"^https://[\w.-]+\.example/"), self._answer)
        page.on("console", lambda message: self.blocked.append(message.text) if message.type == "error" else None)

    def _answer(self, route: Route) -> None:
        self.outside.append(route.request.url)
        if route.request.url.endswith(".js"):
            route.fulfill(body="document.documentElement.dataset.counted = 'yes'", content_type="text/javascript")
        elif route.request.url.endswith(".png"):
            route.fulfill(body=create_png(2, 2), content_type="image/png")
        else:
            route.fulfill(body="<!doctype html><title>Outside</title>", content_type="text/html")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A visit of the host's own hub."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    yield Visit(page)
    page.context.close()


@pytest.mark.parametrize("address", KINDS)
def test_the_logo_stands_beside_the_name(visit: Visit, own_address: str, address: str) -> None:
    """It is loaded, has its size before that, and leads with the name to the host's own home page."""
    page = visit.page
    page.goto(own_address + address)
    link = page.get_by_role("banner").get_by_role("link", name=NAME)
    expect(link).to_have_attribute("href", ALL_SETTINGS["extra"]["homepage"])
    logo = link.locator("img")
    assert logo.evaluate("(image) => [image.complete, image.naturalWidth, image.width, image.height]") == [
        True,
        120,
        80,
        40,
    ]


def test_nothing_moves_when_the_logo_arrives(visit: Visit, own_address: str) -> None:
    """The header is as high without the file."""
    page = visit.page
    page.goto(own_address)
    box = page.locator(".hub-header__logo").bounding_box()
    page.route("**/logo.png", lambda route: route.abort())
    page.reload()
    assert page.locator(".hub-header__logo").bounding_box() == box


@pytest.mark.parametrize("address", KINDS)
def test_the_tab_has_the_host_s_icon(visit: Visit, own_address: str, address: str) -> None:
    """The file is there, under its own type."""
    visit.page.goto(own_address + address)
    icon = visit.page.locator('link[rel="icon"]')
    expect(icon).to_have_attribute("type", "image/svg+xml")
    assert visit.page.request.get(icon.evaluate("(link) => link.href")).ok


def test_the_way_back_to_the_hub_s_first_page_is_in_the_menu(visit: Visit, own_address: str) -> None:
    """The name leads elsewhere, so the menu leads home."""
    visit.page.goto(f"{own_address}lessons/widen-the-team/")
    visit.page.get_by_role("navigation", name="Main").get_by_role("link", name="Home").click()
    expect(visit.page).to_have_url(own_address)


@pytest.mark.parametrize(("scheme", "header"), [("light", "rgb(122, 31, 92)"), ("dark", "rgb(82, 29, 63)")])
def test_the_header_has_the_host_s_color(browser: Browser, own_address: str, scheme: str, header: str) -> None:
    """As it is by day, deeper at night; the pages around it stay the hub's."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(own_address)
    assert page.locator(".hub-header__bar").evaluate("(bar) => getComputedStyle(bar).backgroundColor") == header
    page.close()


@pytest.mark.parametrize("address", KINDS)
def test_the_footer_says_whose_it_is(visit: Visit, own_address: str, address: str) -> None:
    """Copyright with its link, the host's other places by their names, the host's line."""
    visit.page.goto(own_address + address)
    footer = visit.page.get_by_role("contentinfo")
    expect(footer).to_contain_text("Copyright © 2026 Lakeside & friends")
    expect(footer.get_by_role("link", name="Lakeside & friends")).to_have_attribute("href", "https://lakeside.example/")
    expect(footer.get_by_role("link", name="Mastodon")).to_have_attribute("href", "https://social.example/@lakeside")
    expect(footer.get_by_role("link", name="Our service")).to_be_visible()
    expect(footer).to_contain_text("Lakeside Education Service")


@pytest.mark.parametrize("address", KINDS)
def test_the_help_line_is_the_host_s(visit: Visit, own_address: str, address: str) -> None:
    """At the foot of every page, and none of another country's beside it."""
    visit.page.goto(own_address + address)
    footer = visit.page.get_by_role("contentinfo")
    expect(footer).to_contain_text("Need to talk? Call 116 123; call 112 if someone is in immediate danger.")
    expect(footer.get_by_role("link", name="Call 116 123")).to_have_attribute("href", "tel:116123")
    assert "988" not in visit.page.content()


def test_the_home_page_speaks_in_the_host_s_words(visit: Visit, own_address: str) -> None:
    """Heading, lead as text, examples that search, doors that lead in and out."""
    page = visit.page
    page.goto(own_address)
    expect(page.get_by_role("heading", level=1)).to_have_text("What has worked at Lakeside?")
    expect(page.locator(".hub-lead").first).to_have_text("Kept by <our> schools.")
    doors = page.get_by_role("navigation", name="Where to start").get_by_role("link")
    assert doors.all_inner_texts() == ["See a place like ours", "Ask the service"]
    expect(doors.nth(1)).to_have_attribute("href", "https://lakeside.example/ask")
    page.get_by_role("link", name="quiet room").click()
    expect(page).to_have_url(re.compile(r"/search/\?q=quiet"))


@pytest.mark.parametrize("address", KINDS)
def test_own_styles_and_scripts_are_on_every_page(visit: Visit, own_address: str, address: str) -> None:
    """The policy lets the site's own files in, classic scripts and modules."""
    page = visit.page
    page.goto(own_address + address)
    # Not wait_for_function, which would evaluate a text where the policy forbids it.
    expect(page.locator("html[data-own][data-own-module]")).to_be_attached()
    rules = "[...document.styleSheets].some((sheet) => sheet.href?.endsWith('own/own.css') && sheet.cssRules.length)"
    assert page.evaluate(rules)


def test_pages_can_be_edited_where_they_are_kept(visit: Visit, own_address: str) -> None:
    """From `repo_url` and `edit_uri`, for records and for hand-written pages; GitHub itself is asked nothing."""
    found = {}
    for address in ("lessons/widen-the-team/", "own/"):
        visit.page.goto(own_address + address)
        found[address] = visit.page.get_by_role("link", name="Edit this page").get_attribute("href")
    assert found == {
        "lessons/widen-the-team/": "https://github.com/lakeside/hub/edit/trunk/content/lessons/widen-the-team.yml",
        "own/": "https://github.com/lakeside/hub/edit/trunk/docs/own.md",
    }
    assert not any("github" in address for address in visit.outside)


def test_readers_can_write_about_every_page(own_pages: dict[str, BuiltPage]) -> None:
    """To the host's address and where the files are kept, also of pages that can't be edited; not of a missing page."""
    lacking = [
        address
        for address, page in own_pages.items()
        if not ('href="mailto:hub@lakeside.example?subject=' in page.html and "lakeside/hub/issues/new?" in page.html)
    ]
    assert lacking == ["404.html"]


def test_every_page_has_a_description(own_pages: dict[str, BuiltPage]) -> None:
    """Its own, or that of the site."""
    described = {
        address: re.search(r'<meta name="description" content="([^"]+)">', page.html)
        for address, page in own_pages.items()
    }
    assert [address for address, found in described.items() if found is None] == []
    shared = {address for address, found in described.items() if found and found[1] == ALL_SETTINGS["site_description"]}
    assert {"", "404.html", "own/"} <= shared
    assert "lessons/widen-the-team/" not in shared


def test_nobody_is_counted_before_a_yes(visit: Visit, own_address: str) -> None:
    """No request, nothing stored; a no is kept, a yes loads the counter here and on the next page."""
    page = visit.page
    page.goto(own_address)
    page.wait_for_load_state("networkidle")
    assert visit.outside == []
    assert page.evaluate("() => ({ ...localStorage })") == {}
    section = page.get_by_role("region", name="Counting readers")
    section.get_by_role("button", name="No").click()
    page.goto(f"{own_address}lessons/")
    page.wait_for_load_state("networkidle")
    expect(section.get_by_role("button", name="No")).to_have_attribute("aria-pressed", "true")
    assert visit.outside == []
    section.get_by_role("button", name="Yes").click()
    expect(page.locator("html[data-counted]")).to_be_attached()
    page.goto(f"{own_address}roles/")
    expect(page.locator("html[data-counted]")).to_be_attached()
    assert visit.outside == [f"https://{COUNTER_HOST}/count.js"] * 2
    assert page.locator("script[data-site-name]").get_attribute("data-site-name") == 'lake"side'
    assert visit.blocked == []


def test_listed_hosts_may_show_frames_and_pictures(visit: Visit, own_address: str) -> None:
    """The policy names them, so the browser loads both and complains of nothing."""
    visit.page.goto(f"{own_address}own/", wait_until="networkidle")
    assert set(visit.outside) == {f"https://{VIDEO_HOST}/film", f"https://{VIDEO_HOST}/lake.png"}
    assert visit.blocked == []


@pytest.mark.parametrize("address", KINDS)
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(visit: Visit, own_address: str, address: str, width: int) -> None:
    """All settings at once leave no fault, and nothing is wider than a phone."""
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.page.goto(own_address + address)
    assert find_violations(visit.page) == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_another_language_turns_the_page_round(browser: Browser, tmp_path: Path) -> None:
    """Arabic: `lang` and `dir` on generated and hand-written pages; the build says once what stays English."""
    settings = {"site_name": "Hub", "theme": {"language": "ar"}, "extra": {"allowed_hosts": [VIDEO_HOST]}}
    built = build_own_hub(write_own_hub(tmp_path, settings), tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert built.stderr.count("The words of menus and buttons stay English.") == 1
    with serve_site(tmp_path / "site", "/") as address:
        page = browser.new_page(viewport={"width": 320, "height": 800})
        for kind in KINDS:
            page.goto(address + kind)
            root = page.locator("html")
            expect(root).to_have_attribute("lang", "ar")
            expect(root).to_have_attribute("dir", "rtl")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind
        page.close()


def test_files_for_taking_along_have_the_host_s_color(own_site: Path) -> None:
    """A Word file has the primary color in it, and not the hub's own."""
    with zipfile.ZipFile(next(own_site.rglob("*.docx"))) as word:
        text = word.read("word/document.xml").decode()
    assert "7A1F5C" in text
    assert "0B5563" not in text


def test_nothing_of_another_hub_is_left(own_pages: dict[str, BuiltPage]) -> None:
    """Each page says the host's name, and no page the hub's own color."""
    for address, page in own_pages.items():
        assert NAME in page.html, address
        assert "#0b5563" not in page.html, address
    assert len(own_pages) > 20
