"""The facets: the ways in which readers browse and filter records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to browse: the address part, the record field and the vocabulary of its values."""

    slug: str
    field: str
    vocabulary: str


FACETS = (
    Facet("domain", "domains", "domains"),
    Facet("tier", "tiers", "tiers"),
    Facet("level", "levels", "levels"),
    Facet("discipline", "disciplines", "disciplines"),
    Facet("setting", "settings", "settings"),
    Facet("stage", "stages", "stages"),
    Facet("state", "places", "places"),
)
_BY_SLUG = {facet.slug: facet for facet in FACETS}


def get_facet(slug: str) -> Facet:
    """Return the facet with this address part; KeyError where there is none."""
    return _BY_SLUG[slug]
