"""What search says itself: the library's fixed answers, and that there is no real record of a place or kind yet."""

from collections.abc import Iterable, Iterator

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.facets import NOT_STATED, get_facet
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.search.record_documents import DOCUMENTED
from knowledge_hub.records import CaseStudy, Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.search.words import split
from knowledge_hub.vocabulary import Term

_CONTRIBUTE = "contribute/"
# Vocabulary and the sentence for it.
_KINDS = {"places": "no_place", "locales": "no_kind", "settings": "no_kind"}
# By which facet a record has a term of such a vocabulary; a kind of area is a case study's alone.
_FACETS = {"places": get_facet("state"), "settings": get_facet("setting")}


def create_answers(site: Site) -> Iterator[dict[str, object]]:
    """Yield the answers as the browser reads them: phrases of folded words, and help or a text with links."""
    for answer in site.catalogue.answers.answers:
        made: dict[str, object] = {"phrases": _fold_phrases(answer.words)}
        if answer.help:
            made["help"] = True
        if answer.text:
            made["text"] = answer.text
        yield made | {"links": [[link.words, link.address] for link in answer.links]}
    for vocabulary in _KINDS:
        yield from _create_missing(site, vocabulary)


def _create_missing(site: Site, vocabulary: str) -> Iterator[dict[str, object]]:
    """Yield that nothing real is known of a place or kind of place, and how that can be changed."""
    groups = [_fold_phrases(group.words) for group in site.catalogue.synonyms.groups]
    known = {NOT_STATED, *_find_documented(site.catalogue, vocabulary)}
    name = "place" if vocabulary == "places" else "kind"
    for term in site.catalogue.vocabularies[vocabulary].terms:
        if term.id not in known:
            yield {
                "phrases": _find_phrases(term, groups),
                "text": site.text(f"search.{_KINDS[vocabulary]}", **{name: term.label.text()}),
                "links": [[site.text("search.contribute"), _CONTRIBUTE]],
            }


def _find_documented(catalogue: Catalogue, vocabulary: str) -> set[str | None]:
    """Return the terms of a vocabulary that a current record of something real has."""
    if facet := _FACETS.get(vocabulary):
        terms = catalogue.vocabularies[vocabulary].terms
        return {term.id for term in terms if any(map(_is_documented, catalogue.with_facet(facet, term.id)))}
    return {study.place.locale for study in catalogue.of_type(CaseStudy) if _is_documented(study)}


def _is_documented(item: Record | OwnPage) -> bool:
    return isinstance(item, Record) and item.evidence.status == DOCUMENTED


def _find_phrases(term: Term, groups: Iterable[list[str]]) -> list[str]:
    """Return what readers call a term: its labels, everyday words for it, and its code in capitals."""
    labels = _fold_phrases(filter(None, [term.label.en, term.label.es]))
    others = [phrase for group in groups if labels[0] in group for phrase in group]
    return list(dict.fromkeys([*labels, *others, *filter(None, [term.code])]))


def _fold_phrases(phrases: Iterable[str]) -> list[str]:
    """Return phrases as folded words; one in capitals stays as it is."""
    return [phrase if phrase.isupper() else " ".join(split(phrase)) for phrase in phrases]
