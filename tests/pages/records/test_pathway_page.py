"""Pathways: their page, their place on the home page, and what they do to the pages that they lead to."""

from pathlib import Path

import pytest

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.pathway import create_pathway_handout
from knowledge_hub.exports.writers.word import create_word
from knowledge_hub.pages import create_pages
from knowledge_hub.pages.frame.reading import duration_words
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Pathway
from knowledge_hub.words.words import Words
from support.fixed_day import TODAY
from support.small_library import Fields, brief, create_small_catalogue, read_content, write_content

STEPS = [
    {"read": "toolkit:kit", "why": "Use it.", "minutes": 20, "then": "Bring it along."},
    {"read": "lessons/ask/", "why": "Know why.", "minutes": 45},
    {"read": "lesson:draft", "why": "Not yet.", "minutes": 9},
]
LIBRARY: dict[str, Fields] = {
    "toolkits/kit": {"time": "One hour"},
    "lessons/ask": {},
    "lessons/draft": {"status": "draft"},
    "pathways/way": {"steps": STEPS, "for_whom": "Anyone"},
}


def _catalogue(folder: Path, **more: Fields) -> Catalogue:
    return create_small_catalogue(folder, {**LIBRARY, **{f"pathways/{name}": fields for name, fields in more.items()}})


def _pages(catalogue: Catalogue) -> dict[str, str]:
    return {page.address: str(page.html) for page in create_pages(Site(catalogue, TODAY))}


def test_steps_stand_in_their_order_with_why_and_how_long(tmp_path: Path) -> None:
    """What readers can't see yet is left out of the list, of the count and of the time."""
    html = _pages(_catalogue(tmp_path))["pathways/way/"]
    assert html.index('href="../../toolkits/kit/"') < html.index('href="../../lessons/ask/"')
    for words in (
        "Use it.",
        "Bring it along.",
        "20 minutes to read; to use it: One hour",
        "1 hour 5 minutes, in 2 steps",
    ):
        assert words in html
    assert "Not yet." not in html
    assert "About 1 minute to read" not in html


def test_a_page_names_the_pathways_that_lead_to_it(tmp_path: Path) -> None:
    """Two steps of one pathway are not called alike for that."""
    catalogue = _catalogue(tmp_path)
    kit = catalogue.get("toolkit", "kit")
    assert kit is not None
    assert [(one.record.id, one.reason) for one in catalogue.connections(kit)] == [("way", "A pathway that leads here")]
    assert not catalogue.related(kit)


def test_home_begins_with_the_situations_in_their_order(tmp_path: Path) -> None:
    """The other pathways follow by title; the four doors stand below."""
    one, two = ({"order": number, "words": f"Words {number}", "text": "x"} for number in (1, 2))
    fields = {"steps": STEPS[:1], "for_whom": "x"}
    home = _pages(_catalogue(tmp_path, a={**fields, "on_home": two}, b={**fields, "on_home": one}))[""]
    order = [home.index(words) for words in ("Words 1", "Words 2", "pathways/way/", "hub-doors--small")]
    assert order == sorted(order)


def test_a_hub_without_pathways_begins_with_the_doors(tmp_path: Path) -> None:
    """Nothing on the home page hints at what isn't there."""
    pages = _pages(create_small_catalogue(tmp_path, {"lessons/ask": {}, "toolkits/kit": {}}))
    assert "hub-doors" in pages[""]
    assert not any(words in pages[""] for words in ("hub-situations", "hub-doors--small", "pathway"))
    assert "pathways/" not in pages


@pytest.mark.parametrize(
    ("read", "code"),
    [
        ("lesson:ask", ""),
        ("https://hub.example/repo/lessons/ask/#why", ""),
        ("Ask", "bad-record-name"),
        ("source:one", "bad-record-name"),
        ("lesson:Ask Now", "bad-record-name"),
        ("lesson:asq", "unknown-id"),
        ("toolkit:ask", "wrong-type"),
        ("leson:ask", "unknown-id"),
    ],
)
def test_a_step_names_a_record(tmp_path: Path, read: str, code: str) -> None:
    """By kind and id, or by the address of its page; anything else is named at its place."""
    step = f"- read: {read}\n    why: x\n    minutes: 5\n"
    text = f"title: Way\nsummary: x\nfor_whom: x\nsteps:\n  {step}evidence: {{status: editorial}}\n"
    _, problems = read_content(write_content(tmp_path, {"lessons/ask": {}, "pathways/way": text}))
    assert [brief(problem) for problem in problems] == ([f"content/pathways/way.yml:5:11 {code}"] if code else [])


def test_times_are_said_as_people_say_them() -> None:
    """In hours and minutes, and whole hours alone."""
    assert [duration_words(Words(), minutes) for minutes in (1, 59, 60, 125)] == [
        "1 minute",
        "59 minutes",
        "1 hour",
        "2 hours 5 minutes",
    ]


def test_a_handout_has_a_box_for_each_step(tmp_path: Path) -> None:
    """It can be made for Word, too."""
    catalogue = _catalogue(tmp_path)
    pathway = catalogue.of_type(Pathway)[0]
    document = create_pathway_handout(DocumentContext(Site(catalogue, TODAY)), pathway)
    titles = [block["title"] for block in document.blocks if block["kind"] == "heading"]
    assert titles == ["1. kit", "2. ask"]
    assert sum(block["kind"] == "fields" for block in document.blocks) == 2
    assert create_word(document).startswith(b"PK")
