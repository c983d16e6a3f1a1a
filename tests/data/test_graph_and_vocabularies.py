"""The catalogue as a graph, and the vocabularies as an independent reader of SKOS understands them."""

from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, URIRef

from knowledge_hub.settings.settings import Settings
from support.data_files import SETTINGS, create_small_data, read_json

RECORDS = {
    "lessons/ask": {"toolkits": ["kit"]},
    "toolkits/kit": {"lessons": ["ask"]},
    "communities/net": {"lessons": ["ask"]},
}


def test_each_connection_is_one_edge(tmp_path: Path) -> None:
    """With its reason as it is read on either page; both ends are nodes."""
    graph = read_json(create_small_data(tmp_path, RECORDS).files, "catalogue.json")
    keys = {node["key"] for node in graph["nodes"]}
    edges = {frozenset((edge["from"], edge["to"])): edge for edge in graph["edges"]}
    assert keys == {"lesson:ask", "toolkit:kit", "community:net"}
    assert len(graph["edges"]) == len(edges) == 2
    assert keys.issuperset(end for edge in edges for end in edge)
    edge = edges[frozenset(("lesson:ask", "toolkit:kit"))]
    reasons = {edge["from"]: edge["reason"], edge["to"]: edge["reverse_reason"]}
    assert reasons == {
        "lesson:ask": "Helps you to apply it",
        "toolkit:kit": "Keep this in mind when you use it",
    }


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("settings", [SETTINGS, Settings()])
def test_vocabularies_are_skos(tmp_path: Path, settings: Settings) -> None:
    """Every term is a concept of its scheme, with one label in a language, under an address of the file it is in."""
    files = create_small_data(tmp_path, {}, settings).files
    base = f"{settings.site_url or 'https://copy.example/'}data/v1/vocabularies.jsonld"
    graph = Graph().parse(data=files["data/v1/vocabularies.jsonld"], format="json-ld", publicID=base)
    plain = read_json(files, "vocabularies.json")["vocabularies"]
    assert {str(scheme) for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme)} == {
        f"{base}#{name}" for name in plain
    }
    for name, vocabulary in plain.items():
        scheme = URIRef(f"{base}#{name}")
        terms = {str(concept) for concept in graph.subjects(SKOS.inScheme, scheme)}
        assert terms == {f"{scheme}.{term['id']}" for term in vocabulary["terms"]}
        assert terms == {str(concept) for concept in graph.objects(scheme, SKOS.hasTopConcept)}
        for term in vocabulary["terms"]:
            labels = graph.objects(URIRef(f"{scheme}.{term['id']}"), SKOS.prefLabel)
            assert {label.language: str(label) for label in labels} == term["label"]
