"""Beginning a hub of one's own: what goes, what stays, and that nothing is lost or changed beside it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from setup.git import run_git
from setup.site_settings import parse_settings
from starting.planning import read_starter
from starting.removing import plan_removal
from starting.starter_list import LIST, create_list, read_list, render_list
from support.small_library import complete, dump, read_content, write_content

SETTINGS = """\
# The settings.
site_name: First hub   # shown on every page
site_url: !ENV [NO_SUCH_ADDRESS, "https://example.org/"]
extra:
  # Who runs it.
  host: ""
theme:
  name: material
"""
STORY = {"toolkits": ["pdsa"], "communities": ["circle"], "why": "See [the circle](community:circle) now."}
LIBRARY: dict[str, Mapping[str, object]] = {
    "communities/circle": {
        "kind": "coiin",
        "results": [{"kind": "peer-network", "statement": "x", "sources": ["report"]}],
    },
    "communities/other": {},
    "lessons/ask": STORY,
    "toolkits/pdsa": {"lessons": ["ask"], "purpose": "Read [why we ask](lesson:ask) first."},
    "toolkits/map": {"toolkits": ["pdsa"], "sources": [{"source": "book", "supports": "All of it."}]},
    "pathways/tools": {"steps": [{"read": f"toolkit:{name}", "why": "x", "minutes": 1} for name in ("pdsa", "map")]},
    "pathways/mixed": {"steps": [{"read": name, "why": "x", "minutes": 1} for name in ("toolkit:pdsa", "lesson:ask")]},
    "roles/nurse": {"works_with": [{"role": "teacher", "how": "They meet."}]},
    "roles/teacher": {},
    "guides/first": {"lessons": ["ask"], "toolkits": ["map"]},
    "sources/report": {},
    "sources/book": {},
}
ABOUT = "# About\n\nSee [asking](lessons/ask.md) and [the *map*](toolkits/map.md).\n"

Start = Callable[..., int]


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A small hub as it came, committed."""
    write_content(tmp_path, LIBRARY)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "docs" / "about.md").write_text(ABOUT, encoding="utf-8")
    list_starter(tmp_path)
    run_git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


def list_starter(root: Path) -> None:
    """Write the list of what came with the hub: everything that is there."""
    records = {*(root / "content").glob("[!v]*/*.yml"), *(root / "docs").rglob("*.md")}
    paths = {path.relative_to(root).as_posix() for path in records}
    (root / LIST).write_text(render_list(create_list(root, paths)), encoding="utf-8")


def commit(root: Path) -> None:
    """Commit everything, under a name that no test depends on."""
    run_git(root, "add", "--all")
    run_git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "As it came")


@pytest.fixture
def start(load_command: Callable[[str], ModuleType], hub: Path) -> Start:
    """A function that begins the hub with options, as on the command line."""
    command = load_command("start")
    return lambda *options: command.run(hub, command.parse_arguments(list(options)))


def files(root: Path) -> dict[str, bytes]:
    """Return every file of a hub but Git's own."""
    found = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def records(root: Path) -> set[str]:
    """Return the records and guides that are left."""
    found = [*(root / "content").glob("[!vs]*/*.yml"), *(root / "docs").glob("guides/*.md")]
    return {f"{path.parent.name}/{path.stem}" for path in found}


def test_what_is_not_kept_goes_with_every_reference_to_it(hub: Path, start: Start) -> None:
    """Toolkits and guides stay and name nothing that is gone; the words of links stay."""
    assert start("--keep", "toolkits-and-guides") == 0
    kept = {"toolkits/pdsa", "toolkits/map", "guides/first", "pathways/tools", "contributors/one"}
    # A pathway of which a step is gone would lead nowhere.
    assert records(hub) == kept
    toolkit = (hub / "content/toolkits/pdsa.yml").read_text(encoding="utf-8")
    assert "Read why we ask first." in toolkit
    assert '"lessons"' not in toolkit
    assert {path.stem for path in (hub / "content/sources").iterdir()} == {"book"}
    about = (hub / "docs/about.md").read_text(encoding="utf-8")
    assert about == "# About\n\nSee asking and [the *map*](toolkits/map.md).\n"
    assert read_content(hub / "content")[1] == []


def test_only_vocabularies_is_an_empty_library(hub: Path, start: Start) -> None:
    """No record, source or contributor is left, and the vocabularies are what they were."""
    before = files(hub)
    assert start("--keep", "vocabularies") == 0
    assert records(hub) == set()
    assert not list((hub / "content/sources").glob("*.yml"))
    after = files(hub)
    assert {path for path in before if "/vocabularies/" in path and after.get(path) != before[path]} == set()
    assert read_content(hub / "content")[1] == []


def test_what_search_says_leads_to_nothing_that_is_gone(hub: Path, start: Start) -> None:
    """The links of fixed answers go with their records; the answer and its other links stay."""
    answers = hub / "content" / "vocabularies" / "search-answers.yml"
    gone = "      - {words: Why, address: lessons/ask/}\n"
    before = "answers:\n  - words: [grief]\n    text: Not yet.\n    links:\n"
    stays = "      - {words: Tell us, address: contribute/}\n"
    answers.write_text(before + gone + stays, encoding="utf-8")
    commit(hub)
    assert start("--keep", "vocabularies") == 0
    assert answers.read_text(encoding="utf-8") == before + stays
    assert read_content(hub / "content")[1] == []


def test_chosen_communities_keep_what_belongs_to_them(hub: Path, start: Start) -> None:
    """What a community names and what names it stays; the rest goes."""
    assert start("--community", "circle") == 0
    assert records(hub) == {"communities/circle", "lessons/ask", "contributors/one"}
    assert {path.stem for path in (hub / "content/sources").iterdir()} == {"report"}
    assert read_content(hub / "content")[1] == []


def test_own_and_changed_records_stay_with_what_they_name(hub: Path, start: Start) -> None:
    """A host's own record, one that was changed and what these two name are not touched."""
    own = hub / "content/lessons/own.yml"
    own.write_text((hub / "content/lessons/ask.yml").read_text(encoding="utf-8"), encoding="utf-8")
    changed = hub / "content/roles/nurse.yml"
    changed.write_text(changed.read_text(encoding="utf-8") + "# Ours.\n", encoding="utf-8")
    commit(hub)
    before = files(hub)
    assert start("--keep", "vocabularies") == 0
    assert records(hub) >= {"lessons/own", "roles/nurse", "roles/teacher", "toolkits/pdsa", "communities/circle"}
    assert "lessons/ask" not in records(hub)
    after = files(hub)
    assert {
        path for path in ("content/lessons/own.yml", "content/roles/nurse.yml") if after[path] != before[path]
    } == set()
    assert read_content(hub / "content")[1] == []


def test_a_second_run_changes_nothing(hub: Path, start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """The same options again say so; a smaller choice later still knows what came with the hub."""
    options = ("--name", "Our hub", "--keep", "toolkits-and-guides")
    assert start(*options) == 0
    once = files(hub)
    capsys.readouterr()
    assert start(*options) == 0
    assert files(hub) == once
    assert capsys.readouterr().out == "Nothing has to change.\n"
    commit(hub)
    assert start("--keep", "vocabularies") == 0
    assert records(hub) == set()


def test_a_dry_run_says_it_and_writes_nothing(hub: Path, start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """What would happen is told, and every file is as it was."""
    before = files(hub)
    assert start("--name", "Our hub", "--keep", "vocabularies", "--dry-run") == 0
    assert files(hub) == before
    said = capsys.readouterr().out
    assert said.startswith("This would happen:\n")
    assert "lesson: 1 removed (ask)" in said


def test_answers_stand_in_the_settings(hub: Path, start: Start) -> None:
    """Values are changed in place: comments, !ENV and everything else stay."""
    logo = hub.parent / "sign.svg"
    logo.write_text("<svg/>", encoding="utf-8")
    options = ["--name", "Birch: a hub", "--host", "We", "--address", "https://birch.example/", "--color", "teal"]
    assert start(*options, "--logo", str(logo), "--help-phone", "116 123", "--help-emergency", "112") == 0
    text = (hub / "mkdocs.yml").read_text(encoding="utf-8")
    assert '# The settings.\nsite_name: "Birch: a hub"   # shown on every page\n' in text
    assert '!ENV [NO_SUCH_ADDRESS, "https://birch.example/"]\n' in text
    settings = parse_settings(text)
    assert settings["extra"] == {"host": "We", "help": {"phone": "116 123", "emergency": "112"}}
    assert settings["theme"] == {"name": "material", "palette": {"primary": "teal"}, "logo": "assets/sign.svg"}
    assert (hub / "docs/assets/sign.svg").read_text(encoding="utf-8") == "<svg/>"


def test_another_help_line_keeps_no_number_of_the_old_one(hub: Path, start: Start) -> None:
    """A number that nobody named would lead readers to somebody else; words alone change nothing else."""
    assert start("--help-phone", "1", "--help-text-message", "2", "--help-emergency", "3") == 0
    assert start("--with-changes", "--help-text", "Hard day?") == 0
    extra = parse_settings((hub / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]
    assert extra["help"] == {"phone": "1", "text_message": "2", "emergency": "3", "text": "Hard day?"}
    assert start("--with-changes", "--help-phone", "4") == 0
    extra = parse_settings((hub / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]
    assert extra["help"] == {"phone": "4", "text": "Hard day?"}


def test_a_participant_is_told_by_its_role(hub: Path) -> None:
    """A case study that stays keeps who was at the table, where the page of the role goes."""
    story = hub / "content/case-studies/story.yml"
    story.parent.mkdir()
    people = [
        {"role": "teacher", "contribution": "Asked."},
        {"role": "teacher", "name": "Aide", "contribution": "Saw."},
    ]
    story.write_text(dump(complete("case-studies/story", {"participants": people})), encoding="utf-8")
    list_starter(hub)
    commit(hub)
    (removed,) = {name for name in read_starter(hub).names() if name.id == "teacher"}
    text = plan_removal(read_starter(hub), {removed}).rewritten["content/case-studies/story.yml"]
    assert '{name: teacher, "contribution": "Asked."}, {"name": "Aide", "contribution": "Saw."}' in text


def test_an_answer_that_cannot_be_used_changes_nothing(hub: Path, start: Start) -> None:
    """All of them are named at once, before anything is written."""
    before = files(hub)
    with pytest.raises(SystemExit, match=r"(?s)x@y.*isn’t a telephone number"):
        start("--email", "x@y", "--help-phone", "call us", "--keep", "vocabularies")
    with pytest.raises(SystemExit, match="There is no community “nowhere”"):
        start("--community", "nowhere")
    with pytest.raises(SystemExit, match=r"ends in \.svg"):
        start("--logo", str(hub / "mkdocs.yml"))
    assert files(hub) == before


def test_uncommitted_changes_are_not_mixed_with_the_removal(
    hub: Path, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    """With Git it begins only where everything is committed, unless it is told to."""
    (hub / "docs/note.md").write_text("# Note\n", encoding="utf-8")
    before = files(hub)
    assert start("--keep", "vocabularies") == 1
    assert "docs/note.md" in capsys.readouterr().out
    assert files(hub) == before
    assert start("--keep", "vocabularies", "--with-changes") == 0


def test_without_git_the_old_files_are_kept(hub: Path, start: Start) -> None:
    """What is removed or changed lies in a folder of its own, as it was."""
    before = files(hub)
    (hub / ".git").rename(hub.parent / f"{hub.name}-git")
    assert start("--name", "Our hub", "--keep", "vocabularies") == 0
    after = files(hub)
    gone = {path for path in before if after.get(path) != before[path]} - {LIST}
    assert "content/lessons/ask.yml" in gone
    assert {path for path in gone if after.get(f"before-start/{path}") != before[path]} == set()


def test_what_still_names_the_old_hub_is_told(hub: Path, start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that names the old help line is not changed by guessing, but shown to a person."""
    page = hub / "docs/crisis.md"
    page.write_text("# Crisis\n\nCall 988.\n", encoding="utf-8")
    commit(hub)
    assert start("--no-help-line") == 0
    assert "Please look at it: docs/crisis.md:3 says “988”." in capsys.readouterr().out
    assert parse_settings((hub / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["help"] == ""


def test_it_asks_on_a_terminal(
    load_command: Callable[[str], ModuleType], hub: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without options every answer can be given or left out."""
    command = load_command("start")
    answers = iter(["Our hub", *[""] * 8, "perhaps", "none", "communities", "circle"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert command.run(hub, command.parse_arguments([])) == 0
    assert parse_settings((hub / "mkdocs.yml").read_text(encoding="utf-8"))["site_name"] == "Our hub"
    assert "communities/other" not in records(hub)


def test_without_a_terminal_it_does_nothing(hub: Path, start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """A workflow that forgot the options is told."""
    before = files(hub)
    assert start() == 1
    assert "--help" in capsys.readouterr().out
    assert files(hub) == before


def test_the_list_of_starter_files_can_be_written_again(hub: Path, start: Start) -> None:
    """Who keeps the starter library makes the list true after a change."""
    (hub / "content/lessons/new.yml").write_bytes((hub / "content/lessons/ask.yml").read_bytes())
    assert start("--list-starter") == 0
    assert read_list(hub)["content/lessons/new.yml"] == read_list(hub)["content/lessons/ask.yml"]
