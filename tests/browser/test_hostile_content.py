"""Whatever a record says stays text, even in a browser that ignores the policy."""

import shutil
from collections.abc import Iterator

import pytest
import yaml

from setup.site_server import serve_site
from support.browser_pages import OpenPage
from support.builds import TINY, run_build

pytestmark = pytest.mark.slow

_RUN = "window.taken=true"
_PAYLOADS = (
    f"<script>{_RUN}</script>",
    f"</title></textarea></style><script>{_RUN}</script>",
    f'"><img src=x onerror="{_RUN}">',
    f"' autofocus onfocus='{_RUN}",
    f"<svg onload={_RUN}><a xlink:href=javascript:{_RUN}>x</a></svg>",
    f"<details open ontoggle={_RUN}>x</details>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'></iframe>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={_RUN}>",
    f"--><script>{_RUN}</script><!--",
    "<base href=https://evil.invalid/><link rel=stylesheet href=//evil.invalid/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.invalid/'>",
    "{{ config.items() }} {% include 'main.html' %} hubslotcontentslothub",
    f"<img src=x onerror={_RUN}>",
    f"<IMG SRC=x OnErRoR={_RUN}>",
    f"<img/src=x/onerror={_RUN}>",
    f"<video><source onerror={_RUN}></video>",
    f"<audio src=x onerror={_RUN}>",
    f"<body onload={_RUN}>",
    f"<input autofocus onfocus={_RUN}>",
    f"<select autofocus onfocus={_RUN}>",
    f"<marquee onstart={_RUN}>x</marquee>",
    f"<object data=javascript:{_RUN}></object>",
    f"<embed src=javascript:{_RUN}>",
    f"<form action=javascript:{_RUN}><button>x</button></form>",
    f"<button formaction=javascript:{_RUN}>x</button>",
    f"<a href=javascript:{_RUN}>x</a>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><animate onbegin={_RUN} attributeName=x></svg>",
    f"<svg><use href='data:image/svg+xml,<svg onload={_RUN}>'></svg>",
    f"<style>@import url(//evil.invalid/x.css)</style><style onload={_RUN}></style>",
    f"<p style='animation-name:x' onanimationstart={_RUN}>x</p>",
    f"<noscript><p title='</noscript><img src=x onerror={_RUN}>'></noscript>",
    f"<template><script>{_RUN}</script></template>",
    f"<![CDATA[<script>{_RUN}</script>]]>",
    f"<!--><img src=x onerror={_RUN}>-->",
    f"&lt;script&gt;{_RUN}&lt;/script&gt;",
    f"`<script>{_RUN}</script>`",
    f"{{: onclick={_RUN} }} <div markdown=1 onclick={_RUN}>",
    "<script src=//evil.invalid/x.js></script>",
    "<img src=//evil.invalid/x.png srcset=//evil.invalid/y.png>",
    "<input name=getElementById><form id=location><a id=hub name=body>",
)
_LINKS = (
    f"[a](javascript:{_RUN}) [b](JaVaScRiPt:{_RUN}) [c](java&#115;cript:{_RUN}) <javascript:{_RUN}>"
    f' [d](data:text/html,<script>{_RUN}</script>) ![e](x" onerror="{_RUN}) [f](//evil.invalid) [g](\\\\evil.invalid)'
)
_LESSON = "lessons/widen-the-team/"


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a tiny hub whose lesson holds every payload in every kind of text."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(TINY, folder / "tiny")
    path = folder / "tiny/content/lessons/widen-the-team.yml"
    lesson = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- reads text only
    lesson |= {"title": _PAYLOADS[1], "summary": _PAYLOADS[2], "question": _PAYLOADS[3], "statement": _PAYLOADS[4]}
    lesson |= {"aliases": [_PAYLOADS[0]], "apply": list(_PAYLOADS), "pitfalls": list(_PAYLOADS)}
    lesson["why"] = "\n\n".join([*_PAYLOADS, _LINKS])
    path.write_text(yaml.safe_dump(lesson, allow_unicode=True), encoding="utf-8")
    built = run_build(folder / "site", folder / "tiny/content")
    assert built.returncode == 0, built.stderr
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
    assert page.locator("main a:is([href^='javascript' i], [href^='data' i], [href*='evil.invalid'])").count() == 0


def test_the_words_are_shown_as_they_are(open_page: OpenPage, hostile_address: str) -> None:
    """Nothing is lost or changed on the way: title, statement and steps read as they were written."""
    page = open_page(_LESSON, site=hostile_address, bypass_csp=True)
    assert page.locator("h1").text_content() == _PAYLOADS[1]
    assert page.title().startswith(_PAYLOADS[1])
    assert page.locator("#apply ~ ol li").all_text_contents() == list(_PAYLOADS)
    assert page.locator("meta[name=description]").get_attribute("content") == _PAYLOADS[2]
