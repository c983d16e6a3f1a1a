"""The tables of the library as workbooks: the same lines as in the CSV files, and what each column is."""

import io
from pathlib import Path

import openpyxl
import pytest

from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.packs import create_packs
from knowledge_hub.pages import Site
from support.data_files import SETTINGS, create_small_data, read_rows
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

LESSONS = "data/v1/records/lesson"
MEASURE = {
    "id": "talks",
    "name": "First talks",
    "kind": "outcome",
    "goal": 75,
    "points": [{"date": "2026-01", "value": 40.5, "n": 100}, {"date": "2026-02", "value": 9, "n": 3, "note": "Ben"}],
}
RECORDS = {
    "lessons/ask": {"title": "=1+1", "summary": "“Ask” 家"},
    "lessons/wait": {"aliases": ["later"]},
    "communities/net": {"measures": [MEASURE]},
}


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    catalogue = create_small_catalogue(tmp_path_factory.mktemp("library"), RECORDS)
    return create_packs(Site(catalogue, TODAY, settings=SETTINGS), {})


def _read(packs: Packs, path: str) -> list[list[tuple[object, ...]]]:
    """Return the lines of each sheet below its title."""
    book = openpyxl.load_workbook(io.BytesIO(packs.files[path]))
    sheets = [[row for row in sheet.values if any(row)] for sheet in book]
    return [rows[2:] for rows in sheets]


def test_a_workbook_has_the_lines_of_the_table(packs: Packs, tmp_path: Path) -> None:
    """With texts as they are, because nothing runs here; a second sheet says what each column is."""
    (head, *rows), (_, *columns) = _read(packs, f"{LESSONS}.xlsx")
    lines = read_rows(create_small_data(tmp_path, RECORDS).files, "records/lesson.csv")
    assert list(head) == list(lines[0]) == [column for column, _ in columns]
    assert [row[:2] for row in rows] == [("ask", "=1+1"), ("wait", "wait")]
    assert rows[0][head.index("summary")] == lines[0]["summary"] == "“Ask” 家"


def test_values_are_numbers_and_small_groups_stay_hidden(packs: Packs) -> None:
    """As in the run chart."""
    (head, *rows), _ = _read(packs, "data/v1/measures.xlsx")
    shown = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["value"], row["n"], row["suppressed"], row["note"]) for row in shown] == [
        (40.5, 100, "no", None),
        (None, None, "yes", None),
    ]
    assert shown[0]["goal"] == 75


def test_the_page_about_the_data_is_told_of_them(packs: Packs) -> None:
    """Of each with its size; a table without lines is no file."""
    made = {download.address: download.size for download in packs.downloads["data/"]}
    assert set(made) == {f"{LESSONS}.xlsx", "data/v1/records/community.xlsx", "data/v1/measures.xlsx"}
    assert all(len(packs.files[address]) == size for address, size in made.items())
