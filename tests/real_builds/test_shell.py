"""The shell of every page, as a real build writes it."""

import gzip
import re
from pathlib import Path

import pytest
import turbohtml
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from turbohtml.conformance import check_html

from knowledge_hub import __version__
from support.builds import ROOT, SITE_NAME, SITE_URL, TINY, build, run_build
from support.site_reader import BuiltPage, read_pages

pytestmark = pytest.mark.slow

RECORD = "case-studies/river-district/"
THEME = ROOT / "hooks" / "knowledge_hub" / "theme"


@pytest.fixture(scope="module")
def pages(tiny_site: Path) -> dict[str, BuiltPage]:
    return read_pages(tiny_site)


@pytest.fixture(scope="module")
def soups(pages: dict[str, BuiltPage]) -> dict[str, BeautifulSoup]:
    return {address: BeautifulSoup(page.html, "html.parser") for address, page in pages.items()}


def test_every_file_follows_the_standard(pages: dict[str, BuiltPage]) -> None:
    """No parse error and no conformance error in any HTML file, 404.html included."""
    found = [
        f"{address}: {problem}"
        for address, page in pages.items()
        for problem in (*turbohtml.parse(page.html).errors, *check_html(page.html).messages)
    ]
    assert found == []


def test_every_file_has_its_policy_first(soups: dict[str, BeautifulSoup]) -> None:
    """The policy follows the charset at once; 404.html and old addresses have it too."""
    for address, soup in soups.items():
        first, second = soup.head.find_all(True, recursive=False)[:2]
        assert first.get("charset") == "utf-8", address
        assert second.get("http-equiv") == "Content-Security-Policy", address


def test_an_old_address_has_its_policy(tiny: Path, tmp_path: Path) -> None:
    """A redirect stub is hardened like every other file."""
    lesson = tiny / "lessons" / "widen-the-team.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "redirect_from: [lessons/old/]\n", encoding="utf-8")
    assert run_build(tmp_path / "site", tiny).returncode == 0
    assert "Content-Security-Policy" in (tmp_path / "site/lessons/old/index.html").read_text(encoding="utf-8")


def test_nothing_is_inline(soups: dict[str, BeautifulSoup]) -> None:
    """No style, handler or script that the policy would have to allow."""
    for address, soup in soups.items():
        assert soup.find_all("style") == [], address
        # What is for machines is data, which no browser runs.
        inline = [script for script in soup.find_all("script") if not script.get("src")]
        assert {script["type"] for script in inline} <= {"application/ld+json"}, address
        attributes = {name for tag in soup.find_all(True) for name in tag.attrs}
        assert [name for name in attributes if name == "style" or name.startswith("on")] == [], address


def test_no_page_repeats_material_s_mistakes(soups: dict[str, BeautifulSoup]) -> None:
    """Nothing of Material's drawer, palette, dialogs or bundle is on any page."""
    for address, soup in soups.items():
        assert soup.select("[for=__drawer], #__drawer, #__search, [name=__palette], [role=dialog]") == [], address
        assert [a for a in soup.find_all("a") if (a.get("href") or "").startswith("javascript:")] == [], address
        assert soup.find_all(attrs={"aria-expanded": True}, name=re.compile("^(?!button|input).")) == [], address
        names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in soup.find_all("nav")]
        assert all(names), address
        assert len(names) == len(set(names)), address


def test_every_page_has_the_whole_frame(soups: dict[str, BeautifulSoup]) -> None:
    """Language, skip link, one main, one title, search form, menu both ways, help line."""
    for address, soup in soups.items():
        assert soup.html["lang"] == "en", address
        assert soup.body.find("a")["href"] == "#main-content", address
        assert len(soup.find_all("h1")) == 1, address
        assert soup.select_one("main#main-content[tabindex='-1']"), address
        assert soup.select_one("form[role=search][method=get] input[name=q]"), address
        toggle = soup.select_one("button[data-menu-toggle]")
        assert soup.find(id=toggle["aria-controls"]), address
        assert soup.select_one(".hub-header a[href='#hub-sections']"), address
        assert "text 988" in soup.footer.get_text(), address
        assert "Accessibility" in [link.get_text() for link in soup.select("footer a")], address


def test_every_footer_says_the_version(soups: dict[str, BeautifulSoup]) -> None:
    """Whoever helps a host asks for it first; it leads to no other site."""
    for address, soup in soups.items():
        assert f"Made with Knowledge Hub {__version__}." in " ".join(soup.footer.get_text().split()), address
        assert [link for link in soup.select("footer a") if "Knowledge Hub" in link.get_text()] == [], address


def test_buttons_say_what_they_are(soups: dict[str, BeautifulSoup]) -> None:
    """Each has a type and a visible name, so that none submits by accident or is a bare picture."""
    for address, soup in soups.items():
        for button in soup.find_all("button"):
            assert button.get("type") in ("button", "submit"), address
            # What stands in a template counts, too; get_text() would pass over it.
            assert "".join(button.find_all(string=True)).strip(), address


def test_tables_name_their_rows_and_columns(soups: dict[str, BeautifulSoup]) -> None:
    """Every header cell of a generated table has a scope."""
    headers = [th for soup in soups.values() for th in soup.select("table[class] th")]
    assert headers
    assert [th for th in headers if th.get("scope") not in ("row", "col")] == []


def test_the_current_section_is_marked(soups: dict[str, BeautifulSoup]) -> None:
    """On a list it is the page itself, on a record it is where one is."""
    for address, value in (("case-studies/", "page"), (RECORD, "true")):
        current = soups[address].select_one(".hub-menu [aria-current]")
        assert (current.get_text(), current["aria-current"]) == ("Case studies", value)


def test_addresses_of_a_missing_page_are_absolute(soups: dict[str, BeautifulSoup]) -> None:
    """The file is shown at any depth, so everything it loads starts from the site's own folder."""
    soup = soups["404.html"]
    tags = soup.select("link[href], script[src], form[action], main a[href]")
    addresses = [tag.get("href") or tag.get("src") or tag.get("action") for tag in tags]
    assert addresses
    assert [address for address in addresses if not address.startswith("/repo-name/")] == []


def test_search_engines_see_the_first_page_of_a_list(crowded_site: Path) -> None:
    """Later pages are followed but not listed, in the page and in the sitemap."""
    second = (crowded_site / "case-studies/page/2/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex,follow">' in second
    assert 'name="robots"' not in (crowded_site / "case-studies/index.html").read_text(encoding="utf-8")
    sitemap = (crowded_site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{SITE_URL}case-studies/</loc>" in sitemap
    assert "/page/2/" not in sitemap


def test_a_page_can_be_edited_reported_and_cited(tmp_path: Path) -> None:
    """The links lead to the record's own file and to a report that names the page; a guide has them too."""
    edit_url = "https://github.com/o/r/edit/main/docs/{path}"
    pages = read_pages(build(tmp_path / "site", TINY / "content", EDIT_URL=edit_url))
    assert all("issues/new?title=" in page.html for address, page in pages.items() if address != "404.html")
    for address, title in ((RECORD, "River district"), ("guides/first-steps/", "First steps")):
        actions = BeautifulSoup(pages[address].html, "html.parser").select_one(".hub-page-actions")
        links = {link.get_text(): link["href"] for link in actions.find_all("a")}
        assert links["Edit this page"].startswith("https://github.com/o/r/edit/main/")
        report = BeautifulSoup(pages[address].html, "html.parser").select_one(".hub-feedback a")
        assert f"%E2%80%9C{title.replace(' ', '+')}%E2%80%9D" in report["href"]
        citation = actions.select_one("[data-copy-source=citation]").get_text()
        assert citation.endswith(f" {title}. {SITE_NAME}. {SITE_URL}{address}")


def test_another_language_is_a_plain_link(soups: dict[str, BeautifulSoup]) -> None:
    """It leads to the same page, in its own words; with one language there is none."""
    assert [address for address, soup in soups.items() if soup.select(".hub-language")] == []
    template = Environment(loader=FileSystemLoader(THEME), autoescape=True).get_template("partials/hub/language.html")
    alternate = [{"name": "English", "link": "/", "lang": "en"}, {"name": "Español", "link": "/es/", "lang": "es"}]
    config = {"extra": {"alternate": alternate}, "theme": {"language": "en"}}
    link = BeautifulSoup(template.render(config=config, page={"url": "lessons/x/"}), "html.parser").a
    assert link.get_text() == "Español"
    assert (link["href"], link["lang"], link["hreflang"]) == ("/es/lessons/x/", "es", "es")


def test_a_record_needs_few_bytes(tiny_site: Path, soups: dict[str, BeautifulSoup]) -> None:
    """A first visit to a record, with all of its own assets but its text, is well under 100 KB compressed."""
    soup = soups[RECORD]
    files = {tag.get("href") or tag.get("src") for tag in soup.select("link[href]:not([rel=canonical]), script[src]")}
    paths = [tiny_site / RECORD / file for file in files]
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in paths if path.suffix != ".woff2"}
    fonts = sum(path.stat().st_size for path in paths if path.suffix == ".woff2")
    assert {"hub.css", "menu.js"} <= sizes.keys()
    assert fonts + sum(sizes.values()) < 70_000, sizes
    assert "material.css" not in sizes


def test_material_s_styles_come_only_where_they_are_used(soups: dict[str, BeautifulSoup]) -> None:
    """Hand-written Markdown may use what Material styles; generated pages load nothing of it."""
    with_material = {address for address, soup in soups.items() if soup.select("link[href$='material.css']")}
    assert with_material == {"about/", "accessibility/", "guides/first-steps/"}
