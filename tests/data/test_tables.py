"""The tables: one line a record, readable by every spreadsheet, and nothing in them runs."""

import csv
import io
from pathlib import Path

import pytest

from knowledge_hub.data.tables.csv_text import create_csv
from knowledge_hub.data.tables.table import Cell, Column, Table
from support.data_files import create_small_data, read_rows


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("＝1+1", "'＝1+1"),
        (" \t=1+1", "' \t'=1+1"),
        ("\0=1+1", "'\0=1+1"),
        ("a;=1+1", "a;'=1+1"),
        ('"\r\n=1+1', "\"\r\n'=1+1"),
        ("check-in", "check-in"),
        ("a=b; c-d", "a=b; c-d"),
    ],
)
def test_a_text_is_never_a_formula(text: str, shown: str) -> None:
    """An apostrophe stands before it, also where semicolons or tabs would begin a cell."""
    assert _read(_write(text)) == [shown]


def test_a_line_is_as_the_standard_library_writes_it() -> None:
    """Quoted where a comma, a quotation mark or the end of a line stands in it, and nowhere else."""
    cells = ("", "a, b", 'say "a"', "a\nb", "a\rb", "a b", "“a”", 0, 0.0, 1e30, 2.5, None)
    out = io.StringIO()
    csv.writer(out).writerow([int(cell) if cell == 1e30 else cell for cell in cells])
    assert _write(*cells).partition(b"\r\n")[2] == out.getvalue().encode()


def test_numbers_stay_numbers() -> None:
    """Whole ones without a point, negative ones without an apostrophe; what isn't known is empty."""
    assert _read(_write(44.0, -2.5, 3, None, "x")) == ["44", "-2.5", "3", "", "x"]


def test_the_letters_arrive() -> None:
    """The file says at its start that it is UTF-8, and its lines end as RFC 4180 has it."""
    content = _write("“Ask”, 家, 👩🏽‍🏫")
    assert content.startswith(b"\xef\xbb\xbf0\r\n")
    assert content.endswith(b"\r\n")
    assert _read(content) == ["“Ask”, 家, 👩🏽‍🏫"]


def test_a_record_is_one_line(tmp_path: Path) -> None:
    """Values of its type and of its single parts have a column each, several values stand after semicolons."""
    fields = {
        "title": "River, “north”",
        "place": {"state": "ma", "setting": "A district"},
        "period": {"start": "2021-09"},
        "challenge": "Long text.",
        "adoption": {"core": ["One.", "Two."]},
        "learned": ["ask"],
        "places": ["ma", "oh"],
        "credit": {"authors": ["one", "two"]},
    }
    records = {"case-studies/river": fields, "lessons/ask": {}, "contributors/two": {"name": "Two & Co."}}
    (row,) = read_rows(create_small_data(tmp_path, records).files, "records/case-study.csv")
    wanted = {
        "id": "river",
        "title": "River, “north”",
        "address": "https://hub.example/case-studies/river/",
        "places": "ma; oh",
        "authors": "one; Two & Co.",
        "connections": "lesson:ask",
        "place_setting": "A district",
        "period_start": "2021-09",
        "adoption_core": "One.; Two.",
    }
    assert {name: row[name] for name in wanted} == wanted
    assert "challenge" not in row


def test_two_columns_never_have_one_name(tmp_path: Path) -> None:
    """A host's own field gives way to a part's value of the same name."""
    own = "fields: [{id: period_start, label: P, help: H., kind: text, types: [case-study]}]\n"
    records = {"case-studies/river": {"period": {"start": "2021-09"}, "period_start": "own"}, "fields": own}
    (row,) = read_rows(create_small_data(tmp_path, records).files, "records/case-study.csv")
    assert (row["period_start"], row["own_period_start"]) == ("2021-09", "own")


def test_every_point_of_a_measure_is_a_line(tmp_path: Path) -> None:
    """With what it counts, and whether the record is an illustration."""
    measure = {
        "id": "talks",
        "name": "First talks",
        "kind": "outcome",
        "numerator": "Talks",
        "denominator": "Requests",
        "unit": "percent",
        "goal": 75,
        "points": [
            {"date": "2026-01", "value": 40, "n": 120, "note": "-5 days"},
            {"date": "2026-02", "value": 9, "n": 2},
        ],
    }
    records = {"communities/net": {"measures": [measure], "evidence": {"status": "composite"}}}
    first, second = read_rows(create_small_data(tmp_path, records).files, "measures.csv")
    assert first == {
        "type": "community",
        "record": "net",
        "record_title": "net",
        "evidence_status": "composite",
        "measure": "talks",
        "name": "First talks",
        "kind": "outcome",
        "numerator": "Talks",
        "denominator": "Requests",
        "unit": "percent",
        "direction": "",
        "goal": "75",
        "date": "2026-01",
        "value": "40",
        "n": "120",
        "suppressed": "no",
        "note": "'-5 days",
    }
    hidden = {"date": "2026-02", "value": "", "n": "", "suppressed": "yes", "note": ""}
    assert {name: second[name] for name in hidden} == hidden


def _write(*cells: Cell) -> bytes:
    return create_csv(Table("Lines", tuple(Column(str(number), "") for number in range(len(cells))), (cells,)))


def _read(content: bytes) -> list[str]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1]
