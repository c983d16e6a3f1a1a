"""A community on paper."""

from pathlib import Path

import pytest

from support.pack_library import LIBRARY, create_small_packs
from support.pdf_reader import read_words


@pytest.mark.slow
def test_tests_of_change_are_told_in_order_of_time(tmp_path: Path) -> None:
    """The portrait tells them as the page lists them: those without a date last."""
    tests = [
        {"id": "undated", "title": "Tried some day", "change_idea": "x"},
        {"id": "late", "title": "Tried late", "change_idea": "x", "started": "2026-02"},
        {"id": "early", "title": "Tried early", "change_idea": "x", "started": "2026-01"},
    ]
    network = {**LIBRARY["communities/network"], "tests_of_change": tests}
    packs = create_small_packs(tmp_path, {**LIBRARY, "communities/network": network})
    words = read_words(packs.files["communities/network/network.pdf"], tmp_path)
    places = [words.index(title) for title in ("Tried early", "Tried late", "Tried some day")]
    assert places == sorted(places)


@pytest.mark.slow
def test_the_portrait_tells_who_takes_part_and_how_it_is_built(tmp_path: Path) -> None:
    """Whoever takes the file has what the page says: the teams, the roles with their places, the parts with notes."""
    told = {
        "teams": {"count": 12, "note": "They came from small towns."},
        "roles": ["nurse"],
        "components": [
            {"part": "aim", "present": "yes", "note": "Set by parents."},
            {"part": "teams", "present": "no"},
        ],
    }
    nurse = {**LIBRARY["roles/nurse"], "discipline": "health", "levels": ["local"]}
    network = {**LIBRARY["communities/network"], **told}
    packs = create_small_packs(tmp_path, {**LIBRARY, "communities/network": network, "roles/nurse": nurse})
    words = read_words(packs.files["communities/network/network.pdf"], tmp_path)
    for part in ("12 teams.", "They came from small towns.", "Nurse · Health · Local", "Set by parents."):
        assert part in words, part
