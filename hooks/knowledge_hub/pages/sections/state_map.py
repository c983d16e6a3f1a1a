"""The map of states, whose tiles lead to what the library has from each."""

from collections.abc import Mapping

from markupsafe import Markup

from knowledge_hub.pages.frame.site import Site
from knowledge_hub.visuals import state_map


def render_state_map(site: Site, used: Mapping[str, tuple[int, str]]) -> Markup:
    """Return the map; `used` gives count and address by the id of a place. The caller adds the same as a list."""
    places = site.catalogue.vocabularies["places"].terms
    tiles = state_map.create_state_map(places, used)
    if not any(tile.href for tile in tiles):
        return Markup("")
    return site.render("state-map", tiles=tiles, width=state_map.WIDTH, height=state_map.HEIGHT, size=state_map.TILE)
