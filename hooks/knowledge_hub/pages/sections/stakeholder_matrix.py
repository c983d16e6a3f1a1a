"""Who is at the table, drawn as discipline by level."""

from collections.abc import Sequence

from markupsafe import Markup

from knowledge_hub.pages.frame.site import Site
from knowledge_hub.visuals.matrix import Seat, create_matrix


def render_matrix(site: Site, seats: Sequence[Seat]) -> Markup:
    """Return the table of seats, with a sentence on who is missing."""
    vocabularies = site.catalogue.vocabularies
    matrix = create_matrix(seats, vocabularies["disciplines"].terms, vocabularies["levels"].terms)
    return site.render("matrix", matrix=matrix)
