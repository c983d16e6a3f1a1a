"""What every page maker works with: one build's catalogue, and the pieces that pages share, each made once."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from functools import cached_property
from typing import Any

from markupsafe import Markup

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.coverage import Coverage, count_coverage
from knowledge_hub.catalogue.credit import find_credit
from knowledge_hub.citations.apa import create_citation
from knowledge_hub.data.data_files import LibraryData
from knowledge_hub.facts.library_facts import create_shelf
from knowledge_hub.facts.source_facts import FactShelf
from knowledge_hub.feeds.coming_sessions import ComingSession, find_coming_sessions
from knowledge_hub.feeds.news import News, find_news
from knowledge_hub.feeds.places import WHATS_NEW, FeedPlace, find_places
from knowledge_hub.keeping import Table
from knowledge_hub.linked_data.hub import LinkedHub
from knowledge_hub.pages.cards.cards import ROOT, Cards
from knowledge_hub.pages.cards.drawing import CardDrawings
from knowledge_hub.pages.cards.facts import CardFact, find_card_facts, write_fact, write_kind
from knowledge_hub.pages.cards.picture import find_card_picture
from knowledge_hub.pages.frame.abbreviations import Abbreviations, Piece
from knowledge_hub.pages.frame.connection_frames import ConnectionFrames
from knowledge_hub.pages.frame.credit import list_credit
from knowledge_hub.pages.frame.downloads import Download
from knowledge_hub.pages.frame.linked_prose import LinkedProse
from knowledge_hub.pages.sections.seats import Seats
from knowledge_hub.pages.views import PageKeeper, Views
from knowledge_hub.prose import TOP_LEVEL
from knowledge_hub.record_files.shelf import Shelf
from knowledge_hub.records import Community, Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.settings.settings import Settings
from knowledge_hub.side_by_side import Aside
from knowledge_hub.templating.compiling import escape_value
from knowledge_hub.templating.templates import Templates
from knowledge_hub.upkeep.link_results import Results
from knowledge_hub.visuals.connections import cut_short
from knowledge_hub.visuals.numbered_tests import NumberedTest, number_tests


class Site:
    """One build: its catalogue, its day, what lies beside the pages, and its host's settings.

    It keeps what is costly to make, and is gone with its build; `compiled` keeps the code of templates longer.
    Where `has_search` is false, something else searches the site, and no page promises the hub's own search.
    `has_texts` says that records are there as Markdown, too, and `social_cards` where the picture of each page is that
    other sites show. `link_results` are those of the last check of links. Without `data` there is no page about it.
    `keeper` keeps pages between builds, `resting` what rests on the facts of each source, and `seen` what pages show of
    all records.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        today: datetime.date,
        downloads: Mapping[str, tuple[Download, ...]] | None = None,
        settings: Settings | None = None,
        shelves: Mapping[str, Shelf] | None = None,
        *,
        has_search: bool = True,
        has_texts: bool = False,
        social_cards: Mapping[str, str] | None = None,
        data: LibraryData | Aside[LibraryData] | None = None,
        compiled: MutableMapping[str, bytes] | None = None,
        link_results: Results | None = None,
        keeper: PageKeeper | None = None,
        resting: Table[Any] | None = None,
        seen: Table[Any] | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.today = today
        self.downloads = downloads or {}
        self.settings = settings or Settings()
        self.shelves = shelves or {}
        self.has_texts = has_texts
        self.social_cards = social_cards or {}
        self.words = catalogue.words
        # What readers see for a key such as "menu.lessons", and for a term: each page asks for dozens.
        self.text = catalogue.words.text
        self.label = catalogue.vocabularies.label
        self.has_search = has_search
        self.link_results = link_results or {}
        self.keeper = keeper
        self.resting: Table[Any] = Table() if resting is None else resting
        self.seen: Table[Any] = Table() if seen is None else seen
        self.has_data = data is not None
        self._data = data
        self._templates = Templates(catalogue.words.tree, compiled)
        self._prose = LinkedProse(catalogue)
        # By the identity of a record, which is at hand where the record itself would have to be looked up.
        self._links: dict[str, dict[int, Markup]] = defaultdict(dict)
        # How connected records are listed, up to the reason, by their place in the catalogue.
        self.entry_starts: dict[str, dict[int, str]] = defaultdict(dict)
        # The links to the files of a record without their name, by root and by whether there are files of its sources.
        self.citation_links: dict[tuple[str, bool], Sequence[str]] = {}
        self._citations: dict[str, Markup] = {}
        self._drawings = CardDrawings(catalogue)
        self._credits: dict[tuple[tuple[tuple[str, str], ...], str], Markup] = {}
        self._facts: dict[str, list[CardFact]] = {}
        self._tests: dict[tuple[str, str], tuple[NumberedTest, ...]] = {}

    @cached_property
    def coverage(self) -> Coverage:
        """How many current records share two values."""
        return count_coverage(self.catalogue.current)

    @cached_property
    def views(self) -> Views:
        """What pages show of records, by which `keeper` knows pages that earlier builds made."""
        return Views(self)

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """The abbreviations of the glossary, which a finished page spells out."""
        return Abbreviations(self.catalogue.glossary)

    @property
    def data(self) -> LibraryData | None:
        """The files with the library for programs; where they are being made, once they are there."""
        if isinstance(self._data, Aside):
            self._data = self._data.result()
        return self._data

    @cached_property
    def facts(self) -> FactShelf:
        """What was read in each source."""
        return create_shelf(self.catalogue.sources, self.catalogue.vocabularies)

    @cached_property
    def facet_words(self) -> Mapping[tuple[str, str], str]:
        """What readers call each value of a facet, and the code of a place, in lines."""
        vocabularies = self.catalogue.vocabularies
        return {
            (facet.slug, term.id): "\n".join(filter(None, [term.label.text(), term.code]))
            for facet in self.catalogue.facets
            for term in vocabularies[facet.vocabulary].terms
        }

    @cached_property
    def linked_hub(self) -> LinkedHub:
        """What the linked data of all pages has in common."""
        return LinkedHub(self.catalogue, self.settings, has_search=self.has_search)

    def find_card(self, address: str) -> str:
        """Return the address of the picture that stands for a page elsewhere, "" where none are made.

        A page without one of its own has that of its record, and any other that of the whole hub.
        """
        if not self.social_cards:
            return ""
        record = self.linked_hub.find_record(address)
        own = self.social_cards.get(record.address) if record else None
        return own or self.social_cards.get("", "")

    @cached_property
    def news(self) -> tuple[News, ...]:
        """Everything that happened to the library, the newest first."""
        return find_news(self.catalogue)

    @cached_property
    def coming_sessions(self) -> tuple[ComingSession, ...]:
        """The sessions that aren't over, the earliest first."""
        return find_coming_sessions(self.catalogue, self.today)

    @cached_property
    def feed_places(self) -> Mapping[str, FeedPlace]:
        """Every feed by the address of its page; none where the site's own address isn't known."""
        return find_places(self.catalogue, self.settings)

    def find_feed(self, address: str) -> FeedPlace | None:
        """Return the feed of a page, None where it has none; what is new for people is the feed of the whole hub."""
        return self.feed_places.get("" if address == WHATS_NEW else address)

    def render(self, template: str, **values: Any) -> Markup:
        """Return one template filled with finished values, as safe HTML."""
        return self._templates.render(template, values)

    def prose(self, markdown: str, root: str, record: Record, top: int = TOP_LEVEL) -> Markup:
        """Return a long text field of a record as safe HTML, its links from `root`, its headings from level `top`."""
        return self._prose.render(markdown, root, self.shelves.get(record.address), top)

    def type_word(self, record: Record | OwnPage) -> str:
        """Return what readers call this kind of record."""
        return self.words.text(f"types.{record.type}.one")

    def evidence_band(self, record: Record) -> str:
        """Return the sentence that says what a record rests on, "" for a documented one."""
        status = record.evidence.status
        return "" if status == "documented" else self.words.text(f"evidence.{status}")

    def mark(self, vocabulary: str, term_id: str | None) -> str:
        """Return the sign that repeats a term's label, "" where it has none."""
        return self.catalogue.vocabularies.mark(vocabulary, term_id)

    def labels(self, vocabulary: str, term_ids: Iterable[str]) -> str:
        """Return several labels as one line of text."""
        return ", ".join(self.label(vocabulary, term_id) for term_id in term_ids)

    def meaning(self, vocabulary: str, term_id: str) -> str:
        """Return the definition of a term in plain words, "" when it has none."""
        definition = self.catalogue.vocabularies.term(vocabulary, term_id).definition
        return definition.text() if definition else ""

    def card_facts(self, record: Record | OwnPage) -> list[CardFact]:
        """Return the facts on a record's card."""
        if record.address not in self._facts:
            self._facts[record.address] = find_card_facts(self.catalogue, record)
        return self._facts[record.address]

    def listed(self, record: Record) -> Markup:
        """Return what a reader's own list shows of a record beside its title and summary, as JSON in an attribute."""
        facts = ", ".join([write_fact(fact) for fact in self.card_facts(record)])
        kind = write_kind(self.type_word(record))
        return Markup(f'{{"facts": [{facts}], "kind": {kind}, "type": "{record.type}"}}')  # noqa: S704 -- written safely

    def links(self, records: Iterable[Record], root: str) -> list[Markup]:
        """Return the titles of records as links to their pages."""
        made = self._links[root]
        return [made.get(id(record)) or self._render_link(record, root) for record in records]

    def _render_link(self, record: Record, root: str) -> Markup:
        link = self._links[root][id(record)] = self.render("link", href=root + record.address, title=record.title)
        return link

    @cached_property
    def seats(self) -> Seats:
        """Who is at the tables of the library."""
        return Seats(self.catalogue, self.render)

    @cached_property
    def labels_in_drawings(self) -> Sequence[str]:
        """The title of each record of the catalogue as drawings show it, as safe HTML."""
        return tuple([escape_value(cut_short(record.title)) for record in self.catalogue.records])

    @cached_property
    def connection_frames(self) -> ConnectionFrames:
        """What pictures of connections have in common."""
        return ConnectionFrames(self.render, self.words, self.abbreviations)

    def citation(self, source_id: str) -> Markup:
        """Return the reference of a source, with the link to where it can be read."""
        if source_id not in self._citations:
            citation = create_citation(self.catalogue.sources[source_id])
            self._citations[source_id] = self.render("citation", citation=citation)
        return self._citations[source_id]

    @cached_property
    def _cards(self) -> Cards:
        return Cards(self._render_card, self.abbreviations)

    def card(self, record: Record | OwnPage, root: str, *, level: int = 3) -> Markup:
        """Return the card that stands for a record in every list."""
        return self._cards.show(record, root, level)

    def cards(self, records: Iterable[Record | OwnPage], root: str, *, level: int = 3) -> list[Markup]:
        """Return the cards of several records."""
        return [self._cards.show(record, root, level) for record in records]

    def card_pieces(self, records: Iterable[Record | OwnPage], root: str, *, level: int = 3) -> list[Piece]:
        """Return the cards of several records for a page that has a CARD in the place of each."""
        return self._cards.take(records, root, level)

    def _render_card(self, record: Record | OwnPage, level: str) -> Markup:
        picture = find_card_picture(self.shelves, record, ROOT)
        return self.render(
            "card",
            href=ROOT + record.address,
            kind=self.type_word(record),
            type=record.type,
            title=record.title,
            summary=record.summary or "",
            facts=self.card_facts(record),
            picture=picture,
            drawing=self._drawings.find(record) if not picture else None,
            level=level,
        )

    def forget_cards(self) -> None:
        """Let go of the cards once all lists are written."""
        self._cards.forget()

    def credit(self, record: Record, root: str) -> Markup:
        """Return who made a record and who looks after it; most records of a library say the same."""
        key = (tuple(find_credit(record)), root)
        if key not in self._credits:
            lines = list(list_credit(self.catalogue, *key))
            self._credits[key] = self.render("credit", lines=lines) if lines else Markup("")
        return self._credits[key]

    def numbered_tests(self, community: Community, root: str) -> tuple[NumberedTest, ...]:
        """Return a community's tests of change in order of time, with the addresses of their pages."""
        key = (community.address, root)
        if key not in self._tests:
            pairs = ((test, root + community.test_address(test)) for test in community.tests_of_change)
            self._tests[key] = number_tests(pairs)
        return self._tests[key]
