"""A few records, and the bytes of one drawing or table made from them: one hand-written file a case.

After a wanted change, look at the drawing, then copy the file that the failure names over the old one.
"""

import re
from pathlib import Path

import pytest
import turbohtml
import yaml
from turbohtml.conformance import check_html

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.pages import Site, create_pages
from support.fixed_day import TODAY
from support.small_library import read_content, write_content

_FORBIDDEN = re.compile(r"\s(?:style|fill|stroke|on\w+)=|<style|<script|https?://")
CASES = sorted((Path(__file__).parent / "visuals").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_bytes_of_a_drawing(case: Path, tmp_path: Path) -> None:
    """The same records make the same bytes, on every machine and every day."""
    expected = case.with_suffix(".html")
    actual = tmp_path / expected.name
    actual.write_text(render_case(case, tmp_path), encoding="utf-8", newline="\n")

    assert expected.is_file(), f"Look at {actual} and copy it to {expected}."
    assert actual.read_bytes() == expected.read_bytes(), f"Look at {actual}; if it is right, copy it to {expected}."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_drawing_obeys_the_policy(case: Path) -> None:
    """No style, no script, no handler, no address of another host: colors come by class alone."""
    html = case.with_suffix(".html").read_text(encoding="utf-8")
    assert _FORBIDDEN.findall(html) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_drawing_follows_the_standard(case: Path) -> None:
    """No parse error and no conformance error on a page that holds only this."""
    html = case.with_suffix(".html").read_text(encoding="utf-8")
    heading = "" if "<h1" in html else "<h1>x</h1>"
    head = '<meta charset="utf-8"><title>x</title>'
    page = f'<!doctype html><html lang="en"><head>{head}</head><body><main>{heading}{html}</main></body></html>'
    assert [str(problem) for problem in (*turbohtml.parse(page).errors, *check_html(page).messages)] == []


def test_what_is_hidden_is_nowhere() -> None:
    """A value that stands for four students is in no part of the chart: not the picture, the table or the words."""
    html = (CASES[0].parent / "run-chart-with-everything.html").read_text(encoding="utf-8")
    assert "99" not in html
    assert "Nobody may read this" not in html
    assert "fewer than 10 people" in html


def render_case(case: Path, folder: Path) -> str:
    """Return the part of the page that a case is about, as it is published."""
    # Every scalar stays text, as in records.
    given = yaml.load(case.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- makes texts only
    library, problems = read_content(write_content(folder, given["records"]))
    # A group too small to show never passes the gate; a chart must keep it out of sight all the same.
    assert {problem.code for problem in problems} <= {"small-count"}
    site = Site(create_catalogue(library), TODAY)
    page = next(page for page in create_pages(site) if page.address == given["page"])
    start = page.html.index(given["from"])
    end = page.html.index(given["to"], start) + len(given["to"])
    return page.html[start:end] + "\n"
