"""Bytes to text: what an editor may have saved is read, or refused with its place."""

import pytest

from knowledge_hub.problems.problem import Problem
from knowledge_hub.yaml_text.source_text import MAX_BYTES, SourceText, decode_source


def _refused(data: bytes) -> tuple[int, int, str]:
    problem = decode_source("x.yml", data)
    assert isinstance(problem, Problem)
    return problem.line, problem.column, problem.code


@pytest.mark.parametrize("data", [b"a: 1\nb: 2\n", b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r"])
def test_line_ends_and_the_mark_of_an_editor_are_read(data: bytes) -> None:
    """Files of Windows and old Macs, with or without a byte order mark, are the same text."""
    assert decode_source("x.yml", data) == SourceText("x.yml", "a: 1\nb: 2\n")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_called_by_its_name(encoding: str) -> None:
    """“Unicode text” of an old program is one problem for the whole file."""
    problem = decode_source("x.yml", "title: Calm rooms\nsummary: x\n".encode(encoding))
    assert isinstance(problem, Problem)
    assert (problem.line, problem.column, problem.code) == (1, 1, "encoding")
    assert "UTF-16" in problem.message


def test_a_letter_of_an_old_program_is_guessed() -> None:
    """The line is shown as its author saw it, with the letter that was meant."""
    problem = decode_source("x.yml", "title: José\nsummary: it’s calm\n".encode("cp1252"))
    assert isinstance(problem, Problem)
    assert (problem.line, problem.column, problem.code) == (1, 11, "encoding")
    assert "“é”" in problem.message
    assert problem.source == ("title: José",)


def test_a_wrong_letter_after_right_ones_has_its_column() -> None:
    """Letters of several bytes count as one."""
    assert _refused("a: é\r\nb: éé ".encode() + b"\x92s\n") == (2, 7, "encoding")


@pytest.mark.parametrize("sign", ["\x07", "\x85", "\x9f", "\u200b", "\u200e", "\u2028", "\u202e", "\u2066", "\ufeff"])
def test_what_cannot_be_seen_is_refused(sign: str) -> None:
    """Control characters, hidden line ends and marks that turn text around have their place."""
    assert _refused(f"a: x\nb: y{sign}z\n".encode()) == (2, 5, "control-character")


def test_emoji_and_other_scripts_are_read() -> None:
    """Joined emoji, accents and all scripts are ordinary letters."""
    text = "a: 👩‍⚕️ señal 学校 مدرسة e\u0301\n"
    assert decode_source("x.yml", text.encode()) == SourceText("x.yml", text)


def test_a_file_may_be_large_but_not_larger() -> None:
    """The limit is exact."""
    assert isinstance(decode_source("x.yml", b"a" * MAX_BYTES), SourceText)
    assert _refused(b"a" * (MAX_BYTES + 1)) == (1, 1, "too-large")


def test_a_problem_shows_its_line_and_the_one_before() -> None:
    """The marker covers what was found, up to the end of the line."""
    source = SourceText("x.yml", "one\ntwo three\nfour", first_line=10)
    problem = source.problem(8, 17, "too-long", "x")
    assert (problem.line, problem.column, problem.length) == (11, 5, 5)
    assert problem.source == ("one", "two three")
