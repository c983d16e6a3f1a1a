"""The list of what is due, as people and programs read it."""

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from support.small_library import Fields, write_content

TODAY = "2028-11-27"


def _record(due: str, owner: str = "one", **fields: object) -> Fields:
    review = {"reviewed_on": "2026-01-01", "review_by": due, "owner": owner}
    return {"status": "published", "review": review, **fields}


RECORDS: dict[str, Fields] = {
    "contributors/one": {"name": "Northern team"},
    "contributors/two": {"name": "Alpine team"},
    "lessons/a": _record("2027-05-01"),
    "toolkits/b": _record("2028-12-01", "two"),
    "lessons/c": _record("2027-04-01", "two", title="`C` of @somebody"),
    "lessons/far": _record("2030-01-01"),
    "lessons/draft": {"status": "draft", "review": None},
}


@pytest.fixture
def due(
    load_command: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """A function that runs the command and returns what it printed."""

    def run(content: Path, *options: str) -> str:
        command = load_command("due")
        monkeypatch.setattr("sys.argv", ["due.py", "--content", str(content), *options])
        assert command.main() == 0
        return capsys.readouterr().out

    return run


def test_two_years_on_exactly_what_is_due_is_listed(due: Callable[..., str], tmp_path: Path) -> None:
    """By day, with the state, the owner, the file and the title; the rest of the upkeep comes after it."""
    reviews, drafts, *_ = due(write_content(tmp_path, RECORDS), "--on", TODAY).split("\n\n")
    assert reviews.splitlines() == [
        "Reviews on November 27, 2028: 2 overdue, 1 due by January 26, 2029.",
        "  2027-04-01  overdue  Alpine team (two)    content/lessons/c.yml   `C` of @somebody",
        "  2027-05-01  overdue  Northern team (one)  content/lessons/a.yml   a",
        "  2028-12-01  soon     Alpine team (two)    content/toolkits/b.yml  b",
    ]
    assert drafts.splitlines()[1:] == ["  no date  content/lessons/draft.yml  draft"]


def test_each_owner_has_a_list(due: Callable[..., str], tmp_path: Path) -> None:
    """In the order of their names."""
    blocks = due(write_content(tmp_path, RECORDS), "--on", TODAY, "--by-owner").split("\n\n")[1:3]
    assert [(block.splitlines()[0], block.count("content/")) for block in blocks] == [
        ("Alpine team (two): 2", 2),
        ("Northern team (one): 1", 1),
    ]


def test_the_day_of_a_build_is_the_day_of_the_list(
    due: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH counts here as there; before the days come, nothing is due."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    said = due(write_content(tmp_path, RECORDS))
    assert said.startswith("Reviews on January 1, 2026: 0 overdue, 0 due by March 2, 2026.\n")


def test_a_day_that_is_none_is_told_in_a_sentence(
    due: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """How to write it."""
    with pytest.raises(SystemExit):
        due(tmp_path, "--on", "soon")
    assert "Write a day as year-month-day, such as 2028-11-27." in capsys.readouterr().err


def test_programs_read_it_as_json(due: Callable[..., str], tmp_path: Path) -> None:
    """The same facts under names that stay."""
    told = json.loads(due(write_content(tmp_path, RECORDS), "--on", TODAY, "--json"))
    assert set(told) == {
        *("on", "reviews", "drafts", "links", "ownerless", "unsourced", "unconnected", "unused_sources"),
        "empty_values",
    }
    assert told["reviews"][0] == {
        "type": "lesson",
        "title": "`C` of @somebody",
        "address": "lessons/c/",
        "path": "content/lessons/c.yml",
        "due": "2027-04-01",
        "owner": "two",
        "owner_name": "Alpine team",
        "is_overdue": True,
    }
    assert told["drafts"][0]["reviewed_on"] is None


def test_the_text_of_the_issue_calls_nobody_and_names_no_day_of_its_own(
    due: Callable[..., str], tmp_path: Path
) -> None:
    """The next day it is the same text, so the issue isn't touched."""
    content = write_content(tmp_path, RECORDS)
    due(content, "--on", TODAY, "--issue", str(tmp_path / "new" / "today.md"))
    due(content, "--on", "2028-11-28", "--issue", str(tmp_path / "new" / "tomorrow.md"))
    text = (tmp_path / "new" / "today.md").read_text("utf-8")
    assert "- `` `C` of @somebody ``: was due on April 1, 2027 (`content/lessons/c.yml`)" in text.splitlines()
    assert text == (tmp_path / "new" / "tomorrow.md").read_text("utf-8")


def test_while_files_cannot_be_read_the_issue_stays_as_it_is(due: Callable[..., str], tmp_path: Path) -> None:
    """A list with holes would tell of reviews that are done; people get the list all the same."""
    content = write_content(tmp_path, {**RECORDS, "lessons/a": "title: ["})
    assert "content/lessons/c.yml" in due(content, "--on", TODAY, "--issue", str(tmp_path / "issue.md"))
    assert not (tmp_path / "issue.md").exists()
    done = write_content(tmp_path / "done", {})
    due(done, "--on", TODAY, "--issue", str(tmp_path / "issue.md"))
    assert (tmp_path / "issue.md").read_text("utf-8") == ""
