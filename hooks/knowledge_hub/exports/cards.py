"""The pictures that other sites show with a link: one for each record, and one for all other pages."""

from knowledge_hub.exports.documents.card import create_hub_card, create_record_card
from knowledge_hub.exports.file_maker import FileMaker
from knowledge_hub.exports.pack_files import Cache, Cards
from knowledge_hub.pages.frame.site import Site

_FOLDER = "cards/"


def create_cards(site: Site, cache: Cache) -> Cards:
    """Return every card; only one that would show something else than before is made.

    None where the host wants none, or where nobody knows the hub's address: other sites need the whole one.
    """
    cards = Cards()
    if not (site.settings.has_cards and site.settings.site_url):
        return cards
    maker = FileMaker(cache)
    wanted = {record.address: create_record_card(site, record) for record in site.catalogue.records}
    for page, card in {"": create_hub_card(site), **wanted}.items():
        address = f"{_FOLDER}{page.rstrip('/') or 'hub'}.png"
        cards.files[address] = maker.card(card)
        cards.addresses[page] = address
    return cards
