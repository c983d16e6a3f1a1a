"""The search index of one build: all that can be found, and how much each field of it counts."""

import functools
from collections.abc import Iterable, Iterator

from knowledge_hub.catalogue.search_facets import find_communities
from knowledge_hub.keeping import Store, fingerprint, fingerprint_all
from knowledge_hub.pages.cards.picture import find_card_picture
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.own_page import shorten_first_paragraph
from knowledge_hub.pages.search.answers import create_answers
from knowledge_hub.pages.search.hand_written import HandWritten
from knowledge_hub.pages.search.record_documents import create_page_document, create_record_document
from knowledge_hub.pages.search.reference_documents import create_reference_documents
from knowledge_hub.records import Guide, Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.search.document import BODY, SECTION_TITLE, Document, Field, Rules, Section
from knowledge_hub.search.index import create_index
from knowledge_hub.search.plain_text import split_sections
from knowledge_hub.search.reading import Findable, list_as_it_is
from knowledge_hub.search.stop_words import find_other_stop_words, find_stop_words

# Short fields say what a page is about; in a long one a word may stand by chance. Tuned on tests/search_questions.yml.
_FIELDS = {
    "title": Field(8.0, 0.5),
    "aliases": Field(5.0, 0.3),
    "question": Field(5.0, 0.5),
    "summary": Field(3.0, 0.5),
    SECTION_TITLE: Field(2.5, 0.4),
    "facets": Field(1.0, 0.3),
    BODY: Field(1.0, 0.75),
}


def create_search_files(site: Site, written: Iterable[HandWritten] = (), store: Store | None = None) -> dict[str, str]:
    """Return the files of the search index by path; `written` are the hand-written pages that may be found.

    What `store` keeps of an earlier build isn't read again.
    """
    return create_index(list_findable(site, written), _create_rules(site), store or Store())


def list_findable(site: Site, written: Iterable[HandWritten] = ()) -> Iterator[Findable]:
    """Yield everything that search can find; what becomes of most records isn't made yet.

    What a document says of its record, of the communities that it belongs to and of what all share is in its key.
    """
    texts = {page.item.address if isinstance(page.item, Guide) else page.address: page for page in written}
    shared = fingerprint(site.catalogue.shared, repr(site.settings))
    for record in site.catalogue.current:
        page = texts.pop(record.address, None)
        key = fingerprint_all((shared, *_describe(site, record), page.html if page else ""))
        yield Findable(record.address, key, functools.partial(_create_record_document, site, record, page))
    for address, page in texts.items():
        if isinstance(page.item, OwnPage):
            lead, sections = _split(page)
            summary = page.item.summary or shorten_first_paragraph(page.html)
            yield list_as_it_is(create_page_document(site, page.item, address, summary, lead, sections))
    yield from map(list_as_it_is, create_reference_documents(site))


def _describe(site: Site, record: Record) -> Iterator[bytes | str]:
    yield record.address
    yield site.catalogue.fingerprints.get((record.type, record.id), b"")
    yield repr(find_card_picture(site.shelves, record, ""))
    yield from find_communities(site.catalogue, record)


def _create_record_document(site: Site, record: Record, page: HandWritten | None) -> Document:
    lead, sections = _split(page) if page else ("", ())
    return create_record_document(site, record, lead, sections)


def _split(page: HandWritten) -> tuple[str, tuple[Section, ...]]:
    lead, sections = split_sections(page.html)
    return lead, tuple(Section(*section) for section in sections)


def _create_rules(site: Site) -> Rules:
    terms = site.catalogue.glossary.terms
    named = [(term.term, *filter(None, [term.expansion]), *term.aliases) for term in terms]
    groups = [*(group for group in named if len(group) > 1), *(group.words for group in site.catalogue.synonyms.groups)]
    language = site.settings.language
    return Rules(
        fields=_FIELDS,
        language=language,
        concepts=tuple(groups),
        stop=find_stop_words(language),
        other_stop=find_other_stop_words(language),
        answers=tuple(create_answers(site)),
    )
