"""The starter library itself: without problems, with words to avoid that find themselves, and pages that keep every rule."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.checks import check_content
from knowledge_hub.library.loading import load_library
from support.builds import ROOT
from support.rules.site import SITE_RULES, BuiltSite
from support.rules.wording import find_unfound_forms


def test_it_has_no_problems() -> None:
    """What is published has passed the check, and no warning is left to judge."""
    assert check_content(ROOT / "content", ROOT / "docs" / "guides") == []


def test_its_words_to_avoid_find_themselves(tmp_path: Path) -> None:
    """Each form in the list is found in a text, in capitals and over a line's end too."""
    assert find_unfound_forms(ROOT / "content" / "wording.yml", tmp_path) == set()


def test_its_outcomes_have_marks() -> None:
    """How it went shows by shape as well; outcomes that a host adds go without."""
    vocabularies = load_library(ROOT / "content")[0].vocabularies
    assert [term.id for term in vocabularies["outcomes"].terms if not term.mark] == []


def test_a_place_in_a_title_is_on_the_map() -> None:
    """Whoever reads of a state in a title finds the record under that state, too."""
    catalogue = create_catalogue(load_library(ROOT / "content", ROOT / "docs" / "guides")[0])
    names = {term.id: term.label.text() for term in catalogue.vocabularies["places"].terms if term.tile}
    lacking = [
        (record.address, place)
        for record in catalogue.records
        for place, name in names.items()
        # The capital isn't in the state of that name.
        if re.search(rf"\b{name}\b(?!, DC)", record.title) and place not in record.facet_ids("places")
    ]
    assert lacking == []


@pytest.fixture(scope="module")
def site(starter_site: Path) -> BuiltSite:
    return BuiltSite(starter_site, ROOT / "content")


@pytest.mark.slow
@pytest.mark.parametrize("find_broken", SITE_RULES, ids=lambda rule: rule.__name__)
def test_no_page_breaks_a_rule(site: BuiltSite, find_broken: Callable[[BuiltSite], Iterable[str]]) -> None:
    """Each rule stands in words at its function."""
    assert site.records
    assert list(find_broken(site)) == []
