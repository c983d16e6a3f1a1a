"""The facets: the ways in which readers browse and filter records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge_hub.records.common import Faceted
from knowledge_hub.records.single_files.own_fields import OwnFacet


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to browse: the address part, the record field and the vocabulary of its values."""

    slug: str
    field: str
    vocabulary: str
    # Of a facet that the host has added: what readers call it, and whether cards show it.
    label: str = ""
    on_cards: bool = False


# The ids of the values that something has of each facet; one of which it has none is left out.
FacetValues = tuple[tuple[Facet, tuple[str, ...]], ...]

# The address of the index of all facets.
BROWSE = "browse/"

# The choice in the vocabulary of places that names none.
NOT_STATED = "not-stated"

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


def arrange_facets(own: Iterable[OwnFacet]) -> tuple[Facet, ...]:
    """Return the built-in facets and the host's own, each of these before the one it names or at the end."""
    arranged = list(FACETS)
    for added in own:
        facet = Facet(added.id, added.field, added.vocabulary, added.label, added.on_cards)
        slugs = [other.slug for other in arranged]
        arranged.insert(slugs.index(added.before) if added.before in slugs else len(slugs), facet)
    return tuple(arranged)


def find_values(item: Faceted, facets: Sequence[Facet]) -> FacetValues:
    """Return the values that a record or a page has of these facets."""
    return tuple([(facet, ids) for facet in facets if (ids := item.facet_ids(facet.field))])


def facet_address(facet: Facet, term_id: str) -> str:
    """Return the address of one facet value's page."""
    return f"{BROWSE}{facet.slug}/{term_id}/"


def get_facet(slug: str) -> Facet:
    """Return the facet with this address part; KeyError where there is none."""
    return _BY_SLUG[slug]
