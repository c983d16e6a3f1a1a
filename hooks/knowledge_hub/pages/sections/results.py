"""What came out of the work: in the order it is told, or grouped by kind."""

from knowledge_hub.citations.apa import cite_briefly, source_address
from knowledge_hub.pages.frame.facts_behind import RESULTS, find_facts_behind
from knowledge_hub.pages.frame.record_parts import Section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records.common import Result


def results_section(site: Site, root: str, results: tuple[Result, ...]) -> list[Section]:
    """Return what came out, each result with its kind, the sources it rests on and what they say."""
    if not results:
        return []
    rows = [{**_create_row(site, root, result), "kind": site.label("outcome-kinds", result.kind)} for result in results]
    return [Section(RESULTS, site.text("community.results"), site.render("results", rows=rows))]


def results_by_kind_section(site: Site, root: str, results: tuple[Result, ...]) -> list[Section]:
    """Return the results grouped by kind, in the order of the vocabulary, each with its sources."""
    if not results:
        return []
    groups = [
        {
            "kind": site.label("outcome-kinds", kind),
            "rows": [_create_row(site, root, result) for result in results if result.kind == kind],
        }
        for kind in site.catalogue.vocabularies.ids("outcome-kinds")
        if any(result.kind == kind for result in results)
    ]
    return [Section(RESULTS, site.text("community.results"), site.render("results-by-kind", groups=groups))]


def find_first_results(site: Site, root: str, results: tuple[Result, ...], number: int) -> list[dict[str, object]]:
    """Return the first results in the order of the vocabulary, each with its kind, without its sources and facts."""
    kinds = site.catalogue.vocabularies.ids("outcome-kinds")
    ordered = sorted(results, key=lambda result: kinds.index(result.kind))
    return [
        {
            **_create_row(site, root, result),
            "kind": site.label("outcome-kinds", result.kind),
            "sources": [],
            "facts": [],
        }
        for result in ordered[:number]
    ]


def _create_row(site: Site, root: str, result: Result) -> dict[str, object]:
    return {
        "kind": "",
        "statement": result.statement,
        "sources_word": "Source" if len(result.sources) == 1 else "Sources",
        "sources": [
            {"href": source_address(source, root), "text": cite_briefly(site.catalogue.sources[source])}
            for source in result.sources
        ],
        "facts": find_facts_behind(site, result),
    }
