"""Contributor Markdown: what is kept, what is left out, what is linked."""

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.prose import ProseRenderer
from support.hostile_texts import HTML, MARKDOWN


def _render(markdown: str) -> str:
    addresses = {("toolkit", "small-test"): "../../toolkits/small-test/"}
    return str(ProseRenderer(lambda kind, name: addresses.get((kind, name))).render(markdown))


@pytest.mark.parametrize("markdown", [*HTML, *MARKDOWN])
def test_hostile_text_is_inert(markdown: str) -> None:
    """Only tags of plain text come through, without any attribute but the address of a link, which is a web address."""
    tags = BeautifulSoup(_render(markdown), "html.parser").find_all(True)
    assert {tag.name for tag in tags} <= {"p", "a", "code", "h3"}
    assert [tag for tag in tags if tag.attrs.keys() - {"href"}] == []
    assert [tag for tag in tags if not str(tag.get("href", "https://")).startswith("https://")] == []


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
