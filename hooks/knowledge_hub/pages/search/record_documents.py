"""Records and hand-written pages as documents for search."""

from collections.abc import Iterator

from knowledge_hub.catalogue.search_facets import find_facet_values
from knowledge_hub.pages.cards.picture import find_card_picture
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.search.field_texts import read_field
from knowledge_hub.pages.search.record_sections import create_sections
from knowledge_hub.pages.sections.own_parts import own_words
from knowledge_hub.records import CaseStudy, Community, Pathway, Record, Role, Toolkit, is_own_type
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.search.document import BODY, Card, Document, Section
from knowledge_hub.search.plain_text import read_markdown

DOCUMENTED = "documented"
# What happened somewhere, and what the hub itself advises, come before what illustrates.
_COMPOSITE = "composite"
EXAMPLE_FACTOR = 0.6
# A pathway leads to pages that answer; these come first, unless its situation is what was asked for.
PATHWAY_FACTOR = 0.8
# Facts at the head of a page that are nobody's section.
_FACTS: dict[str, tuple[str, ...]] = {
    Community.type: ("hosts", "funding"),
    CaseStudy.type: ("place", "adoption.time", "adoption.people", "adoption.cost"),
    Role.type: ("works_with",),
    Toolkit.type: ("people", "time"),
    Pathway.type: ("for_whom",),
}


def create_record_document(site: Site, record: Record, lead: str = "", written: tuple[Section, ...] = ()) -> Document:
    """Return one record as search finds it; a guide brings what is `written` on its page, and the text above it."""
    return Document(
        card=_create_card(site, record),
        texts=(
            ("title", record.title),
            ("aliases", "\n".join(record.aliases)),
            ("question", record.question or ""),
            ("summary", record.summary),
            ("facets", write_labels(site, record)),
            (BODY, "\n".join(filter(None, [lead, *_find_facts(record)]))),
        ),
        sections=(*written, *create_sections(site, record)),
        facets=tuple(find_facet_values(site.catalogue, record)),
        reviewed=record.review.reviewed_on.isoformat() if record.review else "",
        factor=find_factor(record),
        # By its aliases an example would come before what happened somewhere.
        names=() if _is_example(record) else tuple(record.aliases),
    )


def create_page_document(
    site: Site, page: OwnPage, address: str, summary: str, lead: str, sections: tuple[Section, ...]
) -> Document:
    """Return a hand-written page as search finds it; `lead` is its text above the first section."""
    facts = tuple(fact.text for fact in site.card_facts(page))
    return Document(
        card=Card(address, page.title, site.type_word(page), page.type, summary, facts),
        texts=(
            ("title", page.title),
            ("aliases", "\n".join(page.aliases)),
            ("summary", summary),
            ("facets", write_labels(site, page)),
            (BODY, lead),
        ),
        sections=sections,
        facets=tuple(find_facet_values(site.catalogue, page)),
        reviewed=page.last_review.isoformat() if page.last_review else "",
        names=tuple(page.aliases),
    )


def write_labels(site: Site, item: Record | OwnPage) -> str:
    """Return what readers call the kind and the facet values of a record, with the codes of places."""
    labels, vocabularies = [site.type_word(item)], site.catalogue.vocabularies
    for facet, ids in site.catalogue.facet_values(item):
        for term_id in ids:
            labels.append(vocabularies.label(facet.vocabulary, term_id))
            if code := vocabularies.term(facet.vocabulary, term_id).code:
                labels.append(code)
    return "\n".join(labels)


def find_factor(record: Record) -> float:
    """Return by how much the score of a record is multiplied: examples and ways through others come after the rest."""
    if isinstance(record, Pathway):
        return PATHWAY_FACTOR
    return EXAMPLE_FACTOR if _is_example(record) else 1.0


def _is_example(record: Record) -> bool:
    return record.evidence.status == _COMPOSITE


def _create_card(site: Site, record: Record) -> Card:
    picture = find_card_picture(site.shelves, record, "")
    return Card(
        address=record.address,
        title=record.title,
        kind=site.type_word(record),
        type=record.type,
        summary=record.summary,
        facts=tuple(
            (fact.mark, fact.text, fact.outcome) if fact.mark else fact.text for fact in site.card_facts(record)
        ),
        picture=(picture.src.removeprefix(record.address), picture.words) if picture else None,
    )


def _find_facts(record: Record) -> Iterator[str]:
    """Yield what the page tells beside its sections."""
    yield record.evidence.limits or ""
    yield from (read_field(record, way) for way in _FACTS.get(record.type, ()))
    if is_own_type(type(record)):
        # The page of such a type has a template of its own, whose headings only it knows.
        yield from (read_field(record, name) for name in type(record).model_fields if name not in Record.model_fields)
    for field in record.own_fields:
        if field.shown == "facts" and field.searched:
            yield read_markdown(own_words(record, field))
