"""The three uses that the page about the data shows, done as it says: a spreadsheet, Python and R."""

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from bs4 import BeautifulSoup

from setup.programs.libre_office import MISSING, find_soffice
from support.builds import SITE_URL
from support.data_files import create_small_data
from support.hostile_texts import FORMULAS

pytestmark = pytest.mark.slow

# What LibreOffice proposes for such a file: commas, quotation marks, UTF-8, from the first line on.
_AS_PROPOSED = "CSV:44,34,76,1"
SMALL_GROUP = {"date": "2026-04", "value": 9, "n": 3}
DOCUMENTED = {
    "evidence": {"status": "documented", "limits": "One account."},
    "sources": [{"source": "report", "supports": "All of it."}],
}


def _measure(*values: int) -> dict[str, object]:
    points = [{"date": f"2026-0{number}", "value": value, "n": 100} for number, value in enumerate(values, 1)]
    return {"id": "talks", "name": "First talks", "kind": "outcome", "points": [*points, SMALL_GROUP]}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _serve(folder: Path) -> Iterator[str]:
    """Yield the address under which a folder is served on this machine."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def served(tiny_site: Path) -> Iterator[str]:
    yield from _serve(tiny_site)


@pytest.fixture
def served_measures(tmp_path: Path) -> Iterator[str]:
    """A hub with a measure, and an illustration that has the same one."""
    records = {
        "communities/net": {"measures": [_measure(40, 50, 66)], "title": "=1+1", **DOCUMENTED},
        "communities/made-up": {"measures": [_measure(70)], "evidence": {"status": "composite"}},
        "sources/report": {},
    }
    for path, content in create_small_data(tmp_path / "library", records).files.items():
        target = tmp_path / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    yield from _serve(tmp_path / "site")


def _program(site: Path, language: str, address: str) -> str:
    """Return a program of the page, with the address under which the hub is served here."""
    page = BeautifulSoup((site / "data" / "index.html").read_text(encoding="utf-8"), "html.parser")
    code = page.select_one(f'code[data-language="{language}"]')
    assert code
    text = code.get_text()
    assert f'"{SITE_URL}data/v1/"' in text
    return text.replace(SITE_URL, address)


def test_the_lines_of_python_run(tiny_site: Path, served: str) -> None:
    """As they are copied, with nothing installed: each record with the number of its connections."""
    command = [sys.executable, "-I", "-X", "utf8", "-c", _program(tiny_site, "python", served)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    lines = ran.stdout.splitlines()
    assert len(lines) == len(list((tiny_site / "data" / "v1" / "records").glob("*/*.json")))
    assert "2 pathway The first week" in lines


def test_the_lines_of_r_run(tiny_site: Path, served_measures: str) -> None:
    """The median of each measure without the value of the small group; illustrations have a column of their own."""
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R isn’t installed on this machine.")
    command = [program, "--vanilla", "-e", _program(tiny_site, "r", served_measures)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    *_, head, row = ran.stdout.splitlines()
    assert (head.split(), row.split()) == (["name", "composite", "documented"], ["First", "talks", "70", "50"])


def test_a_spreadsheet_opens_the_table(tmp_path: Path) -> None:
    """LibreOffice finds the columns, every letter of the texts, and no formula."""
    soffice = find_soffice()
    assert soffice, MISSING
    titles = {f"lesson-{number}": f"{text} “é” 家 {number}" for number, text in enumerate(FORMULAS)}
    records = {f"lessons/{name}": {"title": title} for name, title in titles.items()}
    table = tmp_path / "lesson.csv"
    table.write_bytes(create_small_data(tmp_path, records).files["data/v1/records/lesson.csv"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", f"--infilter={_AS_PROPOSED}", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", tmp_path, table], check=True, capture_output=True, timeout=180)
    head, *rows = openpyxl.load_workbook(tmp_path / "lesson.xlsx").active.values
    assert head[:2] == ("id", "title")
    assert {row[0]: row[1].removeprefix("'") for row in rows} == {
        name: " ".join(title.split()) for name, title in titles.items()
    }
    assert all(len(row) == len(head) for row in rows)
