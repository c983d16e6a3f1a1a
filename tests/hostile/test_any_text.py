"""No text can stop a build: any letters and any Markdown, in every field of every type, through everything that is made."""

import io
import json
import re
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, Phase, event, example, given, settings
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from PIL import Image

from knowledge_hub.checks import check_content
from knowledge_hub.problems.problem import ContentError, Problem
from knowledge_hub.publishing.publication import Publication
from knowledge_hub.yaml_text.source_text import FORBIDDEN
from support.examples import EXAMPLES
from support.markdown_constructs import CONSTRUCTS
from support.whole_library import publish, write_whole_library

# Letters that are more than one sign, that run the other way, that no font has, or that are hard to break.
CLUSTERS = (
    *(
        "👩🏽‍🏫",
        "👨‍👩‍👧‍👦",
        "🇺🇸",
        "🇺",
        "1️⃣",
        "❤️",
        "🫱🏻‍🫲🏿",
        "🏴\U000e0067\U000e0062\U000e007f",
        "\u200d",
        "\ufe0f",
        "\U0001f3fd",
    ),
    *("مرحبا بكم", "שלום (a) 12", "ﷺ", "สวัสดี", "नमस्ते", "中文標題", "한국어", "ᏣᎳᎩ", "Nguyễn", "T’áá ákwíí"),
    *(
        "\u0301",
        "a\u0317\u0334\u0655\u030f",
        "z\u0335\u0489",
        "\u0711",
        "\u00ad",
        "\u00a0",
        "\u202f",
        "\u3000",
        "\ue000",
        "\U0010fffd",
    ),
    *(
        "x" * 400,
        "字" * 300,
        "ß" * 90,
        "_" * 90,
        "=1+1",
        "\\u{41}",
        "#panic()",
        "<![CDATA[",
        "]]>",
        "{{ x }}",
        "$x$ @y",
        "\\ud83d",
    ),
)
_REFUSED = "".join(filter(FORBIDDEN.match, map(chr, range(0x10000))))
_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters=_REFUSED)
_PIECES = st.one_of(
    st.text(_LETTERS, max_size=8),
    st.sampled_from(CLUSTERS),
    st.sampled_from(
        [f"\n\n{text}\n\n" for text in CONSTRUCTS if ".png" not in text and "gone" not in text and "@" not in text]
    ),
    st.sampled_from(["\n", " ", "- ", "> ", "**", "|", "`", "[^1]"]),
)
# So many texts share a library, because making all of it takes long.
_TOGETHER = 10
_TEXTS = st.lists(st.lists(_PIECES, min_size=1, max_size=4).map("".join), min_size=_TOGETHER, max_size=_TOGETHER)
_DAY = {"date": "2026-01-15", "end": "2026-01-16"}


@pytest.mark.slow
@settings(
    max_examples=EXAMPLES // _TOGETHER,
    deadline=None,
    # Looking for the shortest text would take minutes; the one that was found says enough.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(_TEXTS)
@example(list(CLUSTERS))
@example(["a sign that is\x9erefused"])
def test_any_text_is_made_or_named(texts: list[str]) -> None:
    """Ten texts are spread over a library; all of it is made, or a located problem names record and field."""

    # Each text is in many fields, and each field's text is another one in the next example.
    def text(name: str, most: int) -> str:
        chosen = texts[(len(name) + most) % len(texts)]
        words = f"{chosen} {name}" if len(name) % 2 else f"{name} {chosen}"
        return words[:most].strip() or name

    with tempfile.TemporaryDirectory() as folder:
        content = write_whole_library(Path(folder), text, _DAY)
        try:
            publication = publish(content)
        except ContentError as error:
            event("named")
            _assert_located(error.problems)
        else:
            event("made")
            _assert_located(list(publication.notices))
            _assert_whole(publication)
            _assert_located(check_content(content))


def _assert_located(problems: list[Problem]) -> None:
    """Each problem names the file, and its field where it isn't the whole file."""
    assert [problem for problem in problems if not problem.path.startswith(("content/", "docs/"))] == []
    assert [problem for problem in problems if problem.code == "missing-letters" and not problem.field] == []


def _assert_whole(publication: Publication) -> None:
    """Pages have one heading each, and every file opens in another library than the one that wrote it."""
    for page in publication.pages:
        assert BeautifulSoup(page.html, "html.parser").get_text()
    for path, content in {**publication.files, **publication.program_files}.items():
        _open(path, content)


def _open(path: str, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    match path.rpartition(".")[2]:
        case "pdf":
            assert data.startswith(b"%PDF-")
        case "docx":
            docx.Document(io.BytesIO(data))
        case "xlsx":
            openpyxl.load_workbook(io.BytesIO(data))
        case "zip":
            assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
        case "ics":
            assert len(IcsCalendarStream.calendar_from_ics(data.decode()).events) == data.count(b"BEGIN:VEVENT")
            assert max(map(len, re.split(rb"\r\n", data))) <= 75
        case "xml":
            ET.fromstring(data)  # noqa: S314 -- our own
        case "json" | "jsonld":
            json.loads(data)
        case "png":
            Image.open(io.BytesIO(data)).verify()
        case ending:
            # What reference managers read has readers of its own, in tests/citations/.
            assert ending in ("html", "bib", "cff", "csv", "md", "ris", "txt")
