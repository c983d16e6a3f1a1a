"""Long texts as plain words."""

import pytest

from knowledge_hub.search.plain_text import read_html, read_markdown, split_sections


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Plain words.", "Plain words."),
        ("[a *kit*](toolkit:kit) and https://example.org/x too", "a kit and too"),
        ("un*believ*able `code`", "unbelievable code"),
        ("| Head |\n|---|\n| cell |", "cell"),
        ("Tom &amp; Ann <b>shout</b>", "Tom & Ann <b>shout</b>"),
        ("Two[^1]\n\n[^1]: A note", "Two1 A note"),
    ],
)
def test_markdown_is_read_as_readers_see_it(markdown: str, words: str) -> None:
    """Addresses and the heads of tables don't count."""
    assert read_markdown(markdown) == words


def test_html_is_read_without_tags() -> None:
    """Tags within words don't part them, others do."""
    assert read_html("<p>One<br>two <b>th</b>ree &eacute;</p><script>no()</script>") == "One two three é"


def test_a_page_is_split_at_its_headings() -> None:
    """What stands above the first, then each with its fragment."""
    html = '<p>Lead</p><h2 id="a&amp;b">One <a href="#">link</a></h2><p>Text</p><h3 id="c">Sub</h3><h2 id="d">Two</h2>'
    assert split_sections(html) == ("Lead", [("a&b", "One link", "Text Sub"), ("d", "Two", "")])
