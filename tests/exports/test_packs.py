"""Which files a hub makes, what links to them, and what is made anew."""

import copy
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.writers.zip import create_zip
from knowledge_hub.records import Record
from knowledge_hub.records.walking import walk_texts
from support.pack_library import LIBRARY, create_small_packs


def _names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def _read(packs: Packs, pack: str, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(packs.files[pack])) as archive:
        (member,) = (member for member in archive.namelist() if member.endswith(f"/{name}") and member.count("/") == 1)
        return archive.read(member).decode()


def test_a_toolkit_in_one_pack(packs: Packs) -> None:
    """Guide, worksheets in both forms, tables, licence and how to cite are in one zip with one folder."""
    assert _names(packs.files["toolkits/small-test/small-test-pack.zip"]) == [
        "small-test/small-test-guide.pdf",
        "small-test/worksheets/small-test-sheet.pdf",
        "small-test/worksheets/small-test-sheet.docx",
        "small-test/data/small-test-tables.xlsx",
        "small-test/HOW-TO-CITE.txt",
        "small-test/LICENSE.txt",
    ]


def test_a_change_package_brings_its_tools(packs: Packs) -> None:
    """The pack of a domain has the packs' content of its toolkits in it."""
    names = _names(packs.files["change-packages/teaming/change-package-teaming-pack.zip"])
    assert names[0] == "change-package-teaming/change-package-teaming.pdf"
    assert "change-package-teaming/toolkits/small-test/worksheets/small-test-sheet.docx" in names


def test_how_to_cite(packs: Packs) -> None:
    """A pack is cited as its page is: who, the day of the version, what, the hub and where."""
    toolkit = "one. (2026, January 15). A small test. Tiny hub. https://hub.example/toolkits/small-test/\n"
    assert _read(packs, "toolkits/small-test/small-test-pack.zip", "HOW-TO-CITE.txt") == toolkit
    package = "Change package: Teaming. (2026, January 15). Tiny hub. https://hub.example/change-packages/teaming/\n"
    assert _read(packs, "change-packages/teaming/change-package-teaming-pack.zip", "HOW-TO-CITE.txt") == package


def test_what_may_be_done_with_it(packs: Packs) -> None:
    """The licence names what it is about, and where that is from."""
    licence = _read(packs, "toolkits/small-test/small-test-pack.zip", "LICENSE.txt")
    assert licence.startswith("A small test\nTiny hub https://hub.example/toolkits/small-test/\n\nLicensed CC BY 4.0")
    assert licence.endswith("\nhttps://creativecommons.org/licenses/by/4.0/\n")


def test_every_file_has_a_link_with_its_size(packs: Packs) -> None:
    """Nothing is made that no page leads to, and each link tells the kind and the size."""
    links = [link for page in packs.downloads.values() for link in page]
    assert {link.address for link in links} == set(packs.files)
    assert all(link.size == len(packs.files[link.address]) for link in links)
    (printed, filled) = packs.downloads["toolkits/small-test/#sheet"]
    assert (printed.note.split(",")[0], filled.note.split(",")[0]) == ("PDF", "Word")


def test_same_library_same_bytes(packs: Packs, tmp_path: Path) -> None:
    """Every file of every pack is the same when it is made again."""
    again = create_small_packs(tmp_path)
    assert packs.files.keys() == again.files.keys()
    assert [path for path, content in packs.files.items() if again.files[path] != content] == []


def test_only_what_changed_is_made(tmp_path: Path) -> None:
    """A second run makes nothing; a changed worksheet makes that worksheet and no other document."""
    cache: dict[str, bytes] = {}
    create_small_packs(tmp_path / "first", cache=cache)
    kept = set(cache)
    create_small_packs(tmp_path / "second", cache=cache)
    assert set(cache) == kept
    changed = copy.deepcopy(LIBRARY)
    changed["toolkits/small-test"]["worksheets"][0]["sections"][0]["intro"] = "Another word."
    create_small_packs(tmp_path / "third", changed, cache)
    assert len(set(cache) - kept) == 2  # PDF and Word


def test_a_kept_file_is_used(tmp_path: Path) -> None:
    """What the cache holds is published, without being made."""
    cache: dict[str, bytes] = {}
    made = create_small_packs(tmp_path / "first", cache=cache)
    for key in cache:
        cache[key] = b"kept"
    again = create_small_packs(tmp_path / "second", cache=cache)
    assert {path for path, content in again.files.items() if content == b"kept"} == {
        path for path in made.files if not path.endswith(".zip")
    }


def test_missing_letters_name_the_record(tmp_path: Path) -> None:
    """A letter that the fonts lack is told at each build, with the one file to mend and its fields."""
    library = {**LIBRARY, "lessons/far": {"title": "字", "statement": "字 again.", "domains": ["teaming"]}}
    cache: dict[str, bytes] = {}
    for name in ("first", "second"):
        (notice,) = create_small_packs(tmp_path / name, library, cache).notices
        assert (notice.path, notice.code) == ("content/lessons/far.yml", "missing-letters")
        assert notice.field == "title"
        assert notice.message.endswith("lack: 字 (title, statement)")


@pytest.mark.parametrize(
    "changed",
    [
        {"purpose": "The family\n\u0711 again"},
        {"purpose": "# Family 字**\u0711**"},
        {"purpose": "Family &#23383;"},
        {"title": "\u0711 family"},
    ],
)
def test_missing_letters_name_the_field_however_they_are_written(tmp_path: Path, changed: dict[str, str]) -> None:
    """A line end, a mark or an entity of Markdown, and words of the hub's own beside a text hide no letter."""
    library = {**LIBRARY, "toolkits/small-test": {**LIBRARY["toolkits/small-test"], **changed}}
    (notice,) = create_small_packs(tmp_path, library).notices
    assert (notice.path, notice.field) == ("content/toolkits/small-test.yml", *changed)


@pytest.mark.parametrize(
    ("path", "field", "fields"),
    [
        ("sources/far", "author.0.literal", {"author": [{"literal": "字"}]}),
        ("glossary", "terms.0.definition", '{"terms": [{"id": "a", "term": "A", "definition": "字"}]}'),
    ],
)
def test_missing_letters_name_a_file_that_is_no_record(tmp_path: Path, path: str, field: str, fields: Any) -> None:
    """The author of a source is mended in the source, not in what rests on it."""
    toolkit = {**LIBRARY["toolkits/small-test"], "sources": [{"source": "far", "supports": "What they did."}]}
    library = {**LIBRARY, "toolkits/small-test": toolkit, "sources/far": {}, path: fields}
    (notice,) = create_small_packs(tmp_path, library).notices
    assert (notice.path, notice.field) == (f"content/{path}.yml", field)


def test_each_record_is_read_once_for_all_missing_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many letters the fonts lack, finding out where they stand costs the same."""
    read: list[BaseModel] = []

    def count(part: BaseModel) -> Iterator[tuple[str, str]]:
        read.append(part)
        return walk_texts(part)

    monkeypatch.setattr("knowledge_hub.exports.packs.walk_texts", count)
    letters = "".join(map(chr, range(0x5000, 0x5100)))
    lesson = {"statement": letters[:200], "why": letters[200:], "domains": ["teaming"]}
    create_small_packs(tmp_path, {**LIBRARY, "lessons/far": lesson})
    assert "lessons/far/" in [part.address for part in read if isinstance(part, Record)]
    assert len(read) == len(set(map(id, read)))


@pytest.mark.parametrize("compress", [True, False])
def test_a_zip_has_no_time(compress: bool) -> None:
    """The same files give the same bytes, whenever and wherever they are packed."""
    made = create_zip({"a/b.txt": b"x" * 100}, compress=compress)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.read("a/b.txt") == b"x" * 100
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)
    assert made == create_zip({"a/b.txt": b"x" * 100}, compress=compress)


def test_what_is_made_on_request_is_the_same(tmp_path: Path, packs: Packs) -> None:
    """Nothing is made before, every file is linked as otherwise, but for its size, and has the same bytes."""
    asked = create_small_packs(tmp_path, on_request=True)
    assert (asked.files, set(asked.on_request)) == ({}, set(packs.files))
    assert {page: [link.address for link in links] for page, links in asked.downloads.items()} == {
        page: [link.address for link in links] for page, links in packs.downloads.items()
    }
    assert {link.note for links in asked.downloads.values() for link in links} == {"PDF", "Word", "Excel", "Zip"}
    assert {address: make() for address, make in asked.on_request.items()} == packs.files
