"""The glossary, the sources, and the two models side by side."""

from collections.abc import Iterator
from typing import Any

from knowledge_hub.citations.apa import SOURCES, create_citation, source_anchor
from knowledge_hub.citations.files import SOURCE_LIST, list_stem
from knowledge_hub.pages.frame.facts_behind import find_resting, tell_place
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import reading_words, render_sources
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.reference.letters import Letter, arrange_by_letter
from knowledge_hub.records import Community, GlossaryTerm, Source
from knowledge_hub.records.single_files.learning_models import LearningModel

GLOSSARY = "glossary/"
MODELS = "models/"

# A source that more pages rest on folds them away, so that the next source isn't far.
_MOST_OPEN_USES = 3
# So do facts: who looks a source up by its name passes many others.
_MOST_OPEN_FACTS = 3


def create_glossary_page(site: Site) -> list[Page]:
    """Return the page with every term and abbreviation and its meaning, none where there are no terms."""
    terms = site.catalogue.glossary.terms
    if not terms:
        return []
    letters = arrange_by_letter((term.term, term.id, _glossary_row(term)) for term in terms)
    return [_create_lookup_page(site, GLOSSARY, "glossary", letters, source_path="content/glossary.yml")]


def _glossary_row(term: GlossaryTerm) -> dict[str, str]:
    return {
        "id": term.id,
        "term": term.term,
        "expansion": term.expansion or "",
        "definition": term.definition,
        "aliases": ", ".join(term.aliases),
    }


def create_sources_page(site: Site) -> list[Page]:
    """Return the page with every source, what of it was read, and what rests on it; none where there are no sources."""
    if not site.catalogue.sources:
        return []
    entries = [_source_entry(site, root_from(SOURCES), source) for source in site.catalogue.sources.values()]
    letters = arrange_by_letter(
        (f"{entry['citation'].before}{entry['citation'].title}", entry["id"], entry) for entry in entries
    )
    stem = root_from(SOURCES) + list_stem(SOURCE_LIST)
    return [_create_lookup_page(site, SOURCES, "sources", letters, stem=stem)]


def _source_entry(site: Site, root: str, source: Source) -> dict[str, Any]:
    uses = list(_uses_of(site, root, source))
    has_open_facts = len(source.facts) <= _MOST_OPEN_FACTS
    return {
        "id": source_anchor(source.id),
        "citation": create_citation(source),
        "read": reading_words(site, source),
        # A few facts in full say it better.
        "says": "" if source.facts and has_open_facts else source.says or "",
        "note": source.note or "",
        "facts": list(_facts_of(site, root, source)),
        "fact_count": site.words.count("counts.fact", len(source.facts)),
        "has_open_facts": has_open_facts,
        "uses": uses,
        "count": site.words.count("counts.page", len(uses)),
        "is_open": len(uses) <= _MOST_OPEN_USES,
    }


def _facts_of(site: Site, root: str, source: Source) -> Iterator[dict[str, Any]]:
    """Yield what was read in a source, each with the pages and results that rest on it."""
    resting = find_resting(site, source.id)
    for read in site.facts.facts_of((source.id,)):
        for fact in read.facts:
            yield {
                "statement": fact.fact.statement,
                "place": tell_place(site, fact),
                "resting": [
                    {"href": f"{root}{record.address}{part}", "title": record.title}
                    for record, part in resting.get(fact.number, ())
                ],
            }


def _create_lookup_page(
    site: Site, address: str, name: str, letters: list[Letter], source_path: str | None = None, stem: str = ""
) -> Page:
    """Return a long page on which one looks up single entries: by letter, or by words once scripts run."""
    title, description = site.text(f"reference.{name}"), site.text(f"reference.{name}_intro")
    is_long = len(letters) > 1
    html = site.render(name, title=title, description=description, letters=letters, is_long=is_long, stem=stem)
    return create_page(
        site,
        address,
        title=title,
        description=description,
        html=html,
        source_path=source_path,
        scripts=("lookup",) if is_long else (),
    )


def _uses_of(site: Site, root: str, source: Source) -> Iterator[dict[str, str]]:
    """Yield every page that rests on a source, and what it takes from it."""
    for use in site.catalogue.source_citations(source.id):
        yield {"href": root + use.record.address, "title": use.record.title, "supports": use.supports}
    if models := site.catalogue.models:
        for part in models.sources:
            if part.source == source.id:
                yield {"href": root + MODELS, "title": models.title, "supports": part.supports}


def create_models_page(site: Site) -> list[Page]:
    """Return the comparison of CoIIN and community of practice, none where content has none."""
    models = site.catalogue.models
    if models is None:
        return []
    root = root_from(MODELS)
    columns = [
        {
            "id": model.kind,
            "title": model.title,
            "summary": model.summary,
            "fits_when": model.fits_when,
            "look_elsewhere_when": model.look_elsewhere_when,
            "parts": _model_parts(site, root, model),
            "cards": site.cards(_communities(site, model.kind), root),
        }
        for model in models.models
    ]
    titles = {model.kind: model.title for model in models.models}
    html = site.render(
        "models",
        title=models.title,
        summary=models.summary,
        evidence_note=models.evidence_note,
        columns=columns,
        headings={kind: titles.get(kind, site.label("community-kinds", kind)) for kind in ("coiin", "cop")},
        rows=models.rows,
        sources=render_sources(site, root, models.sources),
    )
    page = create_page(
        site, MODELS, title=models.title, description=models.summary, html=html, source_path="content/models.yml"
    )
    return [page]


def _model_parts(site: Site, root: str, model: LearningModel) -> list[dict[str, str]]:
    """Return the parts of a model, each with the place where an example shows it."""
    example = site.catalogue.get(Community.type, model.example or "")
    return [
        {
            "title": part.title,
            "text": part.text,
            "href": f"{root}{example.address}#{part.section}" if example and part.section else "",
        }
        for part in model.parts
    ]


def _communities(site: Site, kind: str) -> list[Community]:
    return [community for community in site.catalogue.of_type(Community) if community.kind == kind]
