"""The way from the home page to a page, as search engines show it in place of an address."""

from collections.abc import Iterator

from knowledge_hub.linked_data.hub import LinkedHub
from knowledge_hub.linked_data.node import LinkedPage, Node, create_node, name_node

# Pages that have others below them, beside the lists of records.
_ABOVE = {
    "browse/": "lists.browse",
    "change-packages/": "footer.change_packages",
    "contribute/": "footer.contribute",
    "people/": "people.title",
}


def describe_trail(hub: LinkedHub, page: LinkedPage) -> Node | None:
    """Return the pages from home to this one; None on the home page, and where no page has a known address."""
    if not page.address or not hub.settings.site_url:
        return None
    folder, slash, _ = page.address.rstrip("/").rpartition("/")
    if folder not in hub.trails:
        hub.trails[folder] = list(_describe_above(hub, folder + slash))
    above = hub.trails[folder]
    here = _describe_step(hub, len(above) + 1, page.title, page.address)
    return create_node("BreadcrumbList", itemListElement=[*above, here])


def _describe_above(hub: LinkedHub, folder: str) -> Iterator[Node]:
    """Yield home, and each page at a folder or above it; one without a page is left out."""
    steps = [(hub.text("home.title"), ""), *_find_above(hub, folder)]
    for number, (name, place) in enumerate(steps, start=1):
        yield _describe_step(hub, number, name, place)


def _describe_step(hub: LinkedHub, number: int, name: str, place: str) -> Node:
    return create_node("ListItem", position=number, name=name, item=name_node(hub.address_of(place)))


def _find_above(hub: LinkedHub, folder: str) -> Iterator[tuple[str, str]]:
    parts = folder.split("/")
    for length in range(1, len(parts)):
        above = "/".join(parts[:length]) + "/"
        if title := _find_title(hub, above, length):
            yield title, above


def _find_title(hub: LinkedHub, address: str, depth: int) -> str:
    if depth == 1 and (list_title := hub.list_titles.get(address)):
        return list_title
    record = hub.find_record(address)
    if record and record.address == address:
        return record.title
    if own := hub.find_own_page(address):
        return own.title
    return hub.text(_ABOVE[address]) if address in _ABOVE else ""
