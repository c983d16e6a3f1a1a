"""Whatever a record says stays text, even in a browser that ignores the policy."""

import html
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from setup.site_server import serve_site
from support.browser.pages import OpenPage
from support.builds import TINY, build
from support.hostile_texts import HTML, MARKDOWN
from support.once import MakeOnce

pytestmark = pytest.mark.slow

_LESSON = "lessons/widen-the-team/"


@pytest.fixture(scope="module")
def hostile_address(make_once: MakeOnce) -> Iterator[str]:
    """The address of a tiny hub whose lesson holds every hostile text in every kind of field."""
    folder = make_once("hostile-lesson", _build)
    with serve_site(folder / "site", "/repo-name/") as address:
        yield address


@pytest.mark.parametrize("address", [_LESSON, "", "lessons/", "browse/domain/teaming/", "roles/school-nurse/"])
def test_nothing_runs(open_page: OpenPage, hostile_address: str, address: str) -> None:
    """On the record's page and wherever its words appear, no script runs and nothing is asked of another site."""
    page = open_page(address, site=hostile_address, bypass_csp=True)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("() => window.taken") is None
    assert page.url == hostile_address + address
    strange = "main :is(script, iframe, base, meta, link:not([rel=modulepreload]), img, [srcdoc], [onerror], [onload], [onfocus], [ontoggle])"
    assert page.locator(strange).count() == 0
    # A bare https address in a text is a link like any other: it is asked for only by a reader who follows it.
    assert page.locator("main a:is([href^='javascript' i], [href^='data' i])").count() == 0


def test_the_words_are_shown_as_they_are(open_page: OpenPage, hostile_address: str) -> None:
    """Nothing is lost or changed on the way: title, statement and steps read as they were written."""
    page = open_page(_LESSON, site=hostile_address, bypass_csp=True)
    assert page.locator("h1").text_content() == HTML[1]
    assert page.title().startswith(HTML[1])
    assert page.locator("#apply ~ ol li").all_text_contents() == list(HTML)
    assert page.locator("meta[name=description]").get_attribute("content") == HTML[2]


def test_the_texts_would_run(browser: Browser) -> None:
    """Where nobody escapes them, many run as soon as a page shows them, so the tests above can fail."""
    page = browser.new_page()
    frames = [f'<iframe srcdoc="{html.escape(text)}"></iframe>' for text in HTML if "refresh" not in text]
    page.set_content(f"<!doctype html>{''.join(frames)}", wait_until="load")
    ran = page.evaluate(
        "() => [...document.querySelectorAll('iframe')].filter((one) => one.contentWindow.taken).length"
    )
    page.close()
    assert ran >= 15


def _build(folder: Path) -> None:
    shutil.copytree(TINY, folder / "tiny")
    path = folder / "tiny/content/lessons/widen-the-team.yml"
    lesson = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- reads text only
    lesson |= {"title": HTML[1], "summary": HTML[2], "question": HTML[3], "statement": HTML[4]}
    lesson |= {"aliases": [HTML[0]], "apply": list(HTML), "pitfalls": list(HTML)}
    # The check refuses pictures that lie elsewhere; tests/test_prose.py shows that none gets through.
    lesson["why"] = "\n\n".join([*HTML, *(text for text in MARKDOWN if not text.startswith("!["))])
    path.write_text(yaml.safe_dump(lesson, allow_unicode=True), encoding="utf-8")
    build(folder / "site", folder / "tiny/content")
