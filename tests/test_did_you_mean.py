"""What a mistyped id or name was probably meant to be."""

import pytest

from knowledge_hub.did_you_mean import nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("teming", "teaming"),
        ("Teaming", "teaming"),
        ("needs_mapping", "needs-mapping"),
        ("Needs Mapping", "needs-mapping"),
        ("banana", None),
        ("", None),
    ],
)
def test_a_near_miss_is_recognized(word: str, meant: str | None) -> None:
    """A slip of the finger or other spelling leads to the id that was meant, a stranger to none."""
    assert nearest(word, ("teaming", "needs-mapping", "impact")) == meant


def test_a_long_text_was_meant_as_nothing() -> None:
    """A text that is much longer than any id is not compared, however like one it is."""
    assert nearest("a" * 81, ("a" * 80,)) is None


PLACES = {"ia": "Iowa", "wa": "Washington", "or": "Oregon"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [("iowa", "ia"), ("Iowa", "ia"), ("Washingtn", "wa"), ("WA", "wa"), ("zz", None), ("oregon or", "or")],
)
def test_a_label_leads_to_its_id(word: str, meant: str | None) -> None:
    """Who writes the word that readers see is led to the id behind it."""
    assert nearest(word, PLACES, PLACES) == meant


def test_a_code_of_two_letters_is_no_guess_for_a_word() -> None:
    """“iowa” holds “wa” by chance only."""
    assert nearest("iowa", ("wa", "or")) is None


def test_of_two_that_are_equally_near_the_label_wins() -> None:
    """People write the words that they know."""
    assert nearest("planing", ("planning", "p"), {"planning": "Doing", "p": "Planning"}) == "p"
