"""The search index of one build: all that can be found, and how much each field of it counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.own_page import shorten_first_paragraph
from knowledge_hub.pages.search.answers import create_answers
from knowledge_hub.pages.search.record_documents import create_page_document, create_record_document
from knowledge_hub.pages.search.reference_documents import create_reference_documents
from knowledge_hub.records import Guide
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.search.document import BODY, SECTION_TITLE, Document, Field, Rules, Section
from knowledge_hub.search.index import Indexer
from knowledge_hub.search.plain_text import split_sections
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
# A preview builds again and again in one process, and most pages stay as they were.
_INDEXER = Indexer()


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A hand-written page as the adapter knows it: where it is, what it is, its text as HTML."""

    address: str
    item: Guide | OwnPage
    html: str


def create_search_files(site: Site, written: Iterable[HandWritten] = ()) -> dict[str, str]:
    """Return the files of the search index by path; `written` are the hand-written pages that may be found."""
    return _INDEXER.create_index(create_documents(site, written), _create_rules(site))


def create_documents(site: Site, written: Iterable[HandWritten] = ()) -> Iterator[Document]:
    """Yield everything that search can find."""
    texts = {page.item.address if isinstance(page.item, Guide) else page.address: page for page in written}
    for record in site.catalogue.current:
        page = texts.pop(record.address, None)
        lead, sections = _split(page) if page else ("", ())
        yield create_record_document(site, record, lead, sections)
    for address, page in texts.items():
        if isinstance(page.item, OwnPage):
            lead, sections = _split(page)
            summary = page.item.summary or shorten_first_paragraph(page.html)
            yield create_page_document(site, page.item, address, summary, lead, sections)
    yield from create_reference_documents(site)


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
