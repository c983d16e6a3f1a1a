"""Contributor Markdown: what is kept, what is left out, what is linked."""

import pytest

from knowledge_hub.prose import ProseRenderer

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](\\\\evil.example)",
    "![x](https://evil.example/track.png)",
    "<svg onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<style>body{display:none}</style>",
    "<a href='https://x.example' onclick=alert(1)>x</a>",
    "<iframe src=https://evil.example></iframe>",
    '[x](https://ok.example "onmouseover=alert(1)")',
    "# Heading {: onclick=alert(1) }",
    "[x]: javascript:alert(1)\n[x]",
    "<javascript:alert(1)>",
]


def _render(markdown: str) -> str:
    addresses = {("toolkit", "small-test"): "../../toolkits/small-test/"}
    return str(ProseRenderer(lambda kind, name: addresses.get((kind, name))).render(markdown))


@pytest.mark.parametrize("markdown", HOSTILE)
def test_hostile_text_is_inert(markdown: str) -> None:
    """No tag that acts, no handler, no scheme but the allowed ones comes through."""
    html = _render(markdown).lower()
    for dangerous in ("<script", "<img", "<svg", "<style", "<iframe", "<details", 'javascript:alert(1)"', 'onclick="'):
        assert dangerous not in html
    assert 'href="' not in html or 'href="https://' in html


def test_links_to_records_become_addresses() -> None:
    """A link by type and id leads to the record's page."""
    assert _render("[try it](toolkit:small-test)") == '<p><a href="../../toolkits/small-test/">try it</a></p>'


def test_links_to_unknown_records_keep_their_words() -> None:
    """A link that leads nowhere becomes plain words."""
    assert _render("[try it](toolkit:gone)") == "<p>try it</p>"


def test_text_is_never_turned_around() -> None:
    """A mark that reorders text doesn't come through, written as an entity or as it is."""
    assert _render("a&#x202e;b&#8238;c&rlm;d\u202ee\x07f") == "<p>abcdef</p>"


def test_headings_start_below_the_section() -> None:
    """A heading in a text is a part of the section that it stands in."""
    assert _render("# A\n\n## B") == "<h3>A</h3>\n<h4>B</h4>"


def test_tables_can_be_scrolled_by_keyboard() -> None:
    """A table has column headers and stands in a region that takes focus."""
    html = _render("|a|b|\n|-|-|\n|1|2|")
    assert '<th scope="col">a</th>' in html
    assert 'role="region"' in html
    assert 'tabindex="0"' in html
