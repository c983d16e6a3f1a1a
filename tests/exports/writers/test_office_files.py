"""LibreOffice, a program that is not ours, opens what we make, and finds all of its text."""

import subprocess
from pathlib import Path

import pytest

from knowledge_hub.exports.pack_files import Packs
from setup.programs.libre_office import MISSING, find_soffice
from support.once import MakeOnce

pytestmark = pytest.mark.slow

WORD_TEXTS = (
    *("Plan sheet", "Fill it in together.", "On the day before.", "Short title", "A few words.", "Our decision"),
    *("Families", "Staff, all of them", "1 Not sure; 2 Fairly; 3 Sure", "By when", "A low sum shows", "988"),
)
EXCEL_TEXTS = ("Measurement plan", "Follow-up", "percent", "80")


@pytest.fixture(scope="module")
def converted(packs: Packs, make_once: MakeOnce) -> Path:
    """A folder with the files of a small library as LibreOffice understood them."""
    return make_once("office-files", lambda folder: _convert_all(packs, folder))


def test_a_word_file_opens_whole(converted: Path) -> None:
    """Every label, help, choice and the footer's help line are in the text."""
    text = (converted / "small-test-sheet.txt").read_text(encoding="utf-8-sig")
    assert [wanted for wanted in WORD_TEXTS if wanted not in text] == []


def test_an_excel_file_opens_whole(converted: Path) -> None:
    """The first sheet has its title, its head and its rows; the toolkit's tables have their columns."""
    text = (converted / "network-measures.csv").read_text(encoding="utf-8")
    assert [wanted for wanted in EXCEL_TEXTS if wanted not in text] == []
    assert "What,Kind,By when" in (converted / "small-test-tables.csv").read_text(encoding="utf-8")


def _convert_all(packs: Packs, folder: Path) -> None:
    soffice = find_soffice()
    assert soffice, MISSING
    for path, content in packs.files.items():
        if path.endswith((".docx", ".xlsx")):
            (folder / path.rpartition("/")[2]).write_bytes(content)
    _convert(soffice, folder, "txt:Text", "*.docx")
    _convert(soffice, folder, "csv", "*.xlsx")


def _convert(soffice: str, folder: Path, target: str, pattern: str) -> None:
    # A profile of its own: LibreOffice opens only once for each profile.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in sorted(folder.glob(pattern))]
    command = [soffice, profile, "--headless", "--convert-to", target, "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
