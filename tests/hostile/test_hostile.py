"""Whatever a contributor writes, in whatever field, readers' browsers get text.

Every text field of every record type is filled with hostile text (found by walking the types, so that
a new field is covered the day it is added) and the whole site is built. Its pages must have the same
tags and attributes as those of a library whose fields hold harmless words.
"""

import itertools
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup
from pydantic import BaseModel

from knowledge_hub.records import RECORD_TYPES, Contributor, GlossaryTerm, Source
from knowledge_hub.records.single_files.learning_models import LearningModels
from support.builds import build
from support.hostile_texts import DENSE
from support.made_fields import FieldMaker
from support.once import MakeOnce
from support.rules.linked_data import list_faults, read_linked_data
from support.site_reader import BuiltPage, read_pages
from support.small_library import dump, read_content, write_content

# The glossary spells this word out, so that hostile long forms get into every kind of text.
SPELLED_OUT = "ZQX"
# These attributes may hold a contributor's words, and so may data-*, with which no browser does anything.
TEXT_ATTRIBUTES = {"alt", "aria-label", "content", "title", "value"}

# The text of the nth record of each type.
Words = Callable[[int], str]
_TO_TOP = re.compile(r'<p class="hub-to-top">.*?</p>\s*')
# Which fact is behind a result or a page depends on its words; the facts themselves stand on the page of sources.
_BY_WORDS = re.compile(
    r'<details class="hub-disclosure hub-results__facts">.*?</details>|<span>\(facts? [\d, ]+\)</span>',
    re.DOTALL,
)
# A source leads to the results of a record where one of its facts is behind them.
_TO_RESULTS = re.compile(r'(?<=/)#results(?=")')
Shape = list[tuple[str, tuple[tuple[str, str | None], ...]]]


@pytest.fixture(scope="module")
def hostile(make_once: MakeOnce) -> dict[str, BuiltPage]:
    """The pages of a library in which every text is hostile."""
    return read_pages(make_once("hostile-hub", lambda folder: _build(folder, DENSE.__getitem__)) / "site")


@pytest.fixture(scope="module")
def harmless(make_once: MakeOnce) -> dict[str, BuiltPage]:
    """The pages of the same library with words in their place."""
    return read_pages(make_once("harmless-hub", lambda folder: _build(folder, "word{}".format)) / "site")


@pytest.mark.slow
def test_hostile_text_changes_no_page_but_its_words(
    hostile: dict[str, BuiltPage], harmless: dict[str, BuiltPage]
) -> None:
    """No element, attribute, handler, address or comment appears that harmless words wouldn't bring."""
    assert hostile.keys() == harmless.keys()
    changed = {
        address: next(
            (
                pair
                for pair in itertools.zip_longest(_shape(page.html), _shape(harmless[address].html))
                if pair[0] != pair[1]
            ),
            None,
        )
        for address, page in hostile.items()
    }
    assert {address: pair for address, pair in changed.items() if pair} == {}


@pytest.mark.slow
def test_nothing_acts_or_leads_to_a_script(hostile: dict[str, BuiltPage]) -> None:
    """There is no event handler, no inline style, no frame and no address but of known schemes, on any page."""
    tags = {tag for page in hostile.values() for tag, _ in _shape(page.html)}
    attributes = {pair for page in hostile.values() for _, pairs in _shape(page.html) for pair in pairs}
    assert tags & {"iframe", "object", "embed", "base", "frame", "applet", "math", "foreignobject"} == set()
    assert {name for name, _ in attributes if name.startswith("on") or name in ("style", "srcdoc")} == set()
    schemes = {urlsplit(value or "").scheme for name, value in attributes if name in ("href", "src", "action")}
    assert schemes <= {"", "https", "http", "mailto", "tel", "sms", "webcal"}


@pytest.mark.slow
def test_titles_and_descriptions_are_shown_as_they_were_written(hostile: dict[str, BuiltPage]) -> None:
    """In a page's head, too, what was written comes out as text: whole, and once escaped."""
    for cls in RECORD_TYPES:
        for number, payload in enumerate(DENSE):
            soup = BeautifulSoup(hostile[f"{cls.folder}/n{number}/"].html, "html.parser")
            title = f"{number} title {SPELLED_OUT} {payload}"
            assert soup.title.get_text().strip().startswith(f"{title} – ")
            assert soup.h1.get_text() == title
            assert (
                soup.find("meta", attrs={"name": "description"})["content"]
                == f"{number} summary {SPELLED_OUT} {payload}"
            )


@pytest.mark.slow
def test_machines_are_told_the_same(hostile: dict[str, BuiltPage]) -> None:
    """What was written is data for them: whole, in one block that nothing ends, and still valid by schema.org."""
    told = [page for page in hostile.values() if page.address != "404.html" and 'http-equiv="refresh"' not in page.html]
    assert [fault for page in told for fault in list_faults(page)] == []
    for cls in RECORD_TYPES:
        for number, payload in enumerate(DENSE):
            node, _ = read_linked_data(hostile[f"{cls.folder}/n{number}/"].html)
            assert node["name"] == f"{number} title {SPELLED_OUT} {payload}"


@pytest.mark.parametrize("character", ["\u202e", "\x1b"])
@pytest.mark.parametrize("cls", [*RECORD_TYPES, Source, Contributor], ids=lambda cls: cls.__name__)
def test_text_that_turns_around_is_refused(cls: type[BaseModel], character: str, tmp_path: Path) -> None:
    """A mark that reorders or hides what a reader sees keeps a record out, escaped or as it is."""
    fields = FieldMaker(text=lambda name, most: f"{name} {character}"[:most], whole=True).fields(cls, without="id")
    escaped = json.dumps(fields)
    raw = escaped.encode().decode("unicode_escape")
    content = write_content(tmp_path, {f"{cls.folder}/escaped": f"{escaped}\n", f"{cls.folder}/raw": f"{raw}\n"})
    _, problems = read_content(content)
    # A file with more problems than are shown says so at the end.
    assert {problem.code for problem in problems} - {"too-many"} == {"control-character"}
    assert {Path(problem.path).stem for problem in problems} == {"escaped", "raw"}


@pytest.mark.slow
def test_a_heading_of_a_hand_written_page_is_escaped_once(hostile: dict[str, BuiltPage]) -> None:
    """A title that MkDocs takes from a heading has its characters right, too."""
    assert "<title>Q&amp;A here – " in hostile["about/"].html


def _build(folder: Path, words: Words) -> None:
    build(folder / "site", _write_library(folder, words))


def _write_library(folder: Path, words: Words) -> Path:
    """Write a library with one record of each type for each payload."""
    numbers = range(len(DENSE))
    records = {
        f"{cls.folder}/n{number}": dump(_fields(cls, number, words))
        for number in numbers
        for cls in (*RECORD_TYPES, Source, Contributor)
    }
    records["models"] = dump(_maker(0, words).fields(LearningModels))
    terms = [{**_maker(number, words).fields(GlossaryTerm), "id": f"n{number}"} for number in numbers]
    terms.append(
        {"id": "spelled-out", "term": SPELLED_OUT, "expansion": f"The long form {words(1)}", "definition": words(0)}
    )
    records["glossary"] = dump({"terms": terms})
    content = write_content(folder, records)
    for path in sorted((content / "vocabularies").glob("*.yml")):
        path.write_text(dump(_spoil(yaml.safe_load(path.read_text(encoding="utf-8")), words)), encoding="utf-8")
    (folder / "docs" / "about.md").write_text("# Q&A *here*\n", encoding="utf-8")
    return content


def _maker(number: int, words: Words, folder: str = "") -> FieldMaker:
    return FieldMaker(
        text=lambda name, most: f"{number} {name} {SPELLED_OUT} {words(number)}"[:most],
        whole=True,
        refers_to="n1" if number == 0 else "n0",
        by_name={"redirect_from": [f"old/{folder}/n{number}/"], "review_by": "2030-01-15"},
    )


def _fields(cls: type[Any], number: int, words: Words) -> dict[str, Any]:
    fields = _maker(number, words, cls.folder).fields(cls, without="id")
    # A record that stays is replaced by none, and two that replace each other are refused.
    return {name: value for name, value in fields.items() if name != "replaced_by"}


def _spoil(vocabulary: dict[str, Any], words: Words) -> dict[str, Any]:
    for number, term in enumerate(vocabulary.get("terms", [])):
        text = {"en": f"{number} {words(number % len(DENSE))}"}
        term |= {"label": text, "definition": text}
    for group in vocabulary.get("groups", []):
        group |= {"words": [words(0), words(1)]}
    own = {"label": {"en": words(0)}, "about": {"en": words(1)}} if "terms" in vocabulary else {}
    return {**vocabulary, **own}


class _ShapeParser(HTMLParser):
    """Collects everything of a page but its text."""

    def __init__(self) -> None:
        super().__init__()
        self.shape: Shape = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, tuple((name, _own_part(name, value)) for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.shape.append((f"/{tag}", ()))

    def handle_comment(self, _: str) -> None:
        self.shape.append(("comment", ()))

    def handle_decl(self, decl: str) -> None:
        self.shape.append((decl, ()))

    def unknown_decl(self, _: str) -> None:
        self.shape.append(("unknown declaration", ()))

    def handle_pi(self, _: str) -> None:
        self.shape.append(("instruction", ()))


def _own_part(name: str, value: str | None) -> str | None:
    """Return what of an attribute isn't a contributor's: no words, and of an address all but its query."""
    if name in TEXT_ATTRIBUTES or (name.startswith("data-") and name != "data-hub-component"):
        return None
    return (value or "").partition("?")[0] if name == "href" else value


def _shape(html: str) -> Shape:
    parser = _ShapeParser()
    # A way back to the top stands below long sections only, so it follows the length of the words.
    parser.feed(_TO_RESULTS.sub("", _BY_WORDS.sub("", _TO_TOP.sub("", html))))
    parser.close()
    return parser.shape
