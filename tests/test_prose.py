"""Contributor Markdown: what is kept, what is left out, what is linked."""

import re
from unittest import mock

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.markdown_html import create_html, write_plain
from knowledge_hub.prose import ProseLink, ProseRenderer, find_links, find_plain_links
from knowledge_hub.record_files.shelf import PictureCopy, PublishedDocument, PublishedPicture
from support.hostile_texts import HTML, MARKDOWN

COPY = PictureCopy("lessons/ask/files/room.png", 60, 40, b"")
SHELF = {
    "room.png": PublishedPicture(COPY, COPY._replace(address="small.png", width=30), "Photo: <b>one</b>"),
    "form.pdf": PublishedDocument("lessons/ask/files/form.pdf", "PDF", b"x" * 120_000),
}
_LINK_PIECES = [
    *("[a b](toolkit:b-c)", "![a](lesson:x)", "[*a*](hub:search)", "[x]: toolkit:y", "[^1]", "[", "](", ")", "!"),
    *(
        "\n",
        "\n\n",
        "    ",
        "- ",
        "1. ",
        "# ",
        "> ",
        "*",
        "_",
        "~~",
        "word",
        "&#91;",
        "\u2028",
        "\x85",
        "|",
        "`",
        "<",
        "\\",
    ),
]
SHOWN = (
    '<img src="../lessons/ask/files/room.png" srcset="../small.png 30w, ../lessons/ask/files/room.png 60w" '
    'sizes="(min-width: 45rem) 42rem, 100vw" alt="A &lt;b&gt; &#34;full&#34; room" width="60" height="40" loading="lazy">'
)
CREDIT = "Photo: &lt;b&gt;one&lt;/b&gt;"


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


def _show(markdown: str) -> str:
    return str(ProseRenderer(lambda *_: None).render(markdown, SHELF, "../"))


def test_a_picture_of_the_shelf_is_shown_with_its_size_and_credit() -> None:
    """Alone it is a figure; its words and its credit stay words, whatever is in them."""
    credit = f'<figcaption class="hub-picture__credit">{CREDIT}</figcaption>'
    expected = f'<figure class="hub-picture">{SHOWN}{credit}</figure>'
    assert _show('![A <b> "full" room](room.png)') == expected
    assert _show('![A <b> "full" room][r]\n\n[r]: <room.png> "onerror=x"') == expected


def test_a_picture_between_words_stays_in_its_paragraph() -> None:
    """A figure inside a paragraph would end it."""
    credit = f'<span class="hub-picture__credit">{CREDIT}</span>'
    expected = f'<p>See <span class="hub-picture">{SHOWN}{credit}</span> here</p>'
    assert _show('See ![A <b> "full" room](room.png) here') == expected


def test_a_link_to_a_file_says_its_kind_and_size() -> None:
    """A reader knows what a press will open."""
    note = '<span class="hub-file-note">(PDF, 120 kB)</span>'
    link = f'<a href="../lessons/ask/files/form.pdf">The <strong>form</strong> {note}</a>'
    assert _show("[The **form**](form.pdf)") == f"<p>{link}</p>"
    assert _show("[The picture](room.png)") == '<p><a href="../lessons/ask/files/room.png">The picture</a></p>'


@pytest.mark.parametrize(
    "markdown",
    [
        *("![w](gone.png)", "[w](gone.pdf)", "![w](../room.png)", "[w](../form.pdf)", "![w](room.png?x)"),
        *("![w](/room.png)", "![w](//x/room.png)", "![w](https://x.example/room.png)", "![w](form.pdf)"),
        *("![w](data:image/png;base64,AAAA)", "[w](room.png#x)", "![w](ROOM.png)", "![w](room.svg)"),
    ],
)
def test_what_is_not_on_the_shelf_is_plain_words(markdown: str) -> None:
    """No way of writing it leads to another file, or to another site."""
    assert _show(markdown) == "<p>w</p>"


def test_every_form_of_link_is_found() -> None:
    """Inline, by reference, with a title, in angle brackets, one in another; escaped brackets are none."""
    text = """[a](x.pdf "t") ![b & c](<y.png>) [![d](z.png)](https://e.example) [r] \\[no](n.pdf) `[no](n.pdf)`

[r]: w%20x.pdf 't'
"""
    assert find_links(text) == (
        ProseLink("x.pdf", False, ""),
        ProseLink("y.png", True, "b & c"),
        ProseLink("https://e.example", False, ""),
        ProseLink("z.png", True, "d"),
        ProseLink("w x.pdf", False, ""),
    )


def test_links_to_records_become_addresses() -> None:
    """A link by type and id leads to the record's page."""
    assert _render("[try it](toolkit:small-test)") == '<p><a href="../../toolkits/small-test/">try it</a></p>'


def test_links_to_unknown_records_keep_their_words() -> None:
    """A link that leads nowhere becomes plain words."""
    assert _render("[try it](toolkit:gone)") == "<p>try it</p>"


def test_text_is_never_turned_around() -> None:
    """A mark that reorders text doesn't come through, written as an entity or as it is."""
    assert _render("a&#x202e;b&#8238;c&rlm;d\u202ee\x07f") == "<p>abcdef</p>"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# A\n\n## B", "<h3>A</h3>\n<h4>B</h4>"),
        ("### Step\n\n##### B\n\n### C", "<h3>Step</h3>\n<h4>B</h4>\n<h3>C</h3>"),
        ("## A\n\n# B", "<h3>A</h3>\n<h3>B</h3>"),
        ("A\n=\n\n#\n\nb", "<h3>A</h3>\n\n<p>b</p>"),
    ],
)
def test_headings_continue_the_outline(markdown: str, expected: str) -> None:
    """The highest is one below its section's, none skips a level, and one without words is left out."""
    assert _render(markdown) == expected


def test_headings_stand_below_those_around_them() -> None:
    """A text below a heading of the level 3 starts with the level 4."""
    assert str(ProseRenderer(lambda *_: None).render("# A\n\n#### B", top=4)) == "<h4>A</h4>\n<h5>B</h5>"


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Dear <family name>, come on <day>.", "Dear <family name>, come on <day>."),
        ("It is <b>calm</b><!-- not --> there.", "It is <b>calm</b><!-- not --> there."),
        ("<div>\n*a*\n</div>", "<div>\na\n</div>"),
        ("`<i>` \\<b> \\\\<u> &lt;s>", "<i> <b> \\<u> <s>"),
        ("```\n<i>\n```", "<i>"),
        ("[x](<b>c", "[x](<b>c"),
        ("1 < 2 and <3", "1 < 2 and <3"),
        ("<https://x.example> <a@b.example>", "https://x.example a@b.example"),
        ("[x](<https://x.example/a b>)", "x"),
    ],
)
def test_what_looks_like_a_tag_stays_as_text(markdown: str, words: str) -> None:
    """No word vanishes because of what stands around it; addresses in angle brackets are links."""
    assert BeautifulSoup(_render(markdown), "html.parser").get_text().strip() == words


def test_a_tilde_between_numbers_strikes_nothing() -> None:
    """Only two of them do."""
    text = "It takes 10~15 minutes, or 20~30 in a ~~group~~ class."
    assert _render(text) == "<p>It takes 10~15 minutes, or 20~30 in a <del>group</del> class.</p>"


def test_footnotes_stand_below_the_text() -> None:
    """Their number is in the text and before the note; nothing has an id that a second text could have, too."""
    html = _render("One[^b] two[^a] and one[^b] more.\n\n[^a]: Last.\n[^b]: First,\n\n    in two parts.")
    assert html.startswith("<p>One<sup>1</sup> two<sup>2</sup> and one<sup>1</sup> more.</p>\n<hr>")
    notes = BeautifulSoup(html, "html.parser").select("ol > li")
    assert [" ".join(note.get_text().split()) for note in notes] == ["First, in two parts.", "Last."]
    assert "id=" not in html


def test_links_by_reference() -> None:
    """They lead where the definition says, to a record, too."""
    assert _render("[the kit][1]\n\n[1]: toolkit:small-test 'Title'") == (
        '<p><a href="../../toolkits/small-test/">the kit</a></p>'
    )


def test_a_link_without_words_is_read_as_its_address() -> None:
    """A screen reader has something to say."""
    assert _render("[](https://x.example)") == '<p><a href="https://x.example">https://x.example</a></p>'


def test_tasks_say_whether_they_are_done() -> None:
    """By a sign that stays on paper."""
    assert _render("- [ ] Ask\n- [x] Plan") == "<ul>\n<li>☐ Ask</li>\n<li>☑ Plan</li>\n</ul>"


def test_tables_can_be_scrolled_by_keyboard() -> None:
    """A table has column headers and stands in a region that takes focus."""
    html = _render("|a|b|\n|-|-|\n|1|2|")
    assert '<th scope="col">a</th>' in html
    assert 'role="region"' in html
    assert 'tabindex="0"' in html


@given(st.lists(st.sampled_from(_LINK_PIECES), max_size=9).map("".join))
def test_plain_links_are_those_of_the_html(text: str) -> None:
    """Where links to records are found without making HTML, HTML has just these."""
    targets = find_plain_links(text)
    if targets is not None:
        assert re.findall(r'<(a href|img src)="([^"]*)"', create_html(text)) == [("a href", to) for to in targets]


# What plain texts are made of, and signs that have a meaning in some places.
PIECES = (
    *(
        "a",
        "Bé",
        "中",
        "1",
        "2. ",
        "1) ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        ".",
        ",",
        ":",
        "!",
        "-",
        "—",
        "+",
        "=",
        "#",
        "$",
    ),
    *('"', "“", "'", "(", ")", "|", "&", "<b>", "*", "_", "`", "~~", "\\", "[", "]", "](", "^", "@", "\xa0", "\u2003"),
    *("www.a.b", "http://a.b", "a@b.cd", "&amp;", "[^1]", "\u200b", "\x85", "\U0001fffe"),
    *("[the kit](toolkit:small-test)", "[one](toolkit:gone)", "![a](toolkit:small-test)", "[a\nb](lesson:x)"),
    *("[it](mailto:me)", "[no](javascript:alert)", "[no](data:x)", "[no](x:y)", "[ ](tel:1)", "[a](room.png)"),
)
# Pieces without a sign, so that many texts have none.


def _leave_out(words: str, target: str) -> str:
    return words if target else ""


PLAIN_PIECES = [piece for piece in PIECES if write_plain(f"A{piece}b", _leave_out) is not None]


@given(st.lists(st.sampled_from(PIECES) | st.sampled_from(PLAIN_PIECES), max_size=12).map("".join))
def test_a_text_without_signs_is_as_markdown_makes_it(text: str) -> None:
    """Paragraphs and simple links don't go through cmark and nh3, and nobody can tell."""
    with (
        mock.patch("knowledge_hub.markdown_html.write_plain", return_value=None),
        mock.patch("knowledge_hub.prose.write_plain", return_value=None),
    ):
        expected = _render(text), create_html(text)
    assert (_render(text), create_html(text)) == expected


@pytest.mark.parametrize("text", ["One.", "One,\ntwo.\n\nThree.\n", "See “[the kit](toolkit:small-test)”: it’s short."])
def test_most_texts_have_no_signs(text: str) -> None:
    """Else nothing would be won."""
    assert write_plain(text, _leave_out) is not None
