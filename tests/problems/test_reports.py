"""Reports: the same problems as text, annotations, a table, SARIF and JSON."""

import json

from knowledge_hub.problems.problem import Problem
from knowledge_hub.problems.reports import (
    render_count,
    render_github,
    render_json,
    render_sarif,
    render_summary,
    render_text,
)

DATE = Problem(
    "content/lessons/ask.yml",
    8,
    16,
    "bad-date",
    "“reviewed_on” should be a date, but it is “11/23/2026”.",
    "Write it as year-month-day: 2026-11-23",
    length=10,
    source=("review:", "  reviewed_on: 11/23/2026"),
    field="review.reviewed_on",
)
WORDS = Problem(
    "content/lessons/ask.yml",
    2,
    1,
    "jargon",
    "“utilize”: better “use”.",
    "It is shorter.",
    length=7,
    source=("utilize it",),
)
NAME = Problem("content/roles/School Nurse.yml", 1, 1, "bad-file-name", "The file name can’t be a web address.")

TEXT = """\
warning[jargon]: “utilize”: better “use”.
 --> content/lessons/ask.yml:2:1
2 | utilize it
  | ^^^^^^^
  = why: Readers from other fields, families among them, may not know the word.
  = help: It is shorter.
  = more: https://hub.example/contribute/problems/#jargon

error[bad-date]: “reviewed_on” should be a date, but it is “11/23/2026”.
 --> content/lessons/ask.yml:8:16
7 | review:
8 |   reviewed_on: 11/23/2026
  |                ^^^^^^^^^^
  = why: 11/12/2026 is November to some readers and December to others.
  = help: Write it as year-month-day: 2026-11-23
  = more: https://hub.example/contribute/problems/#bad-date

Found 1 error, 1 warning."""


def test_text_shows_line_and_marker() -> None:
    """Each problem has its line, a marker under the spot, the reason, the mend and a link."""
    assert render_text([DATE, WORDS], "https://hub.example/") == TEXT


def test_text_without_a_line_or_an_address() -> None:
    """A problem of the whole file has no line to show; without the site's address the path is the link."""
    assert render_text([NAME]).splitlines()[:4] == [
        "error[bad-file-name]: The file name can’t be a web address.",
        " --> content/roles/School Nurse.yml:1:1",
        "  = why: The file name becomes the record’s id and its address, and has to work on every computer.",
        "  = more: /contribute/problems/#bad-file-name",
    ]


def test_the_marker_stands_below_wide_and_tiny_signs() -> None:
    """Signs of two columns, none, and TABs keep the marker under the spot."""
    source = ("名: e\u0301\tx",)
    problem = Problem("x.yml", 1, 7, "bad-value", "x", length=1, source=source)
    assert render_text([problem]).splitlines()[2:4] == ["1 | 名: e\u0301 x", "  |       ^"]


def test_a_long_line_is_cut_around_the_spot() -> None:
    """A line of thousands of letters shows what stands around the marker."""
    problem = Problem("x.yml", 1, 5001, "bad-value", "x", length=3, source=("a" * 5000 + "bcd" + "e" * 5000,))
    _, _, line, marker, *_ = render_text([problem]).splitlines()
    assert len(line) < 120
    assert line[marker.index("^") :].startswith("bcd")


def test_github_annotations_are_escaped() -> None:
    """No file name, title or message can end an annotation or start another one."""
    problem = Problem("a,b:c%.yml", 1, 2, "bad-date", "100%\n::error::x", length=3)
    assert render_github([problem]) == (
        "::error file=a%2Cb%3Ac%25.yml,line=1,col=2,endColumn=5,title=A date written another way"
        "::100%25%0A::error::x%0A/contribute/problems/#bad-date"
    )
    assert render_github([WORDS]).startswith("::warning ")


def test_the_summary_shows_what_was_written() -> None:
    """A table for Markdown, in which nothing of a record becomes a link, a tag or a cell."""
    problem = Problem("x.yml", 1, 1, "bad-value", "“<img src=x> | `[a](b)` @team #1” is wrong")
    row = render_summary([problem]).splitlines()[-1]
    assert "&lt;img src=x> \\| \\`\\[a\\](b)\\` \\@team \\#1" in row
    assert row.count(" | ") == 3


def test_json_has_every_fact() -> None:
    """Programs get the same problems, with the field they belong to."""
    [plain] = json.loads(render_json([DATE, DATE], "https://hub.example"))
    assert plain == {
        "path": "content/lessons/ask.yml",
        "line": 8,
        "column": 16,
        "length": 10,
        "field": "review.reviewed_on",
        "code": "bad-date",
        "severity": "error",
        "message": DATE.message,
        "why": "11/12/2026 is November to some readers and December to others.",
        "help": DATE.help,
        "link": "https://hub.example/contribute/problems/#bad-date",
    }


def test_sarif_names_rules_and_regions() -> None:
    """A SARIF 2.1.0 log: each result has its rule, level and region, each path is an address."""
    log = json.loads(render_sarif([DATE, NAME, WORDS]))
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["jargon", "bad-date", "bad-file-name"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "error"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[1]["region"] == {"startLine": 8, "startColumn": 16, "endColumn": 26}
    assert places[2]["artifactLocation"] == {"uri": "content/roles/School%20Nurse.yml"}


def test_counts_are_a_sentence() -> None:
    """The last line says how many there are, by severity."""
    assert render_count([]) == "No problems found."
    assert render_count([DATE, NAME, WORDS]) == "Found 2 errors, 1 warning."
