"""Whoever doesn't want to be named is in nothing that is published."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from support.builds import build
from support.shy_library import NAMED, SHY, create_shy_library
from support.small_library import write_content

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All text of each published file, with what lies inside of it."""
    folder = tmp_path_factory.mktemp("shy")
    site = build(folder / "site", write_content(folder, create_shy_library()), HUB_PACKS="1")
    files = [path for path in site.rglob("*") if path.is_file()]
    return {path.relative_to(site).as_posix(): "\n".join(_read(path.name, path.read_bytes())) for path in files}


def _read(name: str, content: bytes) -> Iterator[str]:
    """Yield the texts of a file: of an archive those of all its files, of a PDF those of its pages and its facts."""
    yield name
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield from _read(inner, archive.read(inner))
    elif content.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        yield repr(reader.metadata)
        yield from (page.extract_text() for page in reader.pages)
    else:
        yield content.decode("utf-8", errors="replace")


def test_no_published_file_has_the_name(texts: dict[str, str]) -> None:
    """Not a page, not the index of search, not a schema, and nothing that readers take along."""
    assert [name for name, text in texts.items() if SHY in text.casefold()] == []


def test_the_others_are_named(texts: dict[str, str]) -> None:
    """So the test above looks where names are: on pages, in search and in what readers take along."""
    having = {name for name, text in texts.items() if NAMED in text}
    assert {"lessons/one/index.html", "people/index.html", "thanks/index.html"} <= having
    assert {Path(name).suffix for name in having} >= {".html", ".json", ".pdf", ".docx", ".zip"}
