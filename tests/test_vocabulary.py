"""Controlled terms: look-up, languages, safe ids."""

import pytest
from pydantic import ValidationError

from knowledge_hub.vocabulary import Term, Translated, Vocabularies, Vocabulary

LEVELS = Vocabulary.model_validate(
    {
        "label": {"en": "Level", "es": "Nivel"},
        "about": {"en": "Where in the system."},
        "terms": [
            {"id": "local", "label": {"en": "Local", "es": "Local"}},
            {"id": "state", "label": {"en": "State"}, "definition": {"en": "A whole state."}},
        ],
    }
)
VOCABULARIES = Vocabularies({"levels": LEVELS})


def test_terms_keep_their_order() -> None:
    """The order of the file is the order in which readers see the terms."""
    assert VOCABULARIES.ids("levels") == ("local", "state")
    assert VOCABULARIES["levels"] is LEVELS


def test_a_term_is_found_by_its_id() -> None:
    """A term is looked up in its own vocabulary only."""
    assert VOCABULARIES.term("levels", "state").definition == Translated(en="A whole state.")
    assert VOCABULARIES.has("levels", "local")
    assert not VOCABULARIES.has("levels", "regional")
    assert not VOCABULARIES.has("stages", "local")
    assert VOCABULARIES.ids("stages") == ()
    with pytest.raises(KeyError):
        VOCABULARIES.term("levels", "regional")


def test_a_label_falls_back_to_english() -> None:
    """A label that isn't translated yet is shown in English."""
    assert VOCABULARIES.label("levels", "state", "es") == "State"
    assert LEVELS.label.text("es") == "Nivel"
    assert LEVELS.label.text() == "Level"


@pytest.mark.parametrize("term_id", ["", "Two Words", "../up", "a/b", "a--b", "-a", "ä", "a" * 61, "a\n"])
def test_a_term_needs_an_id_that_can_be_an_address(term_id: str) -> None:
    """Each term has a page, so its id never leads out of its folder."""
    with pytest.raises(ValidationError):
        Term(id=term_id, label=Translated(en="x"))
