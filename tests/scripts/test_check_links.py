"""The check of links as a command: what it keeps from run to run, and what it says."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from knowledge_hub.upkeep.link_results import Answer
from support.small_library import write_content

REPORT, ABOUT = "https://one.org/report", "https://two.org/about"
RECORDS = {"sources/report": {"url": REPORT}, "contributors/one": {"url": ABOUT}}
OK, GONE = (
    Answer("ok", is_heard=True),
    Answer("gone", "The server says that there is nothing here (404).", is_heard=True),
)
UNHEARD = Answer("gone", "No server has this name.")


class Checked:
    """A library, and the command with made-up answers in place of the web."""

    def __init__(self, command: ModuleType, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.content = write_content(folder, RECORDS)
        self.results = folder / "cache" / "links.json"
        self.issue = folder / "issue.md"
        self.asked: list[list[str]] = []
        self._command, self._patch = command, patch

    def run(self, answers: Mapping[str, Answer], day: int = 1) -> int:
        """Run the command on a day of January 2026, and return the exit code."""
        self._patch.setenv("SOURCE_DATE_EPOCH", str(1767225600 + 86400 * (day - 1)))
        self._patch.setattr(self._command, "_ask", lambda addresses, _: self.asked.append(addresses) or dict(answers))
        options = ["--content", str(self.content), "--results", str(self.results), "--issue", str(self.issue)]
        self._patch.setattr("sys.argv", ["check_links.py", *options])
        return int(self._command.main())

    def kept(self) -> dict[str, tuple[str, int]]:
        """Return state and failures of each address in the file."""
        kept = json.loads(self.results.read_text("utf-8"))
        return {address: (one["state"], one["failures"]) for address, one in kept.items()}


@pytest.fixture
def checked(load_command: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    command = load_command("check_links")
    monkeypatch.setattr(command, "read_settings", lambda _: {})
    return Checked(command, tmp_path, monkeypatch)


def test_a_link_is_told_of_on_the_third_day(checked: Checked, capsys: pytest.CaptureFixture[str]) -> None:
    """Until then the issue is empty; it says where the link is named and what happened, and is empty once it works."""
    texts = []
    for day in (1, 2, 3):
        assert checked.run({REPORT: GONE, ABOUT: OK}, day) == 0
        texts.append(checked.issue.read_text("utf-8"))
    assert texts[:2] == ["", ""]
    told = f"- `{REPORT}`: {GONE.why} First found on January 1, 2026. Named in `content/sources/report.yml`."
    assert told in texts[2].splitlines()
    said = capsys.readouterr().out
    assert f"A copy may be at https://web.archive.org/web/{REPORT}" in said
    checked.run({REPORT: OK, ABOUT: OK}, 4)
    assert checked.issue.read_text("utf-8") == ""


def test_what_time_was_too_short_for_comes_first_the_next_time(
    checked: Checked, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing that was known of it is lost."""
    checked.run({REPORT: GONE, ABOUT: OK}, 1)
    checked.run({ABOUT: OK}, 2)
    assert checked.kept() == {REPORT: ("gone", 1), ABOUT: ("ok", 0)}
    assert "Time was too short for 1: the next check begins with them." in capsys.readouterr().out
    checked.run({}, 3)
    assert checked.asked == [[REPORT, ABOUT], [REPORT, ABOUT], [REPORT, ABOUT]]
    assert checked.kept() == {REPORT: ("gone", 1), ABOUT: ("ok", 0)}


def test_without_a_network_nothing_is_counted(checked: Checked, capsys: pytest.CaptureFixture[str]) -> None:
    """The results and the issue stay as they were, and the exit code says so."""
    checked.run({REPORT: OK, ABOUT: OK}, 1)
    before = checked.results.read_bytes()
    checked.issue.unlink()
    assert checked.run({REPORT: UNHEARD, ABOUT: UNHEARD}, 2) == 1
    assert "is there a way to the internet?" in capsys.readouterr().out
    assert (checked.results.read_bytes(), checked.issue.exists()) == (before, False)


def test_a_private_address_alone_is_no_missing_network(checked: Checked) -> None:
    """It is told of at once."""
    refused = Answer("refused", "Private.")
    assert checked.run({REPORT: refused}) == 0
    assert f"- `{REPORT}`: Private." in checked.issue.read_text("utf-8")


def test_a_damaged_file_is_made_anew(checked: Checked, capsys: pytest.CaptureFixture[str]) -> None:
    """With one sentence."""
    checked.results.parent.mkdir()
    checked.results.write_text('{"half": ', encoding="utf-8")
    assert checked.run({REPORT: GONE, ABOUT: OK}) == 0
    assert "links.json was damaged; it is made anew" in capsys.readouterr().err
    assert checked.kept() == {REPORT: ("gone", 1), ABOUT: ("ok", 0)}
    assert [path.name for path in checked.results.parent.iterdir()] == ["links.json"]


def test_what_a_file_names_that_cannot_be_read_is_not_forgotten(checked: Checked) -> None:
    """A slip in a record doesn't start the counting again."""
    checked.run({REPORT: GONE, ABOUT: OK}, 1)
    (checked.content / "sources" / "report.yml").write_text("title: [", encoding="utf-8")
    checked.run({REPORT: GONE, ABOUT: OK}, 2)
    assert checked.kept()[REPORT] == ("gone", 2)
    (checked.content / "sources" / "report.yml").unlink()
    checked.run({ABOUT: OK}, 3)
    assert REPORT not in checked.kept()


@pytest.mark.parametrize(
    ("site_url", "told"),
    [
        ("https://hub.school.org/", " (+https://hub.school.org/)"),
        ("https://example.org/", ""),
        ("", ""),
        ("https://a\r\nX: y/", ""),
        ("https://ñ.org/", ""),
    ],
)
def test_a_server_is_told_who_asks(checked: Checked, site_url: str, told: str) -> None:
    """By name and version, and by the site's address where it is known and can stand in a request."""
    manners = checked._command._create_manners(site_url, 5)  # noqa: SLF001
    assert manners.user_agent.startswith("KnowledgeHub-links/")
    assert manners.user_agent.partition(" ")[2] == told.strip()
    assert manners.total_time == 300
