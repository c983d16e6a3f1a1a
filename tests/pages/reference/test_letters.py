"""Entries under the letters of the alphabet."""

import pytest

from knowledge_hub.pages.reference.letters import arrange_by_letter


def _arrange(*names: str) -> list[tuple[str, str, list[str]]]:
    letters = arrange_by_letter((name, str(place), name) for place, name in enumerate(names))
    return [(letter.id, letter.name, list(letter.entries)) for letter in letters]


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        ((), []),
        (("b", "a", "B", "A"), [("letter_a", "A", ["a", "A"]), ("letter_b", "B", ["b", "B"])]),
        (("Era", "Élan", "“Each”"), [("letter_e", "E", ["“Each”", "Élan", "Era"])]),
        (("A", "988", "…"), [("letter_0", "0–9", ["…", "988"]), ("letter_a", "A", ["A"])]),
        (("яр", "Яд"), [("letter_я", "Я", ["Яд", "яр"])]),
    ],
)
def test_entries_stand_under_their_first_letter(
    names: tuple[str, ...], letters: list[tuple[str, str, list[str]]]
) -> None:
    """Capitals, accents and quotation marks don't count; digits come first; letters without entries aren't there."""
    assert _arrange(*names) == letters


def test_entries_with_one_name_keep_an_order() -> None:
    """That of their ids, whatever order they come in."""
    entries = [("Page", "b", 2), ("Page", "a", 1)]
    assert arrange_by_letter(entries)[0].entries == arrange_by_letter(reversed(entries))[0].entries == (1, 2)
