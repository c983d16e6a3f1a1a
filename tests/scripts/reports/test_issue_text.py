"""What people wrote, inside an issue."""

import cmarkgfm
import pytest

from reports.issue_text import code, render_list


@pytest.mark.parametrize(
    "text",
    [
        "Plain",
        "@somebody #1 owner/hub#2 https://github.com/o/r/issues/1",
        "`code` and ``more``",
        "`",
        "a\nb\n\n# c",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:y)",
        "--> <!--",
        "",
    ],
)
def test_it_is_read_as_code_and_as_nothing_else(text: str) -> None:
    """One code span in one line, so it calls nobody and links to nothing."""
    made = cmarkgfm.github_flavored_markdown_to_html(f"- {code(text)}: due")
    assert made.count("<code>") == 1
    assert made.partition("<code>")[0].split() == ["<ul>", "<li>"]
    assert made.partition("</code>")[2].split() == [":", "due</li>", "</ul>"]
    assert "<a" not in made
    assert "<img" not in made


def test_what_is_too_much_for_an_issue_is_counted() -> None:
    """GitHub takes 65,536 characters."""
    lines = [f"line {number} {'x' * 100}" for number in range(2000)]
    text = render_list("Opening.", [("One", lines[:5]), ("Two", lines[5:])], "python3 scripts/due.py")
    shown = text.count("- line ")
    assert len(text) < 50_000
    assert text.endswith(f"\nAnd {2000 - shown:,} more: `python3 scripts/due.py` lists them all.\n")
    assert 0 < shown < 2000


def test_without_lines_there_is_no_text() -> None:
    """Then the issue is closed."""
    assert render_list("Opening.", [("One", [])], "x") == ""
    assert render_list("Opening.", [("", ["a"]), ("Two", ["b"])], "x") == "Opening.\n\n- a\n\n**Two**\n\n- b\n"
