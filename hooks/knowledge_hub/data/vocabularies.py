"""The terms that records choose from, as plain JSON and as SKOS (W3C, 2009) in JSON-LD 1.1."""

from collections.abc import Iterator

from knowledge_hub.data.json_text import JsonObject, JsonWriter
from knowledge_hub.data.places import DATA, LICENSE_ADDRESS, SKOS
from knowledge_hub.vocabulary import Term, Translated, Vocabularies, Vocabulary

_CONTEXT: JsonObject = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "id": "@id",
    "type": "@type",
    "graph": "@graph",
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "definition": {"@id": "skos:definition", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "notation": "skos:notation",
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "hasTopConcept": {"@id": "skos:hasTopConcept", "@type": "@id", "@container": "@set"},
    "license": {"@id": "dct:license", "@type": "@id"},
}


def create_vocabularies_text(vocabularies: Vocabularies, writer: JsonWriter) -> str:
    """Return every vocabulary by its name, its terms in their order."""
    return writer.write({"vocabularies": dict(sorted(vocabularies.by_name.items()))})


def create_skos_text(vocabularies: Vocabularies, writer: JsonWriter, site_url: str) -> str:
    """Return a concept scheme for each vocabulary, and its terms as concepts.

    Their names are fragments of this file, so that they are right wherever the hub is; with `site_url` also in a copy.
    """
    base = {"@base": f"{site_url}{DATA}{SKOS}"} if site_url else {}
    graph = [
        node for name, vocabulary in sorted(vocabularies.by_name.items()) for node in _describe_scheme(name, vocabulary)
    ]
    return writer.write({"@context": {**base, **_CONTEXT}, "graph": graph})


def _describe_scheme(name: str, vocabulary: Vocabulary) -> Iterator[JsonObject]:
    yield {
        "id": f"#{name}",
        "type": "skos:ConceptScheme",
        "prefLabel": _by_language(vocabulary.label),
        "description": _by_language(vocabulary.about),
        "license": LICENSE_ADDRESS,
        "hasTopConcept": [f"#{name}.{term.id}" for term in vocabulary.terms],
    }
    for term in vocabulary.terms:
        yield _describe_concept(name, term)


def _describe_concept(name: str, term: Term) -> JsonObject:
    concept: JsonObject = {
        "id": f"#{name}.{term.id}",
        "type": "skos:Concept",
        "prefLabel": _by_language(term.label),
        "inScheme": f"#{name}",
        "topConceptOf": f"#{name}",
    }
    if term.definition:
        concept["definition"] = _by_language(term.definition)
    if term.code:
        concept["notation"] = term.code
    return concept


def _by_language(text: Translated) -> dict[str, str]:
    return {"en": text.en, "es": text.es} if text.es else {"en": text.en}
