"""What search says itself: the library's fixed answers, and that there is no real record of a place or kind yet."""

from collections.abc import Iterable, Iterator, Sequence

from knowledge_hub.catalogue.facets import NOT_STATED, get_facet
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.search.record_documents import DOCUMENTED
from knowledge_hub.records import CaseStudy, Record
from knowledge_hub.search.words import split
from knowledge_hub.vocabulary import Term

_CONTRIBUTE = "contribute/"
# Vocabulary and the sentence for it.
_KINDS = {"places": "no_place", "locales": "no_kind", "settings": "no_kind"}


def create_answers(site: Site) -> Iterator[dict[str, object]]:
    """Yield the answers as the browser reads them: phrases of folded words, and help or a text with links."""
    for answer in site.catalogue.answers.answers:
        made: dict[str, object] = {"phrases": _fold_phrases(answer.words)}
        if answer.help:
            made["help"] = True
        if answer.text:
            made["text"] = answer.text
        yield made | {"links": [[link.words, link.address] for link in answer.links]}
    documented = [record for record in site.catalogue.current if record.evidence.status == DOCUMENTED]
    for vocabulary in _KINDS:
        yield from _create_missing(site, vocabulary, documented)


def _create_missing(site: Site, vocabulary: str, records: Sequence[Record]) -> Iterator[dict[str, object]]:
    """Yield that nothing real is known of a place or kind of place, and how that can be changed."""
    documented = _find_terms(records, vocabulary)
    groups = [_fold_phrases(group.words) for group in site.catalogue.synonyms.groups]
    for term in site.catalogue.vocabularies[vocabulary].terms:
        if term.id in documented or term.id == NOT_STATED:
            continue
        name = "place" if vocabulary == "places" else "kind"
        yield {
            "phrases": _find_phrases(term, groups),
            "text": site.text(f"search.{_KINDS[vocabulary]}", **{name: term.label.text()}),
            "links": [[site.text("search.contribute"), _CONTRIBUTE]],
        }


def _find_terms(records: Iterable[Record], vocabulary: str) -> set[str]:
    """Return the terms of a vocabulary that one of the records has."""
    if vocabulary == "locales":
        return {record.place.locale for record in records if isinstance(record, CaseStudy) and record.place.locale}
    field = get_facet("state").field if vocabulary == "places" else vocabulary
    return {term_id for record in records for term_id in record.facet_ids(field)}


def _find_phrases(term: Term, groups: Iterable[list[str]]) -> list[str]:
    """Return what readers call a term: its labels, everyday words for it, and its code in capitals."""
    labels = _fold_phrases(filter(None, [term.label.en, term.label.es]))
    others = [phrase for group in groups if labels[0] in group for phrase in group]
    return list(dict.fromkeys([*labels, *others, *filter(None, [term.code])]))


def _fold_phrases(phrases: Iterable[str]) -> list[str]:
    """Return phrases as folded words; one in capitals stays as it is."""
    return [phrase if phrase.isupper() else " ".join(split(phrase)) for phrase in phrases]
