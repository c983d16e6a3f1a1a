"""A generated file never replaces a hand-written one."""

import pytest

from knowledge_hub.publishing.address_clashes import explain_clash, leave_to_host


@pytest.mark.parametrize("made", ["coverage/index.html", "Coverage/index.html"])
def test_a_clash_is_told_with_the_file_to_rename(made: str) -> None:
    """The hand-written file is named; capitals make no other file on Windows and macOS."""
    said = explain_clash(["index.html", made], {"coverage/index.html": "coverage.md", "about/index.html": "about.md"})
    assert said == "docs/coverage.md has the address of a generated page: rename it."


def test_files_of_their_own_are_no_clash() -> None:
    """Where every file has its own address, nothing is said."""
    assert explain_clash(["index.html"], {"about/index.html": "about.md"}) == ""


def test_a_host_may_speak_to_programs_in_words_of_its_own() -> None:
    """What the hub would tell crawlers and language models gives way to a file in docs/; nothing else does."""
    made = {"robots.txt": "a", "llms.txt": "b", "calendar.ics": "c"}
    assert leave_to_host(made, ["robots.txt", "calendar.ics"]) == {"llms.txt": "b", "calendar.ics": "c"}
    assert leave_to_host(made, []) == made
