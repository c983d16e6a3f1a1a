"""What the linked data of all pages has in common: addresses, the site, who publishes it, terms and makers."""

from collections.abc import Collection, Iterable
from functools import cached_property
from urllib.parse import quote, unquote

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.facets import NOT_STATED
from knowledge_hub.linked_data.node import Node, create_node
from knowledge_hub.records import RECORD_TYPES, Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.settings.settings import Settings
from knowledge_hub.vocabulary import Vocabularies

# The facet of places, by its slug.
PLACES = frozenset({"state"})
_WHERE = PLACES | {"level"}


class _Terms(dict[tuple[str, str], Node]):
    """The terms of all vocabularies by vocabulary and id, each described when it is first asked for."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        super().__init__()
        self._vocabularies = vocabularies

    def __missing__(self, key: tuple[str, str]) -> Node:
        kind = "Place" if key[0] == "places" else "DefinedTerm"
        self[key] = node = create_node(kind, name=self._vocabularies.label(*key))
        return node


class LinkedHub:
    """The catalogue and the settings of one build, with what many pages say made once.

    Where the settings have no `site_url`, nobody knows where a page will be found: no node has an address then.
    """

    def __init__(self, catalogue: Catalogue, settings: Settings, *, has_search: bool = True) -> None:
        self.catalogue = catalogue
        self.settings = settings
        self.has_search = has_search
        # The ways to the pages of each folder, as `trail` describes them.
        self.trails: dict[str, list[Node]] = {}
        self._terms = _Terms(catalogue.vocabularies)
        self._makers: dict[str, Node] = {}
        self._sources: dict[str, Node] = {}

    def address_of(self, page: str) -> str:
        """Return the public address of a page by its address below the root, "" where the hub has none.

        What isn't ASCII gets the form that browsers send (RFC 3986, 2.1); an adapter may have done that already.
        """
        site = self.settings.site_url
        return f"{site}{page if page.isascii() else quote(page)}" if site else ""

    def find_record(self, address: str) -> Record | None:
        """Return the record whose page, or one of whose further pages, has this address."""
        folder, _, rest = address.partition("/")
        return self._records.get((folder, rest.partition("/")[0]))

    def find_own_page(self, address: str) -> OwnPage | None:
        """Return what is known of a host's own page."""
        return self._own_pages.get(unquote(address))

    def find_person(self, address: str) -> str:
        """Return the id of the contributor whose page this is, "" for any other page."""
        return self._people.get(address, "")

    def text(self, key: str) -> str:
        """Return the hub's words for a key."""
        return self.catalogue.words.text(key)

    @cached_property
    def publisher(self) -> Node:
        """Who runs the hub: the host, or the hub itself where the settings name nobody."""
        name = self.settings.host or self.settings.site_name
        return create_node("Organization", name=name, url=self.settings.identity.homepage or self.settings.site_url)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The facets that say what a record is about, by their slugs; the others say where it is from."""
        return frozenset(facet.slug for facet in self.catalogue.facets) - _WHERE

    @cached_property
    def website(self) -> Node:
        """The whole site, as its pages name it."""
        return create_node("WebSite", name=self.settings.site_name, url=self.settings.site_url)

    def describe_terms(self, record: Record, slugs: Collection[str]) -> list[Node]:
        """Return the values that a record has of some facets, which are known by their slugs."""
        return [
            self._terms[facet.vocabulary, term_id]
            for facet, ids in self.catalogue.facet_values(record)
            if facet.slug in slugs
            for term_id in ids
            if term_id != NOT_STATED
        ]

    def describe_makers(self, contributor_ids: Iterable[str]) -> list[Node]:
        """Return people and organizations by their ids."""
        return [self._describe_maker(contributor_id) for contributor_id in contributor_ids]

    def describe_sources(self, source_ids: Iterable[str]) -> list[Node]:
        """Return what is cited, by ids."""
        return [self._sources.get(source_id) or self._describe_source(source_id) for source_id in source_ids]

    @cached_property
    def list_titles(self) -> dict[str, str]:
        """The titles of the lists of records by their addresses."""
        return {f"{cls.folder}/": self.text(f"types.{cls.type}.many") for cls in RECORD_TYPES}

    @cached_property
    def _records(self) -> dict[tuple[str, str], Record]:
        return {(record.folder, record.id): record for record in self.catalogue.records}

    @cached_property
    def _people(self) -> dict[str, str]:
        return {person.contributor.address: person.contributor.id for person in self.catalogue.people}

    @cached_property
    def _own_pages(self) -> dict[str, OwnPage]:
        return {page.address: page for page in self.catalogue.own_pages}

    def _describe_source(self, source_id: str) -> Node:
        source = self.catalogue.sources[source_id]
        href = f"https://doi.org/{source.doi}" if source.doi else source.url
        self._sources[source_id] = node = create_node("CreativeWork", name=source.title, url=href)
        return node

    def _describe_maker(self, contributor_id: str) -> Node:
        if contributor_id not in self._makers:
            maker = self.catalogue.contributors[contributor_id]
            kind = "Person" if maker.kind == "person" else "Organization"
            self._makers[contributor_id] = create_node(kind, name=maker.name, url=maker.url, sameAs=maker.identifier)
        return self._makers[contributor_id]
