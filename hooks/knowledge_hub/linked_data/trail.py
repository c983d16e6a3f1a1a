"""The way from the home page to a page, as search engines show it in place of an address."""

from collections.abc import Iterator

from knowledge_hub.linked_data.hub import LinkedHub
from knowledge_hub.linked_data.node import LinkedPage, Node, create_node

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
    steps = [(hub.text("home.title"), ""), *_find_above(hub, page.address), (page.title, page.address)]
    items = [
        create_node("ListItem", position=number, name=name, item={"@id": hub.address_of(place)})
        for number, (name, place) in enumerate(steps, start=1)
    ]
    return create_node("BreadcrumbList", itemListElement=items)


def _find_above(hub: LinkedHub, address: str) -> Iterator[tuple[str, str]]:
    """Yield title and address of each page above one; a folder without a page is left out."""
    parts = address.rstrip("/").split("/")
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
