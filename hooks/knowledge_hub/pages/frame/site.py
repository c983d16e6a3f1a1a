"""What every page maker works with: the catalogue, the templates, and the pieces pages share."""

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.pages.frame.abbreviations import Abbreviations
from knowledge_hub.pages.frame.card_facts import CardFact, find_card_facts
from knowledge_hub.pages.frame.citation import source_anchor
from knowledge_hub.pages.frame.contact import Contact
from knowledge_hub.pages.frame.downloads import Download
from knowledge_hub.pages.frame.interface_words import TYPE_WORDS
from knowledge_hub.pages.frame.page import Heading, Page
from knowledge_hub.prose import LinkResolver, ProseRenderer
from knowledge_hub.records import Record
from knowledge_hub.search.entries import SearchWords, create_search_entry

_CORE = Path(__file__).parent.parent.parent
# The rooms are those of pages/. Some parts stand in the shell of every page and on pages of their own.
_ROOMS = ("frame", "sections", "records", "library", "reference")
_TEMPLATES = (*(_CORE / "templates" / room for room in _ROOMS), _CORE / "theme" / "partials" / "hub")


class _Templates(Environment):
    """Templates by name; Jinja's own look-up of an included one costs more than filling it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._made: dict[str, Template] = {}

    def get_template(self, name: str | Template, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        """Return one template, compiled once."""
        if isinstance(name, Template):
            return name
        if name not in self._made:
            self._made[name] = super().get_template(name, parent, globals)
        return self._made[name]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return `obj.attribute`; of a dict the value by that name, without failing to find an attribute first."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return self.undefined(obj=obj, name=attribute)


class Site:
    """One build's catalogue and templates; holds nothing that outlives the build."""

    def __init__(
        self,
        catalogue: Catalogue,
        today: datetime.date,
        downloads: Mapping[str, tuple[Download, ...]] | None = None,
        contact: Contact | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.today = today
        self.downloads = downloads or {}
        self.contact = contact or Contact()
        self.abbreviations = Abbreviations(catalogue.glossary)
        self.search_words = SearchWords(catalogue)
        self._environment = _Templates(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._cards: dict[tuple[str, str, int], Markup] = {}
        self._facts: dict[str, list[CardFact]] = {}
        self._prose: dict[str, ProseRenderer] = {}

    def render(self, template: str, **values: Any) -> Markup:
        """Return one template filled with finished values, as safe HTML."""
        made = self._environment.get_template(f"{template}.html")
        # What render() does, without copying the values and Jinja's own globals together first.
        html = "".join(made.root_render_func(made.new_context(values, shared=True)))
        return Markup(html)  # noqa: S704 -- rendered with autoescape on

    def prose(self, markdown: str, root: str) -> Markup:
        """Return a long text field as safe HTML, with links that start at `root`."""
        if root not in self._prose:
            self._prose[root] = ProseRenderer(_create_resolver(self.catalogue, root))
        return self._prose[root].render(markdown)

    def label(self, vocabulary: str, term_id: str) -> str:
        """Return what readers see for a term."""
        return self.catalogue.vocabularies.label(vocabulary, term_id)

    def labels(self, vocabulary: str, term_ids: Iterable[str]) -> str:
        """Return several labels as one line of text."""
        return ", ".join(self.label(vocabulary, term_id) for term_id in term_ids)

    def meaning(self, vocabulary: str, term_id: str) -> str:
        """Return the definition of a term in plain words, "" when it has none."""
        definition = self.catalogue.vocabularies.term(vocabulary, term_id).definition
        return definition.text() if definition else ""

    def source_link(self, source_id: str, root: str) -> str:
        """Return the address of a source on the sources page."""
        return f"{root}sources/#{source_anchor(source_id)}"

    def card(self, record: Record, root: str, *, level: int = 3) -> Markup:
        """Return the card that stands for a record in every list."""
        key = (record.address, root, level)
        if key not in self._cards:
            self._cards[key] = self.render(
                "card",
                href=root + record.address,
                kind=TYPE_WORDS[record.type].one,
                type=record.type,
                title=record.title,
                summary=record.summary,
                facts=self._facts_of(record),
                level=level,
            )
        return self._cards[key]

    def cards(self, records: Iterable[Record], root: str, *, level: int = 3) -> list[Markup]:
        """Return the cards of several records."""
        return [self.card(record, root, level=level) for record in records]

    def page(
        self,
        address: str,
        *,
        title: str,
        description: str,
        html: str,
        contents: tuple[Heading, ...] = (),
        source_path: str | None = None,
        scripts: tuple[str, ...] = (),
        reviewed: str | None = None,
        record: Record | None = None,
        citation: str = "",
        is_indexed: bool = True,
    ) -> Page:
        """Return a finished page: abbreviations spelled out, section known, `record` told to search."""
        return Page(
            address=address,
            title=title,
            description=description,
            html=self.finish(html, record),
            section=f"{address.split('/', 1)[0]}/" if address else "",
            contents=contents,
            source_path=source_path,
            scripts=scripts,
            reviewed=reviewed or self.catalogue.newest_review,
            citation=citation,
            is_indexed=is_indexed,
        )

    def finish(self, html: str, record: Record | None = None) -> str:
        """Return a page's HTML with abbreviations spelled out, and with what search is told of its record."""
        finished = self.abbreviations.expand(html)
        if record is None or record.status == "archived":
            return finished
        entry = create_search_entry(
            self.catalogue,
            self.search_words,
            record,
            finished,
            kind=TYPE_WORDS[record.type].one,
            facts=[f"{fact.mark} {fact.text}".strip() for fact in self._facts_of(record)],
        )
        told = self.render("search-entry", filters=entry.filters, meta=entry.meta, reviewed=entry.reviewed)
        return f"{finished}{told}"

    def _facts_of(self, record: Record) -> list[CardFact]:
        if record.address not in self._facts:
            self._facts[record.address] = find_card_facts(self.catalogue.vocabularies, record)
        return self._facts[record.address]


def _create_resolver(catalogue: Catalogue, root: str) -> LinkResolver:
    # It must not know the site: a renderer that a site keeps, and that knows the site, would never be freed.
    def resolve(type_name: str, record_id: str) -> str | None:
        if type_name == "source":
            return f"{root}sources/#{record_id}"
        record = catalogue.get(type_name, record_id)
        return root + record.address if record else None

    return resolve
