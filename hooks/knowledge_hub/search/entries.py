"""What the search index is told of a record, and the words that a misspelling is compared with."""

import itertools
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import RECORD_TYPES, CaseStudy, Community, Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.search.thesaurus import LongForms, Thesaurus, split_written_words

# The files of a built site that can be found; the rest, such as lists, are not worth reading for an index.
# The home page is found only while a library has no record yet: Pagefind makes no index without a page.
SEARCHED_FILES = (*(f"{cls.folder}/*/index.html" for cls in RECORD_TYPES), "glossary/index.html", "index.html")
# The address that assets/hub/search/index.js fetches when nothing is found.
VOCABULARY = "search/vocabulary.json"
_VOCABULARY_SIZE = 5000
_NEVER = "0001-01-01"
# A slip in a shorter word has too many words near it.
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search knows of a page beside its text.

    `filters` are facet and value, `meta` are name and text; `reviewed` is an ISO date, "" where unknown.
    """

    filters: tuple[tuple[str, str], ...]
    meta: tuple[tuple[str, str], ...]
    reviewed: str


class SearchWords:
    """The other words under which a page is found: one build's glossary and synonyms."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        terms = catalogue.glossary.terms
        self._abbreviations = LongForms((term.term, term.expansion) for term in terms if term.expansion)
        self._thesaurus = Thesaurus(
            [
                *((term.term, *filter(None, [term.expansion]), *term.aliases) for term in terms),
                *(group.words for group in catalogue.synonyms.groups),
            ]
        )

    def find_others(self, record: Record, text: str) -> str:
        """Return the words that mean the same as those of the record, as one line.

        Everyday words follow from what the record says it is about, abbreviations from the whole `text`.
        """
        about = " / ".join(
            [
                *(record.title, record.summary, record.question or "", *record.aliases),
                *(self._catalogue.vocabularies.label("domains", term_id) for term_id in record.domains),
            ]
        )
        others = [*self._thesaurus.find_others(about), *self._abbreviations.find_missing(text)]
        return ", ".join(dict.fromkeys(others))


def create_search_entry(
    catalogue: Catalogue, words: SearchWords, record: Record, text: str, *, kind: str, facts: list[str]
) -> SearchEntry:
    """Return what search is told of a record; `kind` and `facts` are what its card shows."""
    meta = {
        "kind": kind,
        "facts": " | ".join(facts),
        "alias": ", ".join(record.aliases),
        "also": words.find_others(record, text),
    }
    return SearchEntry(
        filters=tuple(find_facet_values(catalogue, record)),
        meta=tuple((name, value) for name, value in meta.items() if value),
        reviewed=record.review.reviewed_on.isoformat() if record.review else "",
    )


def create_own_page_entry(catalogue: Catalogue, page: OwnPage, *, kind: str, summary: str) -> SearchEntry:
    """Return what search is told of a hand-written page; `summary` stands on its card."""
    meta = {"kind": kind, "summary": summary, "alias": ", ".join(page.aliases)}
    return SearchEntry(
        filters=tuple(find_facet_values(catalogue, page)),
        meta=tuple((name, value) for name, value in meta.items() if value),
        # Pagefind leaves out what has no date where it sorts by date.
        reviewed=page.last_review.isoformat() if page.last_review else _NEVER,
    )


def search_facets(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the names of everything that search can filter by, in the order of the search page."""
    return ("type", *(facet.slug for facet in catalogue.facets), "outcome", "community")


def find_facet_values(catalogue: Catalogue, record: Record | OwnPage) -> Iterator[tuple[str, str]]:
    """Yield facet and value by which a record is filtered, each once."""
    yield "type", record.type
    for facet in catalogue.facets:
        for term_id in record.facet_ids(facet.field):
            yield facet.slug, term_id
    if isinstance(record, CaseStudy) and record.outcome:
        yield "outcome", record.outcome
    if isinstance(record, OwnPage):
        return
    for community in (record, *(connection.record for connection in catalogue.connections(record))):
        if isinstance(community, Community):
            yield "community", community.id


def count_facet_values(catalogue: Catalogue) -> Counter[tuple[str, str]]:
    """Return how many current records and own pages have each facet value."""
    items: tuple[Record | OwnPage, ...] = (*catalogue.current, *catalogue.own_pages)
    return Counter(pair for record in items for pair in find_facet_values(catalogue, record))


def create_vocabulary(catalogue: Catalogue) -> str:
    """Return the words that the library is found by as a JSON list, the most frequent first."""
    counts = Counter(
        word
        for text in _find_texts(catalogue)
        for word in split_written_words(text)
        if len(word) >= _SHORTEST_WORD and not word.isdecimal()
    )
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return json.dumps(ranked[:_VOCABULARY_SIZE], ensure_ascii=False, separators=(",", ":"))


def _find_texts(catalogue: Catalogue) -> Iterator[str]:
    for record in catalogue.current:
        yield from (record.title, record.summary, record.question or "", *record.aliases)
    for page in catalogue.own_pages:
        yield from (page.title, page.summary or "", *page.aliases)
    for term in catalogue.glossary.terms:
        yield from (term.term, term.expansion or "", *term.aliases)
    yield from itertools.chain.from_iterable(group.words for group in catalogue.synonyms.groups)
    for facet in catalogue.facets:
        yield from (term.label.text() for term, _ in catalogue.facet_terms(facet))
