"""The search index of a real build."""

import os
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.builds import TINY, run_build
from support.site_reader import read_pages

pytestmark = pytest.mark.slow


def test_only_what_answers_a_question_is_indexed(tiny_site: Path) -> None:
    """Records, guides, own pages and the glossary; lists, browse pages and the shell stay out."""
    pages = read_pages(tiny_site)
    indexed = {address for address, page in pages.items() if "data-pagefind-body" in page.html}
    assert indexed == {
        *("case-studies/river-district/", "communities/network/", "lessons/widen-the-team/"),
        *("roles/school-nurse/", "toolkits/small-test/", "guides/first-steps/", "glossary/"),
        *("about/", "accessibility/"),
    }
    assert len(list((tiny_site / "pagefind" / "fragment").iterdir())) == len(indexed)


def test_only_what_the_hub_uses_is_published(tiny_site: Path) -> None:
    """Pagefind's own interfaces, 400 kB of them, are left out."""
    names = {path.name for path in (tiny_site / "pagefind").iterdir() if not path.suffix.startswith(".pf_")}
    scripts = {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"}
    assert names == {*scripts, "fragment", "index", "filter"}


def test_the_search_page_is_whole_before_any_script(tiny_site: Path) -> None:
    """The form, each filter with its count and the way to the lists stand in the HTML."""
    soup = BeautifulSoup((tiny_site / "search/index.html").read_text(encoding="utf-8"), "html.parser")
    assert soup.select_one("main form[role=search] input[name=q]") is not None
    counts = {
        (box["name"], box["value"]): box.find_parent("label").select_one("[data-hub-count]").get_text()
        for box in soup.select("main input[type=checkbox]")
    }
    assert counts["type", "toolkit"] == "1"
    assert counts["discipline", "education"] == "2"
    assert counts["community", "network"] == "2"
    assert "0" not in counts.values()
    links = [link["href"] for link in soup.select("[data-hub-search-start] a")]
    assert "../case-studies/" in links


@pytest.mark.skipif(os.name == "nt", reason="needs a program that does nothing but fail")
def test_a_failing_index_fails_the_build(tmp_path: Path) -> None:
    """One sentence says so; there is never a site without search by accident."""
    built = run_build(tmp_path / "site", TINY / "content", PAGEFIND_BINARY_PATH="/bin/false")
    assert built.returncode == 1
    assert "The search index can't be made. Pagefind says: exit code 1" in built.stderr
    assert "Traceback" not in built.stderr


def test_a_missing_program_fails_the_build(tmp_path: Path) -> None:
    """So does a computer on which it doesn't start."""
    built = run_build(tmp_path / "site", TINY / "content", PAGEFIND_BINARY_PATH=str(tmp_path / "nowhere"))
    assert built.returncode == 1
    assert "The search index can't be made: Pagefind doesn't start here" in built.stderr
    assert "Traceback" not in built.stderr
