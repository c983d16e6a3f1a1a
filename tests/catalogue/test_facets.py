"""The facets: each is found by its part of an address, and is a field of every record."""

import pytest

from knowledge_hub.catalogue.facets import FACETS, Facet, get_facet
from knowledge_hub.records import RECORD_TYPES


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.slug)
def test_a_facet_is_found_by_its_slug(facet: Facet) -> None:
    """One look-up gives the field and the vocabulary that a part of an address stands for."""
    assert get_facet(facet.slug) is facet
    assert all(facet.field in cls.model_fields for cls in RECORD_TYPES)


def test_another_name_is_no_facet() -> None:
    """A slip in the code is an error at once, not an empty page."""
    with pytest.raises(KeyError):
        get_facet("domains")
