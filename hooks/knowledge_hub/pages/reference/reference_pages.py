"""The glossary, the sources, and the two models side by side."""

from collections.abc import Iterator
from typing import Any

from knowledge_hub.pages.frame.citation import SOURCES, create_citation, source_anchor
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import reading_words, render_sources
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Community, Source
from knowledge_hub.records.single_files.learning_models import LearningModel

GLOSSARY = "glossary/"
MODELS = "models/"


def create_glossary_page(site: Site) -> list[Page]:
    """Return the page with every term and abbreviation and its meaning, none where there are no terms."""
    terms = sorted(site.catalogue.glossary.terms, key=lambda term: (term.term.casefold(), term.id))
    if not terms:
        return []
    rows = [
        {
            "id": term.id,
            "term": term.term,
            "expansion": term.expansion or "",
            "definition": term.definition,
            "aliases": ", ".join(term.aliases),
        }
        for term in terms
    ]
    description = site.text("reference.glossary_intro")
    html = site.render("glossary", description=description, rows=rows, reviewed=site.catalogue.newest_review)
    page = create_page(
        site,
        GLOSSARY,
        title=site.text("reference.glossary"),
        description=description,
        html=html,
        source_path="content/glossary.yml",
    )
    return [page]


def create_sources_page(site: Site) -> list[Page]:
    """Return the page with every source, what of it was read, and what rests on it; none where there are no sources."""
    if not site.catalogue.sources:
        return []
    root = root_from(SOURCES)
    entries: list[dict[str, Any]] = [
        {
            "id": source_anchor(source.id),
            "citation": create_citation(source),
            "read": reading_words(site, source),
            "says": source.says or "",
            "note": source.note or "",
            "uses": list(_uses_of(site, root, source)),
        }
        for source in site.catalogue.sources.values()
    ]
    entries.sort(key=lambda entry: (f"{entry['citation'].before}{entry['citation'].title}".casefold(), entry["id"]))
    description = site.text("reference.sources_intro")
    html = site.render("sources", description=description, entries=entries)
    return [create_page(site, SOURCES, title=site.text("reference.sources"), description=description, html=html)]


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
