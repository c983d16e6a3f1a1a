"""From a submitted form to the page that readers see: the words are the same ones."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.intake.forms import create_forms
from knowledge_hub.library.loading import load_library
from knowledge_hub.records.own_types import create_own_types
from support.builds import ROOT, build
from support.hostile_texts import ONE_LINE
from support.issue_bodies import create_body

pytestmark = pytest.mark.slow

FENCED = f"```\n{ONE_LINE}\n### Somebody's heading\n    indented\n```"
ANSWERS = {
    "title": f"Ask first {ONE_LINE}"[:120],
    "summary": ONE_LINE,
    "statement": ONE_LINE,
    "why": f"Because:\n\n{FENCED}\n\nThat is why.",
    "apply": f"- {ONE_LINE}\n- Ask.",
    "for-editors": ONE_LINE,
}


def _submit(tiny: Path, folder: Path, answers: dict[str, str]) -> subprocess.CompletedProcess[str]:
    vocabularies = load_library(tiny)[0].vocabularies
    form = next(form for form in create_forms(vocabularies, create_own_types((), ())) if form.name == "lesson")
    event = folder / "event.json"
    body = create_body(form, answers).replace("\n", "\r\n")
    event.write_text(json.dumps({"issue": {"number": 7, "body": body}}), encoding="utf-8")
    command = [sys.executable, "scripts/intake.py", "--event", str(event)]
    return subprocess.run([*command, "--content", str(tiny)], cwd=ROOT, capture_output=True, text=True, check=False)


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_page_shows_exactly_what_was_written(tiny: Path, tmp_path: Path) -> None:
    """One file appears, the checks accept it, and every word of it can be read on its page in a preview."""
    before = _files(tiny)
    submitted = _submit(tiny, tmp_path, ANSWERS)
    assert submitted.returncode == 0, submitted.stdout
    assert "Closes #7" in submitted.stdout
    (new,) = set(_files(tiny)) - set(before)
    assert {path: data for path, data in _files(tiny).items() if path != new} == before
    assert Path(new).parent.name == "lessons"

    site = build(tmp_path / "site", tiny, HUB_DRAFTS="1")
    page = site / "lessons" / Path(new).stem / "index.html"
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    assert soup.h1.get_text() == ANSWERS["title"].strip()
    assert soup.select_one("[aria-labelledby=statement] p").get_text() == ONE_LINE
    assert soup.select_one("[aria-labelledby=why] code").get_text() == FENCED.removeprefix("```\n").removesuffix("```")
    assert [item.get_text() for item in soup.select("[aria-labelledby=apply] li")] == [ONE_LINE, "Ask."]
    assert [script["type"] for script in soup.find_all("script", string=True)] == ["application/ld+json"]


def test_a_second_form_never_overwrites_the_first(tiny: Path, tmp_path: Path) -> None:
    """The same title again ends in a sentence to post back, and no file changes."""
    _submit(tiny, tmp_path, ANSWERS)
    before = _files(tiny)
    again = _submit(tiny, tmp_path, {**ANSWERS, "why": "Something else."})
    assert again.returncode == 1
    assert "never" in again.stdout
    assert _files(tiny) == before


def test_without_the_setting_drafts_stay_out(tiny: Path, tmp_path: Path) -> None:
    """A record that came by form is not published by itself."""
    _submit(tiny, tmp_path, ANSWERS)
    site = build(tmp_path / "site", tiny)
    assert list((site / "lessons").glob("ask-first*")) == []
