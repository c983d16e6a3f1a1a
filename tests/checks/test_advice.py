"""Claims, wording and reading level: what authors and reviewers are told."""

from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.checks import check_content
from knowledge_hub.checks.reading_level import measure_grade
from support.rules.wording import find_unfound_forms
from support.small_library import dump, write_content

GOLDEN_WORDING = Path(__file__).parent.parent / "golden" / "wording.yml"


def _codes(folder: Path, files: dict[str, Any]) -> list[str]:
    return [problem.code for problem in check_content(write_content(folder, files))]


def _result_codes(folder: Path, statement: str, **fields: Any) -> list[str]:
    evidence = {"status": "documented", "limits": "x"}
    results = [{"kind": "peer-network", "statement": statement, **fields}]
    record = {"evidence": evidence, "results": results, "sources": [{"source": "report", "supports": "x"}]}
    facts = [{"statement": "40, half, 1.5, 2019", "locator": "abstract", "read_on": "2026-01-15"}]
    return _codes(folder, {"sources/report": {"facts": facts}, "case-studies/place": record})


@pytest.mark.parametrize(
    "statement", ["Referrals improved.", "40 schools took part.", "Waiting fell by half.", "1.5 more a week"]
)
def test_a_claim_needs_a_source(tmp_path: Path, statement: str) -> None:
    """A number, or a word for better or worse, rests on a source."""
    assert _result_codes(tmp_path, statement) == ["unsourced-claim"]


def test_a_claim_with_a_source_is_fine(tmp_path: Path) -> None:
    """A result that names its source can be looked up."""
    assert _result_codes(tmp_path, "Referrals improved by 40 percent.", sources=["report"]) == []


@pytest.mark.parametrize(
    "statement", ["Teams met in 2019.", "People knew each other.", "A plan for grades K-5 was written."]
)
def test_what_is_no_claim(tmp_path: Path, statement: str) -> None:
    """A year or a plain event claims no effect."""
    assert _result_codes(tmp_path, statement) == []


def test_warnings_leave_a_record_publishable(tmp_path: Path) -> None:
    """An abbreviation is a matter for a reviewer, and known ones need no explanation."""
    glossary = "terms:\n  - {id: mtss, term: MTSS, definition: x}\n"
    files = {
        "glossary": glossary,
        "lessons/ask": {"why": "MTSS, XQT and XQT meet. The LQT (learning team) too. Title IV, a PDF."},
    }
    problems = check_content(write_content(tmp_path, files))
    assert [(problem.code, problem.severity) for problem in problems] == [("abbreviation", "warning")]


def test_a_text_is_measured_by_its_sentences() -> None:
    """The grade is that of the formula; list items and headings end a sentence."""
    words = "The team met and the team went on. " * 20
    assert measure_grade(words) == pytest.approx(0.39 * 8 + 11.8 * 1 - 15.59, abs=0.01)
    listed = "\n".join("- the team met and the team went on" for _ in range(20))
    assert measure_grade(listed) == pytest.approx(0.39 * 8 + 11.8 * 1 - 15.59, abs=0.01)


def test_a_short_text_has_no_grade() -> None:
    """A few words say nothing about how someone writes."""
    assert measure_grade("Interdisciplinary responsibilities.") is None


_HARD = "Interdisciplinary organizational responsibilities necessitate institutional communication. "


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"lessons/ask": {"summary": f"{_HARD}{_HARD}"}}, ["content/lessons/ask.yml"]),
        ({"lessons/ask": {"summary": _HARD}}, []),
        ({"lessons/ask": {"summary": "We met and then we went on to ask each of them what they had seen."}}, []),
    ],
)
def test_a_summary_is_plainer_than_the_rest(tmp_path: Path, files: dict[str, Any], told: list[str]) -> None:
    """Nine years of school are enough for a summary of some length."""
    found = [problem for problem in check_content(write_content(tmp_path, files)) if problem.code == "reading-level"]
    assert [problem.path for problem in found] == told


def test_a_guide_is_measured_whole(tmp_path: Path) -> None:
    """The page of a guide asks for ten years of school at most; the problem stands at its longest sentence."""
    content = write_content(tmp_path, {"guides/start": {}})
    page = tmp_path / "docs" / "guides" / "start.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nWe meet.\n\n{_HARD * 20}\n", encoding="utf-8")
    found = check_content(content, tmp_path / "docs" / "guides")
    told = [(problem.path, problem.message[:30]) for problem in found if problem.code == "reading-level"]
    assert told == [("docs/guides/start.md", "The page of this record asks f")]


def test_a_reviewer_accepts_hard_words(tmp_path: Path) -> None:
    """An acceptance names some of the words; one that nothing needs is told."""
    accepted = [{"code": "reading-level", "text": "Interdisciplinary organizational", "reason": "They are names."}]
    lesson = {"summary": f"{_HARD}{_HARD}", "accepted": accepted}
    assert _codes(tmp_path / "a", {"lessons/ask": lesson}) == []
    assert _codes(tmp_path / "b", {"lessons/ask": {"accepted": accepted}}) == ["unused-acceptance"]


def test_every_form_of_a_phrase_is_found(tmp_path: Path) -> None:
    """In capitals and over a line's end, too."""
    assert find_unfound_forms(GOLDEN_WORDING, tmp_path) == set()


def _write_wording(*forms: str) -> str:
    phrase = {"code": "jargon", "avoid": list(forms), "better": "plain words", "reason": "It is plainer."}
    return dump({"phrases": [phrase]})


@pytest.mark.parametrize("form", ["24/7", "…", "Ö", "7"])
def test_a_phrase_may_be_without_plain_letters(form: str, tmp_path: Path) -> None:
    """Digits and signs are looked for like words."""
    files = {"wording": _write_wording(form), "lessons/ask": {"why": f"We are there {form} for all."}}
    assert _codes(tmp_path, files) == ["jargon"]


@pytest.mark.parametrize("text", ["We **leverage** data.", "We lever**age** data.", "We lever\xadage data."])
def test_no_mark_hides_a_phrase(text: str, tmp_path: Path) -> None:
    """Words are found as they are read."""
    files = {"wording": _write_wording("leverage"), "lessons/ask": {"why": text}}
    assert _codes(tmp_path, files) == ["jargon"]


def test_what_was_accepted_does_not_hide_the_next_one(tmp_path: Path) -> None:
    """Acceptances come first, then the cut: the phrase after thirty accepted ones is told."""
    forms = [f"word{chr(97 + n)}" for n in range(26)]
    accepted = [{"code": "jargon", "text": form, "reason": "It is a title."} for form in forms]
    lesson = {"why": f"{', '.join(forms)} and zzz.", "accepted": accepted}
    files = {"wording": _write_wording(*forms, "zzz"), "lessons/ask": lesson}
    found = check_content(write_content(tmp_path, files))
    assert [(problem.code, "zzz" in problem.message) for problem in found] == [("jargon", True)]
