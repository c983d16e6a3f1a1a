"""Claims without a fact: what is said of them, and when they keep a record from readers."""

from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.checks import check_content, check_library
from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import ContentError, Problem
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import create_publication
from knowledge_hub.settings.settings import Settings
from support.fixed_day import TODAY
from support.small_library import write_content

FACT = "In 2018-19, 40 of 136 schools in the county took part."
STRICT = Settings(claims_are_errors=True)


def write(folder: Path, facts: tuple[str, ...] = (FACT,), **fields: Any) -> Path:
    """Write one documented lesson with a source that has these facts."""
    read = [{"statement": text, "locator": "abstract", "read_on": "2026-01-15"} for text in facts]
    lesson = {
        "evidence": {"status": "documented", "limits": "x"},
        "sources": [{"source": "report", "supports": "x"}],
        "why": "It helped.",
        **fields,
    }
    return write_content(folder, {"sources/report": {"facts": read}, "lessons/ask": lesson})


def check(content: Path, settings: Settings = Settings()) -> list[Problem]:  # noqa: B008 -- it never changes
    """Return what is said of claims."""
    return [problem for problem in check_content(content, None, settings) if problem.code == "claim-without-fact"]


def test_the_mend_is_the_nearest_fact(tmp_path: Path) -> None:
    """Who wrote a wrong number sees the right one, and where it stands."""
    (problem,) = check(write(tmp_path, why="In 41 of 136 schools it helped."))
    assert problem.message == "“41” is in no fact of the sources that this record cites."
    assert problem.help.startswith(f"The nearest fact is: “{FACT}” (content/sources/report.yml).")
    assert (problem.field, problem.severity) == ("why", "warning")


def test_sources_without_facts_are_told_once(tmp_path: Path) -> None:
    """One warning says how much rests on them, and to which file facts belong."""
    (problem,) = check(write(tmp_path, facts=(), summary="In 2018, 41 schools", why="There were 5 of 7."))
    assert problem.message == "“2018” and 3 more numbers, dates or places rest on sources of which no facts are noted."
    assert problem.help == "Add facts: to content/sources/report.yml, with what you read there."


@pytest.mark.parametrize(
    "fields",
    [
        {"why": "In 2018-19, 40 of 136 schools took part."},
        {"why": "Nobody counted."},
        {"why": "In 41 schools.", "evidence": {"status": "editorial"}},
        {"why": "In 41 schools.", "status": "draft"},
        {"apply": ["Put 41 minutes on the agenda."], "pitfalls": ["More than 7 people."]},
        {"aliases": ["41 schools"], "question": "Do 41 schools do?", "for_editors": "Look at page 41."},
    ],
)
def test_what_needs_no_fact(tmp_path: Path, fields: dict[str, Any]) -> None:
    """What facts hold; what isn't documented or not published; advice; what readers ask and editors say."""
    assert check(write(tmp_path, **fields)) == []


def test_a_fact_must_be_of_a_cited_source(tmp_path: Path) -> None:
    """A source that another record cites bears out nothing here; one that a result cites does."""
    read = [{"statement": FACT, "locator": "abstract", "read_on": "2026-01-15"}]
    study = {
        "evidence": {"status": "documented", "limits": "x"},
        "sources": [{"source": "other", "supports": "x"}],
        "results": [{"kind": "peer-network", "statement": "It was in 40 schools.", "sources": ["report"]}],
        "challenge": "There were 136 schools.",
    }
    sources = {"sources/report": {"facts": read}, "sources/other": {}}
    assert check(write_content(tmp_path / "a", {**sources, "case-studies/place": study})) == []
    study["results"] = [{"kind": "peer-network", "statement": "They met.", "sources": ["other"]}]
    assert len(check(write_content(tmp_path / "b", {**sources, "case-studies/place": study}))) == 1


def test_an_acceptance_is_for_its_own_numbers(tmp_path: Path) -> None:
    """“25 percent” accepts neither 5 nor 2."""
    accepted = [{"code": "claim-without-fact", "text": "25 percent", "reason": "We worked it out."}]
    assert check(write(tmp_path / "a", why="It was 25 percent.", accepted=accepted)) == []
    found = check(write(tmp_path / "b", why="It was 25 percent, and 5.", accepted=accepted))
    assert [problem.message[:3] for problem in found] == ["“5”"]


def test_the_spot_is_the_claim_itself(tmp_path: Path) -> None:
    """The 24 of 2023-24 isn't the 24 that was meant, even where it stands first."""
    content = write(tmp_path, facts=("In 2023-24 they met.",), why="They met in 2023-24.\n\nThen 24 went on.")
    (problem,) = check(content)
    marked = problem.source[-1][problem.column - 1 :]
    assert marked.startswith("24 went")


def test_a_hosts_setting_makes_it_an_error(tmp_path: Path) -> None:
    """Then the record isn't published, by any adapter; else a build says nothing of it."""
    content = write(tmp_path, why="In 41 of 136 schools it helped.")
    assert [problem.severity for problem in check(content, STRICT)] == ["error"]
    library, _ = load_library(content)
    assert [problem.code for problem in check_library(library)] == []
    assert create_publication(content, None, Plan(today=TODAY)).pages
    with pytest.raises(ContentError, match="“41” is in no fact"):
        create_publication(content, None, Plan(today=TODAY, settings=STRICT))


def test_a_guide_claims_on_its_page(tmp_path: Path) -> None:
    """The text of a documented guide is held to facts, too, and the problem stands in it."""
    guide = {"evidence": {"status": "documented", "limits": "x"}, "sources": [{"source": "report", "supports": "x"}]}
    read = [{"statement": FACT, "locator": "abstract", "read_on": "2026-01-15"}]
    content = write_content(tmp_path, {"sources/report": {"facts": read}, "guides/start": guide})
    page = tmp_path / "docs" / "guides" / "start.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nIn 41 schools.\n", encoding="utf-8")
    found = check_content(content, tmp_path / "docs" / "guides")
    told = [(problem.path, problem.column) for problem in found if problem.code == "claim-without-fact"]
    assert told == [("docs/guides/start.md", 4)]
