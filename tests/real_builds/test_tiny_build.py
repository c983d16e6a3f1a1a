"""A real strict build of the tiny hub: which pages there are, what they show, errors."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.builds import run_build
from support.site_reader import BuiltPage, read_pages

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pages(tiny_site: Path) -> dict[str, BuiltPage]:
    return read_pages(tiny_site)


def test_every_record_has_a_page(pages: dict[str, BuiltPage]) -> None:
    """Each record, list, facet value and reference page is there."""
    expected = {
        *(
            "",
            "404.html",
            "about/",
            "about/statistics/",
            "about/upkeep/",
            "accessibility/",
            "browse/",
            "cite/",
            "coverage/",
            "glossary/",
            "models/",
            "my-list/",
            "new/",
            "people/",
            "people/editors/",
            "run-chart-maker/",
            "search/",
            "sources/",
            "thanks/",
        ),
        *("communities/", "case-studies/", "lessons/", "roles/", "toolkits/", "guides/", "pathways/"),
        *("communities/network/", "case-studies/river-district/", "lessons/widen-the-team/"),
        *("roles/school-nurse/", "toolkits/small-test/", "guides/first-steps/", "pathways/first-week/"),
        *("change-packages/", "change-packages/teaming/"),
        *("browse/domain/teaming/", "browse/discipline/education/", "browse/discipline/health/"),
        *("browse/level/local/", "browse/level/state/", "browse/state/ma/"),
        *("browse/stage/prepare/", "browse/stage/test/"),
    }
    expected |= {"contribute/", "contribute/form/", "contribute/problems/", "data/"}
    expected |= {
        f"contribute/fields/{name}/"
        for name in (
            "case-study",
            "community",
            "contributor",
            "guide",
            "lesson",
            "pathway",
            "role",
            "source",
            "toolkit",
        )
    }
    assert set(pages) == expected


def test_a_case_study_shows_its_table_and_lessons(pages: dict[str, BuiltPage]) -> None:
    """Who was at the table, what they learned and why things are connected stand on the page."""
    soup = BeautifulSoup(pages["case-studies/river-district/"].html, "html.parser")
    rows = [[cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in soup.select("tbody tr")]
    assert rows == [
        ["School nurse", "Local", "Health", "Asked the questions."],
        ["A parent", "Local", "Family youth advocacy", "Chose the words."],
    ]
    assert "A wider team sees more." in soup.get_text()
    connections = {li.a.get_text(): li.span.get_text() for li in soup.select(".hub-connections li")}
    assert connections == {
        "The network": "The community it belongs to",
        "A small test": "A tool they used",
        "School nurse": "Was at the table",
        "First steps": "Both: A small test",
    }


def test_connections_work_in_both_directions(pages: dict[str, BuiltPage]) -> None:
    """What one record says of another is found on the other's page, with its own reason."""
    toolkit = BeautifulSoup(pages["toolkits/small-test/"].html, "html.parser")
    connections = {li.a.get_text(): li.span.get_text() for li in toolkit.select(".hub-connections li")}
    assert connections["River district"] == "Used here"
    community = pages["communities/network/"].html
    assert "River district" in community


def test_an_abbreviation_is_spelled_out_once(pages: dict[str, BuiltPage]) -> None:
    """The first use on a page brings the long form, later uses don't."""
    html = pages["case-studies/river-district/"].html
    assert html.count("(Multi-tiered system of supports)") == 1
    assert pages["guides/first-steps/"].html.count("(Multi-tiered system of supports)") == 1


def test_a_guide_stands_in_the_frame(pages: dict[str, BuiltPage]) -> None:
    """A hand-written guide has one title, its facts and its connections."""
    soup = BeautifulSoup(pages["guides/first-steps/"].html, "html.parser")
    assert [heading.get_text() for heading in soup.find_all("h1")] == ["First steps"]
    assert soup.select_one(".hub-facts") is not None
    assert "A small test" in soup.select_one(".hub-connections").get_text()
    assert soup.find("title").get_text().startswith("First steps –")


def test_every_problem_is_listed_and_nothing_else(tiny: Path, tmp_path: Path) -> None:
    """A broken library ends the build with one list of sentences, never a traceback."""
    (tiny / "lessons" / "widen-the-team.yml").write_text("titel: Widen\nsummary: x\n", encoding="utf-8")
    (tiny / "roles" / "school-nurse.yml").rename(tiny / "roles" / "School_Nurse.yml")
    built = run_build(tmp_path / "site", tiny)
    assert built.returncode == 1
    first, *_, last = built.stderr.strip().splitlines()
    assert first == "ERROR   -  The content can't be published yet."
    assert last == "Found 7 errors."
    places = re.findall(r"^error\[(.+?)\].*\n --> (.+)$", built.stderr, re.MULTILINE)
    lesson = "content/lessons/widen-the-team.yml:1:1"
    assert places == [
        *[("missing-field", lesson)] * 5,
        ("unknown-field", lesson),
        ("bad-file-name", "content/roles/School_Nurse.yml:1:1"),
    ]
    assert "Traceback" not in built.stderr
    assert not (tmp_path / "site").exists()
