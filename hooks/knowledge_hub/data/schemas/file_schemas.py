"""JSON Schemas of the files that hold something else than records: the graph, the vocabularies, the glossary."""

from knowledge_hub.catalogue.facets import Facet
from knowledge_hub.data.public_fields import public_fields
from knowledge_hub.data.schemas.published_fields import DRAFT, describe_object
from knowledge_hub.data.schemas.record_schema import ADDRESSES, create_document, describe_facets
from knowledge_hub.records import GlossaryTerm
from knowledge_hub.schemas.schemas import Schema, describe

_TEXT: Schema = {"type": "string"}
_LANGUAGES: Schema = {
    "type": "object",
    "description": "A text by its language, of which English is always there.",
    "properties": {"en": _TEXT, "es": _TEXT},
    "required": ["en"],
}


def create_graph_schema(facets: tuple[Facet, ...]) -> Schema:
    """Return the schema of the whole catalogue as nodes and edges."""
    node: dict[str, Schema] = {
        "key": {**_TEXT, "description": "Type and id with a colon between them: how edges name it."},
        "type": {**_TEXT, "description": "The type of the record."},
        "id": {**_TEXT, "description": "Its id within the type."},
        "title": {**_TEXT, "description": "What readers see first."},
        "status": {**_TEXT, "description": "Whether it is published, or archived and no longer looked after."},
        "evidence": {**_TEXT, "description": "What it rests on; a composite one is an illustration."},
        **ADDRESSES,
        "reviewed_on": {"type": "string", "format": "date", "description": "The day of the last check."},
        "facets": describe_facets(facets),
    }
    edge: dict[str, Schema] = {
        "from": {**_TEXT, "description": "The key of one record."},
        "to": {**_TEXT, "description": "The key of the other."},
        "reason": {**_TEXT, "description": "Why, as it is read on the page of the first."},
        "reverse_reason": {**_TEXT, "description": "Why, as it is read on the page of the other."},
    }
    always = [name for name in node if name not in ("url", "reviewed_on")]
    lists = {
        "nodes": {"type": "array", "items": {"type": "object", "properties": node, "required": always}},
        "edges": {"type": "array", "items": {"type": "object", "properties": edge, "required": list(edge)}},
    }
    return create_document("Every record, and what connects them.", lists, list(lists))


def create_vocabularies_schema() -> Schema:
    """Return the schema of every vocabulary with its terms."""
    term: dict[str, Schema] = {
        "id": {**_TEXT, "description": "What records say."},
        "label": {**_LANGUAGES, "description": "What readers see."},
        "definition": {**_LANGUAGES, "description": "What it means."},
        "code": {**_TEXT, "description": "A short name, such as the code of a state."},
    }
    one = {
        "type": "object",
        "properties": {
            "label": _LANGUAGES,
            "about": _LANGUAGES,
            "terms": {"type": "array", "items": {"type": "object", "properties": term, "required": ["id", "label"]}},
        },
        "required": ["label", "about", "terms"],
    }
    named = {"type": "object", "additionalProperties": one, "description": "Each vocabulary by its name."}
    return create_document("The terms that records choose from.", {"vocabularies": named}, ["vocabularies"])


def create_skos_schema() -> Schema:
    """Return the schema of the vocabularies as SKOS, for readers who don't know JSON-LD."""
    properties: dict[str, Schema] = {
        "id": {**_TEXT, "description": "Its address, from this file on."},
        "type": {"enum": ["skos:ConceptScheme", "skos:Concept"]},
        "prefLabel": _LANGUAGES,
        **dict.fromkeys(("definition", "description"), _LANGUAGES),
        **dict.fromkeys(("notation", "inScheme", "topConceptOf", "license"), _TEXT),
        "hasTopConcept": {"type": "array", "items": _TEXT},
    }
    node = {"type": "object", "properties": properties, "required": ["id", "type", "prefLabel"]}
    parts: dict[str, Schema] = {"@context": {"type": "object"}, "graph": {"type": "array", "items": node}}
    return create_document("The vocabularies as SKOS in JSON-LD.", parts, list(parts))


def create_term_schema() -> Schema:
    """Return the schema of one entry of the glossary."""
    return {"$schema": DRAFT, **describe_object(describe(GlossaryTerm), public_fields(GlossaryTerm), GlossaryTerm)}
