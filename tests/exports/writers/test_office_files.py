"""LibreOffice, a program that is not ours, opens what we make, and finds all of its text."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from knowledge_hub.exports.documents.sheet import Column, Sheet
from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.writers.excel import create_workbook
from setup.programs.libre_office import MISSING, find_soffice
from support.hostile_texts import FORMULAS
from support.once import MakeOnce

pytestmark = pytest.mark.slow

WORD_TEXTS = (
    *("Plan sheet", "Fill it in together.", "On the day before.", "Short title", "A few words.", "Our decision"),
    *("Families", "Staff, all of them", "1 Not sure; 2 Fairly; 3 Sure", "By when", "A low sum shows", "988"),
)
MEASURE_TEXTS = {"Measurement plan", "Follow-up", "percent", "80", "Data sheet", "2026-01", "50", "fewer than 10"}
TABLE_TEXTS = {"Tasks", "What", "Kind", "By when", "First", "Later"}
# How LibreOffice writes what a cell holds, and the rules of cells that offer a list or take a number.
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_RULE = re.compile(
    r"of:cell-content-is-(?:in-list\(\[\$Lists(?:\.\$[A-Z]+\$\d+:?){1,2}\]\)"
    r"|decimal-number\(\) and cell-content-is-between\(-?\d+,\d+\))"
)


@pytest.fixture(scope="module")
def converted(packs: Packs, make_once: MakeOnce) -> Path:
    """A folder with the files of a small library, and a hostile workbook, as LibreOffice understood them."""
    return make_once("office-files", lambda folder: _convert_all(packs, folder))


def test_a_word_file_opens_whole(converted: Path) -> None:
    """Every label, help, choice and the footer's help line are in the text, and no field is an error."""
    text = (converted / "small-test-sheet.txt").read_text(encoding="utf-8-sig")
    assert [wanted for wanted in WORD_TEXTS if wanted not in text] == []
    assert "Error:" not in text


@pytest.mark.parametrize(
    ("name", "texts"), [("network-measures", MEASURE_TEXTS), ("small-test-tables", TABLE_TEXTS), ("hostile", FORMULAS)]
)
def test_an_excel_file_opens_whole(converted: Path, name: str, texts: set[str]) -> None:
    """Titles, heads, rows and choices of every sheet are there, also what looks like a formula."""
    found = {" ".join("".join(cell.itertext()).split()) for cell in _find(converted / f"{name}.fods", "table-cell")}
    assert {" ".join(text.split()) for text in texts} - found == set()


@pytest.mark.parametrize("name", ["network-measures", "small-test-tables", "hostile"])
def test_no_cell_is_a_formula_or_an_error(converted: Path, name: str) -> None:
    """Nothing is calculated, and LibreOffice understands the rule of each cell that has one."""
    cells = list(_find(converted / f"{name}.fods", "table-cell"))
    assert [cell.attrib for cell in cells if cell.get(f"{_TABLE}formula") or cell.get(_KIND) == "error"] == []
    rules = [rule.get(f"{_TABLE}condition") for rule in _find(converted / f"{name}.fods", "content-validation")]
    assert rules
    assert [rule for rule in rules if not _RULE.fullmatch(rule or "")] == []


def _find(path: Path, name: str) -> Iterator[etree._Element]:
    yield from etree.parse(path).iter(f"{_TABLE}{name}")


def _convert_all(packs: Packs, folder: Path) -> None:
    soffice = find_soffice()
    assert soffice, MISSING
    for path, content in packs.files.items():
        if path.endswith((".docx", ".xlsx")):
            (folder / path.rpartition("/")[2]).write_bytes(content)
    (folder / "hostile.xlsx").write_bytes(_create_hostile_workbook())
    _convert(soffice, folder, "txt:Text", "*.docx")
    # All sheets in one text, with the rules of their cells.
    _convert(soffice, folder, "fods", "*.xlsx")


def _create_hostile_workbook() -> bytes:
    """Return a workbook with formulas wherever a host or a contributor can have a text."""
    rows = tuple((text, None) for text in FORMULAS)
    sheets = [
        Sheet(text, text, (Column(text, options=FORMULAS), Column("n", type="number")), rows) for text in FORMULAS
    ]
    return create_workbook(FORMULAS[0], FORMULAS[1], sheets)


def _convert(soffice: str, folder: Path, target: str, pattern: str) -> None:
    # A profile of its own: LibreOffice opens only once for each profile.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in sorted(folder.glob(pattern))]
    command = [soffice, profile, "--headless", "--convert-to", target, "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
