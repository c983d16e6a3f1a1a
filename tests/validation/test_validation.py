"""From a document to a record: each finding has a code, a sentence and a mend that people understand."""

import pytest

from knowledge_hub.records import Lesson, Source
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
