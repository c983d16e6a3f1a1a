"""Which pages have a feed of their own: home, the list of each type, each facet value, each community."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.facets import Facet, facet_address
from knowledge_hub.records import RECORD_TYPES, Community, Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.settings.settings import Settings

# The page that lists for people what the feed of the whole hub lists for programs.
WHATS_NEW = "new/"


class FeedPlace(NamedTuple):
    """A feed by the address of its page ("" for the whole hub), with its title and what it is about."""

    address: str
    title: str
    about: str = ""

    @property
    def atom(self) -> str:
        """The path of the feed as Atom, below the site's root."""
        return f"{self.address}feed.xml"

    @property
    def json(self) -> str:
        """The path of the feed as JSON Feed."""
        return f"{self.address}feed.json"


def find_places(catalogue: Catalogue, settings: Settings) -> dict[str, FeedPlace]:
    """Return every feed by the address of its page; none where the site's own address isn't known.

    The ids and links of a feed have to be whole addresses (RFC 4287, 4.2.6; JSON Feed 1.1, `id` and `url`): a feed
    is read far from the site. `xml:base` would need the same address.
    """
    if not settings.site_url:
        return {}
    return {place.address: place for place in _find(catalogue, settings)}


def group_by_record(catalogue: Catalogue, places: Mapping[str, FeedPlace]) -> Mapping[str, Sequence[str]]:
    """Return the addresses of the feeds in which each record stands, by the address of the record.

    What happens to a record is news of the communities that it is connected to, too.
    """
    addresses = {facet.slug: _address_values(catalogue, facet, places) for facet in catalogue.facets}
    found: dict[str, list[str]] = {}
    items: tuple[Record | OwnPage, ...] = (*catalogue.records, *catalogue.own_pages)
    for item in items:
        belongs = ["", f"{item.folder}/"] if isinstance(item, Record) else [""]
        for facet, ids in catalogue.facet_values(item):
            belongs += filter(None, map(addresses[facet.slug].get, ids))
        found[item.address] = belongs
    for community in catalogue.records:
        if isinstance(community, Community):
            found[community.address].append(community.address)
            for place in catalogue.reasons_of(community):
                found[catalogue.records[place].address].append(community.address)
    return found


def _address_values(catalogue: Catalogue, facet: Facet, places: Mapping[str, FeedPlace]) -> dict[str, str]:
    """Return the addresses of those values of a facet that have a feed, by their ids."""
    ids = catalogue.vocabularies.ids(facet.vocabulary)
    addresses = ((term_id, facet_address(facet, term_id)) for term_id in ids)
    return {term_id: address for term_id, address in addresses if address in places}


def _find(catalogue: Catalogue, settings: Settings) -> Iterator[FeedPlace]:
    name, text = settings.site_name, catalogue.words.text
    yield FeedPlace("", name, settings.description)
    for cls in RECORD_TYPES:
        if any(isinstance(record, cls) for record in catalogue.records):
            title = text(f"types.{cls.type}.many")
            yield FeedPlace(f"{cls.folder}/", f"{name}: {title}", text(f"types.{cls.type}.intro"))
    for facet in catalogue.facets:
        for term, _ in catalogue.facet_terms(facet):
            about = term.definition.text() if term.definition else ""
            yield FeedPlace(facet_address(facet, term.id), f"{name}: {term.label.text()}", about)
    for record in catalogue.records:
        if isinstance(record, Community):
            yield FeedPlace(record.address, f"{name}: {record.title}", record.summary)
