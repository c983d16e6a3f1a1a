"""Words that mean the same as those in a text."""

import pytest

from knowledge_hub.search.thesaurus import LongForms, Thesaurus, split_written_words

GROUPS = [["family", "parent", "moms and dads"], ["AWARE", "Project AWARE"], ["stress", "burnout"]]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Families at the table", GROUPS[0]),
        ("What moms and dads say", GROUPS[0]),
        ("moms, and their dads", []),
        ("A familiar face", []),
        ("Be aware of it", []),
        ("An AWARE grant; staff burnout", [*GROUPS[1], *GROUPS[2]]),
        ("", []),
    ],
)
def test_one_word_of_a_group_brings_all(text: str, others: list[str]) -> None:
    """Plurals count, phrases must be whole, and a word in capitals is not the small one."""
    assert list(Thesaurus(GROUPS).find_others(text)) == others


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Two CoIINs met.", ["Collaborative Network"]),
        ("A collaborative network met.", ["CoIIN"]),
        ("A CoIIN (Collaborative Network) met.", []),
        ("MCOIIN and CoIINX", []),
        ("R&D was tried.", ["Research & development"]),
    ],
)
def test_the_other_form_of_an_abbreviation_is_found(text: str, missing: list[str]) -> None:
    """A page with one of the two forms lacks the other; with both or neither it lacks none."""
    forms = LongForms([("CoIIN", "Collaborative Network"), ("R&D", "Research & development")])
    assert list(forms.find_missing(text)) == missing


def test_only_abbreviations_keep_their_capitals() -> None:
    """What a misspelling is compared with looks as readers type it."""
    assert split_written_words("The PDSA Cycle, CoIIN-wide") == ["the", "PDSA", "cycle", "CoIIN", "wide"]
