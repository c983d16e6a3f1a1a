"""The ways to hear of what is new without coming back: feeds, and calendars that keep themselves up to date."""

from markupsafe import Markup

from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.site import Site


def render_follow(site: Site, address: str, root: str, *, is_open: bool = False) -> Markup:
    """Return how to follow a page by its feed, "" where it has none; folded unless it `is_open`."""
    place = site.find_feed(address)
    if place is None:
        return NO_HTML
    return site.render(
        "follow",
        atom=root + place.atom,
        atom_address=site.settings.site_url + place.atom,
        json=root + place.json,
        is_open=is_open,
    )


def subscribe_address(site: Site, path: str) -> str:
    """Return the address by which calendar programs subscribe to a file, "" where the site's own isn't known."""
    scheme, _, rest = site.settings.site_url.partition("://")
    return f"webcal://{rest}{path}" if scheme and rest else ""
