"""From a document to a record: each finding has a code, a sentence and a mend that people understand."""

import pytest

from knowledge_hub.records import Community, Lesson, Source
from knowledge_hub.validation.validation import create_from_document
from knowledge_hub.yaml_text.located import read_yaml
from support.made_fields import tiny_vocabularies

GOOD = """\
title: Ask
summary: x
statement: x
why: x
apply: [x]
evidence: {status: editorial}
"""


def _findings(text: str, cls: type = Lesson) -> list[tuple[str, str, str]]:
    document, _ = read_yaml("x.yml", text.encode())
    assert document is not None
    _, problems = create_from_document(cls, document, record_id="x", vocabularies=tiny_vocabularies())
    return [(problem.code, problem.message, problem.help) for problem in problems]


def test_a_good_document_becomes_a_record() -> None:
    """A record comes out whole and without problems; its id is its file name."""
    document, _ = read_yaml("ask.yml", GOOD.encode())
    assert document is not None
    record, problems = create_from_document(Lesson, document, record_id="ask")
    assert problems == []
    assert isinstance(record, Lesson)
    assert (record.id, record.address, record.apply) == ("ask", "lessons/ask/", ("x",))


@pytest.mark.parametrize(
    ("line", "code", "mend"),
    [
        ("sumary: x", "unknown-field", "summary"),
        ("domains: [teeming]", "bad-choice", "teaming"),
        ("stages: [Prepare]", "bad-choice", "prepare"),
        ("status: publish", "bad-choice", "published"),
        ("review: {reviewed_on: x, review_by: 2026-01-01, owner: one}", "bad-date", "2026-11-23"),
        ("credit: {authors: [The Editors]}", "bad-id", "the-editors"),
        ("credit: {author: [one]}", "unknown-field", "authors"),
        ("credit: one", "no-fields", "name: value"),
        ("pitfalls: x", "not-a-list", "[x]"),
        ("pitfalls: 1. One 2. Two", "not-a-list", "of its own: - One"),
        ("pitfalls: o One o Two", "not-a-list", "of its own: - One"),
        ("pitfalls: – One – Two", "not-a-list", "of its own: - One"),
        ("pitfalls: a) One b) Two", "not-a-list", "of its own: - One"),
        ("pitfalls: • One• Two", "not-a-list", "of its own: - One"),
        ("pitfalls: •", "not-a-list", "of its own: - One item"),
        ("question: [x]", "not-text", "text"),
        ("pitfalls: ['']", "too-short", "delete"),
        (f"question: {'x' * 301}", "too-long", "Shorten"),
        ("redirect_from: [https://example.org/]", "bad-address", "lessons/old-name/"),
    ],
)
def test_each_finding_helps(line: str, code: str, mend: str) -> None:
    """One fault gives one problem, and its help names what to write instead."""
    findings = _findings(f"{GOOD}{line}\n")
    assert [(found, mend in help_text) for found, _, help_text in findings] == [(code, True)], findings


def test_a_list_whose_items_have_problems_is_not_called_empty() -> None:
    """Only what is wrong is reported: the items, not the list."""
    findings = _findings(GOOD.replace("apply: [x]", "apply: [[x]]"))
    assert [code for code, _, _ in findings] == ["not-text"]
    assert [code for code, _, _ in _findings(GOOD.replace("apply: [x]", "apply: []"))] == ["too-short"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty-file"),
        ("# nothing\n", "empty-file"),
        ("- a list\n", "no-fields"),
        ("a word\n", "no-fields"),
        ('""\n', "no-fields"),
    ],
)
def test_a_file_holds_fields(text: str, code: str) -> None:
    """A file that is empty or something else than fields is one problem."""
    assert [found for found, _, _ in _findings(text)] == [code]


def test_numbers_of_other_types_are_asked_for_as_numbers() -> None:
    """A source's switch takes true and false only."""
    text = "kind: report\ntitle: x\nread: whole\nauthors_incomplete: some\n"
    assert [code for code, _, _ in _findings(text, Source)] == ["bad-choice"]


def _point(value: str) -> list[tuple[str, str, str]]:
    measure = f"{{id: x, name: x, kind: outcome, points: [{{date: 2026-01, value: {value}}}]}}"
    text = f"title: x\nsummary: x\nkind: coiin\nscope: state\nabout: x\nevidence: {{status: editorial}}\nmeasures: [{measure}]\n"
    return _findings(text, Community)


@pytest.mark.parametrize("value", ["<10", "< 5", "fewer than 10", "'*'", "suppressed", "n < 10", "≤10"])
def test_a_hidden_value_is_never_filled_in(value: str) -> None:
    """The help doesn't name the number that was hidden, and says how a hidden value is written."""
    [(code, _, mend)] = _point(value)
    assert code == "bad-number"
    assert "delete this point" in mend
    assert not any(sign.isdigit() for sign in mend)


@pytest.mark.parametrize("value", ["−5", "–5", "(5)"])
def test_a_sign_is_never_dropped(value: str) -> None:
    """A minus that is no hyphen asks whether the value is below zero."""
    [(code, _, mend)] = _point(value)
    assert (code, mend[-2:]) == ("bad-number", "-5")


@pytest.mark.parametrize("written", ["0000", "0026", "0206-02", "2200", "9999-12-31", "0001-01-01"])
@pytest.mark.parametrize("field", ["started: {}", "review: {{reviewed_on: 2026-01-01, review_by: {}, owner: one}}"])
def test_no_record_tells_of_the_year_zero(written: str, field: str) -> None:
    """A year that is most likely a slip is named, in every kind of date."""
    text = f"title: x\nsummary: x\nkind: coiin\nscope: state\nabout: x\nevidence: {{status: editorial}}\n{field.format(written)}\n"
    [(code, message, _)] = _findings(text, Community)
    assert code == "bad-date"
    assert written[:4] in message


@pytest.mark.parametrize(("written", "mend"), [("٢٠٢٦-٠١-١٥", "2026-01-15"), ("2026‑01‑15", "2026-01-15")])
def test_digits_of_other_scripts_are_no_dates_yet(written: str, mend: str) -> None:
    """They are named with the same date in the digits that everything after the reader understands."""
    text = f"title: x\nsummary: x\nkind: coiin\nscope: state\nabout: x\nevidence: {{status: editorial}}\nstarted: {written}\n"
    assert [(code, mend in help_text) for code, _, help_text in _findings(text, Community)] == [("bad-date", True)]
