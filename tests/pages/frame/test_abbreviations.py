"""Abbreviations are spelled out where a page uses them first, and nowhere that it would disturb."""

import pytest

from knowledge_hub.pages.frame.abbreviations import Abbreviations, Piece
from knowledge_hub.records import Glossary

GLOSSARY = Glossary.model_validate(
    {
        "terms": [
            {"id": "cop", "term": "CoP", "expansion": "Community of Practice", "definition": "People who learn."},
            {"id": "lea", "term": "LEA", "expansion": "Local education agency", "definition": "A district."},
            {"id": "rd", "term": "R&D", "expansion": "Research & development", "definition": "Trying."},
            {"id": "aim", "term": "AIM", "expansion": "An odd word", "definition": "x", "expand": False},
            {"id": "wave", "term": "WAVE", "definition": "A word without a long form."},
        ]
    }
)


def _expand(html: str) -> str:
    return Abbreviations(GLOSSARY).expand(html.encode()).decode()


def _long(words: str) -> str:
    return f'<span class="hub-expansion">({words})</span>'


def test_the_first_use_brings_the_long_form() -> None:
    """The long form stands behind the first use, and only there."""
    expanded = _expand("<p>A CoP is not a team. The CoP meets.</p>")
    assert expanded == f"<p>A <abbr>CoP</abbr> {_long('Community of Practice')} is not a team. The CoP meets.</p>"


@pytest.mark.parametrize(("short", "words"), [("LEAs", "Local education agency"), ("CoPs", "Community of Practice")])
def test_a_plural_has_the_long_form_of_the_glossary(short: str, words: str) -> None:
    """No plural of a long form is made up, since most would be wrong."""
    assert _expand(f"<p>Two {short} met.</p>") == f"<p>Two <abbr>{short}</abbr> {_long(words)} met.</p>"


def test_characters_of_html_are_kept_apart() -> None:
    """A term with an ampersand is found in HTML, and its long form is escaped."""
    assert _expand("<p>R&amp;D</p>") == f"<p><abbr>R&amp;D</abbr> {_long('Research &amp; development')}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>A Community of Practice (CoP) meets.</p>",
        "<p>AIM and WAVE</p>",
        "<p>CoPX, xCoP, CoP-led, pre-CoP, and/CoP</p>",
        '<p><a href="CoP/" title="CoP">CoP</a></p>',
        "<h2>CoP</h2>",
        "<cite>The CoP</cite>",
        '<img alt="a > CoP">',
        "<dl><dt>CoP</dt><dd>CoP</dd></dl>",
        '<ul class="hub-sources-used">\n<li><p>CoP Office (2020). <cite>X</cite></p></li>\n</ul>',
        '<span class="hub-connections__reason">Both: CoP</span>',
        "<p>Nothing.</p>",
    ],
)
def test_what_stays_as_it_is(html: str) -> None:
    """Nothing is added in names, links, headings, citations, attributes and reasons, or a second time."""
    assert _expand(html) == html


def test_a_skipped_place_does_not_use_it_up() -> None:
    """A use in a heading is not the first use in the text."""
    assert _expand("<h2>CoP</h2><p>CoP</p>") == (
        f"<h2>CoP</h2><p><abbr>CoP</abbr> {_long('Community of Practice')}</p>"
    )


def test_an_empty_glossary_changes_nothing() -> None:
    """Content without a glossary has pages without long forms."""
    assert Abbreviations(Glossary()).expand(b"<p>CoP</p>") == b"<p>CoP</p>"


@pytest.mark.parametrize(
    ("pieces", "number"),
    [
        (["<p>CoP</p>", "<p>CoP</p>"], 1),
        (["<h2>CoP</h2>", "<p>CoP</p>"], 1),
        (["<p>CoP</p>", "<p>Community of Practice</p>"], 0),
        (["<p>LEA</p>", "<p>CoP</p>"], 2),
    ],
)
def test_pieces_of_a_page_are_one_page(pieces: list[str], number: int) -> None:
    """The first use is that of the whole page, in whichever piece it stands."""
    abbreviations = Abbreviations(GLOSSARY)
    parts = [piece.encode() for piece in pieces]
    expanded = abbreviations.expand_pieces([Piece(part, abbreviations.find(part)) for part in parts]).decode()
    assert expanded == _expand("".join(pieces))
    assert expanded.count("hub-expansion") == number


@pytest.mark.parametrize("html", ["<p>CoPs</p>", "<p>A LEAs' CoP</p>", "<p>R&amp;D</p>", "<h2>xCoP</h2><p>a,LEA.</p>"])
def test_every_name_that_may_be_there_is_found(html: str) -> None:
    """Looking for names quickly never misses one that is spelled out."""
    names = Abbreviations(GLOSSARY).find(html.encode())
    assert {name.encode() for name in ("CoP", "LEA", "R&amp;D") if name in html} <= names
