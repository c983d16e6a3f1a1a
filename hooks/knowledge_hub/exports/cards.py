"""The pictures that other sites show with a link: one for each record, and one for all other pages."""

from collections.abc import Callable
from functools import partial

from knowledge_hub.exports.documents.card import Card, create_hub_card, create_record_card
from knowledge_hub.exports.file_maker import FileMaker
from knowledge_hub.exports.pack_files import Cache, Cards
from knowledge_hub.pages.frame.site import Site

_FOLDER = "cards/"


def create_cards(site: Site, cache: Cache, *, on_request: bool = False) -> Cards:
    """Return every card; only one that would show something else than before is made, or none until it is asked for.

    None where the host wants none, or where nobody knows the hub's address: other sites need the whole one.
    """
    cards = Cards()
    if not (site.settings.has_cards and site.settings.site_url):
        return cards
    maker = FileMaker(cache)
    wanted = {record.address: partial(create_record_card, site, record) for record in site.catalogue.records}
    for page, create in {"": partial(create_hub_card, site), **wanted}.items():
        address = f"{_FOLDER}{page.rstrip('/') or 'hub'}.png"
        cards.addresses[page] = address
        if on_request:
            cards.on_request[address] = partial(_make, maker, create)
        else:
            cards.files[address] = _make(maker, create)
    return cards


def _make(maker: FileMaker, create: Callable[[], Card]) -> bytes:
    return maker.card(create())
