"""Whatever Markdown a text has, every file that readers take along is made, and its words are in it."""

import io
from pathlib import Path

import docx
import pytest

from knowledge_hub.exports.documents.document import Document, Imprint
from knowledge_hub.exports.documents.prose_blocks import create_blocks
from knowledge_hub.exports.writers.pdf import create_pdf
from knowledge_hub.exports.writers.word import create_word
from knowledge_hub.prose import ProseRenderer
from support.markdown_constructs import CONSTRUCTS
from support.pdf_reader import read_pdf
from support.whole_library import publish, write_whole_library

RENDERER = ProseRenderer(lambda *_: None)


def _document(*texts: str) -> Document:
    blocks = [block for text in texts for block in create_blocks(RENDERER.render(text))]
    imprint = Imprint("Hub", "https://hub.example/", "Licensed.", "")
    return Document(
        kind="Toolkit", title="T", summary="", imprint=imprint, blocks=tuple(blocks), source="x", author="A"
    )


@pytest.mark.parametrize("text", CONSTRUCTS)
def test_each_construct_can_be_written(text: str) -> None:
    """PDF/UA-1 is strict, and so is Word: each takes every construct alone."""
    document = _document(text)
    assert read_pdf(create_pdf(document).content).is_tagged
    docx.Document(io.BytesIO(create_word(document)))


def test_a_construct_after_another_can_be_written() -> None:
    """And all of them in one text."""
    document = _document(*CONSTRUCTS)
    assert read_pdf(create_pdf(document).content).ua_part == "1"
    assert create_word(document)


def test_every_prose_field_takes_every_construct(tmp_path: Path) -> None:
    """Whole records of every type with all of it in each long text make all their files."""
    everything = "\n\n".join(
        text for text in CONSTRUCTS if "png" not in text and "gone" not in text and len(text) < 400
    )
    content = write_whole_library(tmp_path, lambda name, most: everything if most > 1200 else f"Some {name}."[:most])
    publication = publish(content)
    assert publication.notices == ()
    assert {"toolkits/one/one-guide.pdf", "toolkits/one/one-one.docx", "communities/one/one.pdf"} <= set(
        publication.files
    )
