"""Pasted text: what nobody sees is taken out, and every word stays."""

import pytest

from knowledge_hub.pasted_text import clean_pasted, name_invisible, words_before
from knowledge_hub.records import Lesson
from knowledge_hub.yaml_text.located import read_yaml


@pytest.mark.parametrize(
    ("pasted", "cleaned"),
    [
        ("a\u200bb\xadc\u2060d\ufeff\u200e", "abcd"),
        ("12\xa0h, 3\u2009kg,\u3000x", "12 h, 3 kg, x"),
        ("a\x0bb\u2029c\x85d", "a\nb\nc\nd"),
        ("• a\n  ◦\tb\n\uf0a7 c\no\td", "- a\n  - b\n- c\n- d"),
        ("o is a letter, and a • in a line stays", "o is a letter, and a • in a line stays"),
        ("👩\u200d👧 می\u200cخواهم é 中文", "👩\u200d👧 می\u200cخواهم é 中文"),
        ("plain", "plain"),
    ],
)
def test_only_what_nobody_sees_is_taken_out(pasted: str, cleaned: str) -> None:
    """Joiners stay: families of emoji and Persian words need them."""
    assert clean_pasted(pasted) == cleaned


def test_a_spot_is_named_by_its_words() -> None:
    """Where a sign can’t be seen, the words before it can."""
    text = "We met with two families\u202e"
    assert words_before(text, len(text) - 1).endswith("with two families")
    assert name_invisible(text[-1]) == "a mark that turns the direction of writing"


@pytest.mark.parametrize("written", ["We met\u200b each week.", '"We met\\u200b each week."'])
def test_a_file_with_an_invisible_sign_is_told_in_words(written: str) -> None:
    """Also where the form has written it as a code, which its writer never saw."""
    _, problems = read_yaml("x.yml", f"why: {written}\n".encode())
    assert [problem.message for problem in problems] == [
        f"There is an invisible character after “{'why: ' if written[0] == 'W' else ''}We met”: a space without width (U+200B)."
    ]


def test_soft_hyphens_are_read_over() -> None:
    """A word that may be broken is found by search as the whole word."""
    document, _ = read_yaml("x.yml", 'a: stu\xaddent\nb: "stu\\xAddent"\n'.encode())
    assert document is not None
    assert document.value == {"a": "student", "b": "student"}


def test_bullets_are_read_as_a_list() -> None:
    """Of a text they become hyphens, as Markdown writes lists; of one line they go."""
    fields = {"id": "x", "title": "• Ask", "summary": "x", "statement": "x", "apply": ["• Ask"]}
    lesson = Lesson.model_validate({**fields, "why": "So:\n\n• a\n• b", "evidence": {"status": "editorial"}})
    assert (lesson.title, lesson.apply, lesson.why) == ("Ask", ("Ask",), "So:\n\n- a\n- b")
