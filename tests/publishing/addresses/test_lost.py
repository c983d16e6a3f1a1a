"""What a new build lacks of what was published, and how it comes back."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.publishing.addresses.ledger import read_ledger
from knowledge_hub.publishing.addresses.lost import find_lost
from support.small_library import Fields, read_content, write_content

PAGE = '<main><h2 id="why">Why</h2><p id=plain>x</p><li id="a&amp;b">x</li></main>'
LEADS_ON = '<meta http-equiv="refresh" content="0; url=../new/">'


def _fail() -> Library:
    pytest.fail("The library was read, and nothing needs it.")


def _write_site(folder: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def _find_in(folder: Path, records: Mapping[str, Fields], *lines: str) -> list[Problem]:
    """Return what a site with nothing but a home page lacks."""
    library, problems = read_content(write_content(folder, records))
    assert problems == []
    site = _write_site(folder / "site", {"index.html": PAGE})
    return find_lost(read_ledger("\n".join(lines)), site, lambda: library)


def test_what_is_there_is_no_problem(tmp_path: Path) -> None:
    """Pages, old addresses that lead on, files and places, whatever way an id is written; the library isn't read."""
    files = {"index.html": PAGE, "old/index.html": LEADS_ON, "a.pdf": "x", "own.html": PAGE}
    lines = ("/", "/#why", "/#plain", "/#a&b", "/old/", "/old/#gone", "/a.pdf", "/own.html#why")
    assert find_lost(read_ledger("\n".join(lines)), _write_site(tmp_path, files), _fail) == []


def test_a_lost_place_is_named_at_its_line(tmp_path: Path) -> None:
    """An id that only stands in the text of another one isn't there."""
    promises = read_ledger("# About\n/\n/#wh\n")
    (problem,) = find_lost(promises, _write_site(tmp_path, {"index.html": PAGE}), _fail)
    assert (problem.code, problem.path, problem.line) == ("lost-fragment", "published-addresses.txt", 3)
    assert "“wh”" in problem.message


def test_a_line_that_is_no_address_is_named(tmp_path: Path) -> None:
    """So that it isn't believed to be kept."""
    (problem,) = find_lost(read_ledger("lessons/ask/"), tmp_path, _fail)
    assert (problem.code, problem.line) == ("bad-address-line", 1)


def test_a_lost_page_is_told_once(tmp_path: Path) -> None:
    """Its places and the files below it come back with it."""
    lines = ("/lessons/ask/", "/lessons/ask/#why", "/lessons/ask/ask.pdf", "/gone.pdf")
    found = _find_in(tmp_path, {}, *lines)
    assert [(problem.code, problem.line) for problem in found] == [("lost-address", 1), ("lost-address", 4)]


@pytest.mark.parametrize(
    ("records", "line", "mend"),
    [
        # Renamed: of those that weren't published before, the one that is called most alike.
        (
            {"lessons/ask-the-whole-team": {}, "lessons/ask-the-teams": {}, "lessons/wait": {}},
            "/lessons/ask-the-team/",
            "If content/lessons/ask-the-whole-team.yml took its place, write “redirect_from: [lessons/ask-the-team/]”",
        ),
        # Nothing is called alike, and only one is new.
        ({"lessons/wait": {}}, "/lessons/ask/", "If content/lessons/wait.yml took its place"),
        (
            {"lessons/wait": {"redirect_from": ["x/"]}},
            "/lessons/ask/",
            "add lessons/ask/ to its redirect_from, and the old address leads there.",
        ),
        # A part of a record that is there.
        ({"communities/network": {}}, "/communities/network/measures/", "If content/communities/network.yml took"),
        # By its title.
        ({"lessons/a": {"title": "Ask the team"}, "lessons/b": {}}, "/lessons/ask-the-team/", "content/lessons/a.yml"),
        (
            {"lessons/ask": {"status": "draft"}},
            "/lessons/ask/",
            "content/lessons/ask.yml is a draft, so its page isn’t published. With “status: archived” the page stays",
        ),
        ({}, "/lessons/", "This list comes back with the first record that belongs to it."),
        ({}, "/browse/domain/teaming/", "This list comes back"),
        ({}, "/about-us/", "Write “redirect_from: [about-us/]” into the record that took its place"),
        ({}, "/about-us.pdf", "Put the file back"),
    ],
)
def test_the_mend_is_offered(tmp_path: Path, records: Mapping[str, Fields], line: str, mend: str) -> None:
    """What to write, and where."""
    # This one was published before, so nothing was renamed to it.
    known = {"lessons/ask-the-teams"} & records.keys()
    (problem,) = [
        problem
        for problem in _find_in(tmp_path, records, *(f"/{path}/" for path in known), line)
        if problem.source == (line,)
    ]
    assert mend in problem.help
    assert "take this line out of published-addresses.txt" in problem.help
