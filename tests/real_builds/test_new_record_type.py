"""The worked example in docs/host/: what a host reads there makes a record type, word for word."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.builds import ROOT, TINY
from support.data_files import find_schema_faults, read_json, read_rows

PAGE = ROOT / "docs" / "host" / "new-record-type.md"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PAGE.is_file(), reason="This hub has taken the guide for hosts away."),
]
_BLOCK = re.compile(r"^`([^`\n]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What the page takes for granted: an editor, and the file of settings with the hub's own hook.
_EDITOR = "name: The editors\nkind: organization\n"
_SETTINGS = """site_name: Made by the page
site_url: https://host.example/
theme: {name: material, custom_dir: hooks/knowledge_hub/theme, font: false}
hooks: [hooks/hub.py]
plugins: []
validation: {nav: {omitted_files: ignore}}
"""


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code with the tiny library, to which the blocks of the page were added, built."""
    folder = tmp_path_factory.mktemp("hub")
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TINY / "content", folder / "content")
    shutil.copytree(TINY / "docs", folder / "docs")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    blocks = _BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    assert len(blocks) == 3
    for path, text in [("content/contributors/hub-editors.yml", _EDITOR), *blocks]:
        assert not (folder / path).exists()
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    built = _run(folder, "-m", "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    return folder


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("HUB_")},
        "NO_MKDOCS_2_WARNING": "1",
        "HUB_PACKS": "0",
        "SOURCE_DATE_EPOCH": "1780272000",
    }
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_record_has_its_page(hub: Path) -> None:
    """The template stands in the frame of every record, with its headings in the contents."""
    page = (hub / "site" / "interviews" / "finding-the-time" / "index.html").read_text(encoding="utf-8")
    assert "<h1>Finding the time</h1>" in page
    assert "<strong>What was hard?</strong>" in page
    assert '<a href="#advice">What they would tell others</a>' in page


def test_readers_find_it(hub: Path) -> None:
    """The type stands in the menu, on the pages for browsing, and among the filters of search."""
    home = (hub / "site" / "index.html").read_text(encoding="utf-8")
    assert '<a href="interviews/">Interviews</a>' in home
    assert "Interviews" in (hub / "site" / "browse" / "index.html").read_text(encoding="utf-8")
    assert 'name="type" value="interview"' in (hub / "site" / "search" / "index.html").read_text(encoding="utf-8")
    assert "Finding the time" in (hub / "site" / "interviews" / "index.html").read_text(encoding="utf-8")


def test_contributors_are_helped(hub: Path) -> None:
    """There is a schema, a page of the field guide, and a new file to start from that passes as a draft."""
    assert '"advice"' in (hub / "site" / "schemas" / "interview.schema.json").read_text(encoding="utf-8")
    guide = (hub / "site" / "contribute" / "fields" / "interview" / "index.html").read_text(encoding="utf-8")
    assert "What the person would tell others." in guide
    code = (
        "import sys; sys.path.insert(0, 'hooks')\n"
        "from pathlib import Path\n"
        "from knowledge_hub.checks import check_content\n"
        "from knowledge_hub.intake.skeletons import create_skeleton\n"
        "from knowledge_hub.library.loading import load_library\n"
        "library, _ = load_library(Path('content'))\n"
        "text = create_skeleton(library.types['interview'], 'Second', library.vocabularies, library.ids())\n"
        "Path('content/interviews/second.yml').write_text(text, encoding='utf-8')\n"
        "print([problem.code for problem in check_content(Path('content')) if 'interviews' in problem.path])\n"
    )
    assert _run(hub, "-c", code).stdout == "[]\n"


def test_programs_get_it(hub: Path) -> None:
    """The type has its files with data, and each is as its schema says."""
    data = {
        path.relative_to(hub / "site").as_posix(): path.read_bytes() for path in _files(hub / "site" / "data" / "v1")
    }
    assert find_schema_faults(data) == []
    (interview,) = read_json(data, "records/interview.json")["items"]
    assert interview["fields"]["advice"] == ["Ask for a fixed hour before the school year begins."]
    (row,) = read_rows(data, "records/interview.csv")
    assert (row["id"], row["who"]) == ("finding-the-time", "A school nurse")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
