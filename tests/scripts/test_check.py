"""The command: what it prints, what it writes (nothing), and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.builds import ROOT, SITE_URL, clean_environment, run_build
from support.small_library import write_content

pytestmark = pytest.mark.slow

GOOD = {"sources/report": {}, "lessons/good": {"title": "Good"}}
BAD = {**GOOD, "lessons/bad": "title: one: two\n", "lessons/other": "title: x\n", "lessons/words": {"why": "The XQT."}}


def run_check(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run scripts/check.py as a contributor does."""
    command = [sys.executable, str(ROOT / "scripts" / "check.py"), *arguments]
    environment = clean_environment(**settings)
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module", autouse=True)
def _environment() -> None:
    """The first command of all sets the environment up, and says so."""
    assert run_check("--help").returncode == 0


def test_good_content_ends_with_zero(tmp_path: Path) -> None:
    """Nothing to mend is said in one sentence, and nothing is written."""
    content = write_content(tmp_path, GOOD)
    before = sorted(tmp_path.rglob("*"))
    ended = run_check("--content", str(content))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "No problems found.\n", "")
    assert sorted(tmp_path.rglob("*")) == before


def test_errors_end_with_one_and_warnings_do_not(tmp_path: Path) -> None:
    """Only what keeps a record from being published makes the command fail."""
    content = write_content(tmp_path, BAD)
    assert run_check("--content", str(content)).returncode == 1
    ended = run_check("--content", str(content), str(content / "lessons" / "words.yml"))
    assert ended.returncode == 0
    assert ended.stdout.startswith("warning[abbreviation]")
    assert ended.stdout.endswith("Found 1 warning.\n")


def test_only_the_named_files_are_reported(tmp_path: Path) -> None:
    """A contributor sees the problems of one file, checked together with all others."""
    content = write_content(tmp_path, BAD)
    ended = run_check("--content", str(content), "--format", "json", str(content / "lessons" / "bad.yml"))
    assert ended.returncode == 1
    assert [(plain["path"], plain["code"]) for plain in json.loads(ended.stdout)] == [
        ("content/lessons/bad.yml", "second-colon")
    ]
    ended = run_check("--content", str(content), str(tmp_path / "elsewhere.yml"))
    assert ended.returncode == 2
    assert "elsewhere.yml" in ended.stdout


def test_github_gets_annotations_and_a_summary(tmp_path: Path) -> None:
    """All problems are in the summary; the links lead to the site where its address is known."""
    content = write_content(tmp_path, BAD)
    summary = tmp_path / "summary.md"
    ended = run_check(
        "--content",
        str(content),
        "--format",
        "github",
        GITHUB_STEP_SUMMARY=str(summary),
        SITE_URL="https://hub.example/",
    )
    assert ended.returncode == 1
    lines = ended.stdout.splitlines()
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    table = summary.read_text(encoding="utf-8")
    assert table.count("\n| ") == len(lines) + 2
    assert "(https://hub.example/contribute/problems/#second-colon)" in table


def test_sarif_is_json(tmp_path: Path) -> None:
    """A log without problems is a log too."""
    ended = run_check("--content", str(write_content(tmp_path, GOOD)), "--format", "sarif")
    assert ended.returncode == 0
    assert json.loads(ended.stdout)["runs"][0]["results"] == []


def test_claims_are_printed_with_their_facts(tmp_path: Path) -> None:
    """Each sentence with a number has beside it the fact that holds it, or says that none does."""
    facts = [{"statement": "It was in 40 schools.", "locator": "abstract", "read_on": "2026-01-15"}]
    accepted = [{"code": "claim-without-fact", "text": "a third", "reason": "We worked it out."}]
    lesson = {
        "evidence": {"status": "documented", "limits": "x"},
        "sources": [{"source": "report", "supports": "x"}],
        "why": "We met. In 40 schools of 2020 it helped, in a third of all. Then came 7.",
        "places": ["oh"],
        "accepted": accepted,
    }
    source = {"title": "Report", "issued": "2020", "facts": facts}
    content = write_content(tmp_path, {"sources/report": source, "lessons/ask": lesson, "lessons/own": {}})
    for name in ("lessons/ask", "ask", "content/lessons/ask.yml", "random"):
        ended = run_check("--content", str(content), "--claims", name)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout.splitlines() == [
            "lessons/ask: ask",
            "",
            "why: In 40 schools of 2020 it helped, in a third of all.",
            "    40: “It was in 40 schools.” (Report, 2020; report; abstract, read 2026-01-15)",
            "    2020: the title, date or body of the source itself (Report, 2020; report)",
            "    a third: accepted by a reviewer: We worked it out.",
            "",
            "why: Then came 7.",
            "    7: NO FACT",
        ]
    ended = run_check("--content", str(content), "--claims", "own")
    assert ended.returncode == 2
    assert ended.stdout.startswith("“own” is no documented record")


def test_the_build_says_the_same(tmp_path: Path) -> None:
    """A build of broken content prints the errors that the check prints, and no traceback."""
    content = write_content(tmp_path, {"roles/nurse": "title: one: two\n"})
    (tmp_path / "docs").mkdir()
    checked = run_check("--content", str(content), SITE_URL=SITE_URL)
    built = run_build(tmp_path / "site", content)
    assert checked.stdout.startswith("error[second-colon]")
    assert checked.stdout.strip() in built.stderr
    assert "Traceback" not in built.stderr
