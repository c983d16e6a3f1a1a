"""The glossary, the sources, and the two models side by side."""

from collections.abc import Collection, Iterator
from typing import Any

from knowledge_hub.citations.apa import SOURCES, create_citation, source_anchor
from knowledge_hub.citations.files import SOURCE_LIST, list_stem
from knowledge_hub.pages.frame.facts_behind import Resting, find_resting, tell_place
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import reading_words, render_sources
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.reference.letters import Letter, arrange_by_letter
from knowledge_hub.records import Community, GlossaryTerm, Source
from knowledge_hub.records.single_files.learning_models import LearningModel

GLOSSARY = "glossary/"
MODELS = "models/"


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
    """Return a source as a bibliography has it, and what is folded below: what was read, and what rests on it."""
    uses = list(_uses_of(site, root, source))
    return {
        "id": source_anchor(source.id),
        "citation": create_citation(source),
        "summary": _summarize(site, source, len(uses)),
        # The facts in full say it better.
        "says": "" if source.facts else source.says or "",
        "note": source.note or "",
        **_facts_of(site, source),
        "uses": uses,
    }


def _summarize(site: Site, source: Source, uses: int) -> str:
    """Return in one line how much of a source was read, and how much rests on it."""
    read = f"{site.text('record.read')} {reading_words(site, source)}"
    facts = f" ({site.words.count('counts.fact', len(source.facts))})" if source.facts else ""
    resting = f"{site.words.count('counts.resting', uses)}." if uses else site.text("reference.rests_nothing")
    return f"{read}{facts}. {resting}"


def _facts_of(site: Site, source: Source) -> dict[str, Any]:
    """Return what was read in a source; where and when is said once if it is the same for all of it."""
    places = [tell_place(site, source, fact) for fact in source.facts]
    is_one = len(set(places)) == 1
    return {
        "place": places[0] if is_one else "",
        "facts": [
            {"statement": fact.statement, "place": "" if is_one else place}
            for fact, place in zip(source.facts, places, strict=True)
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
        # A link to a source opens what is folded below it.
        scripts=("lookup",) if is_long or address == SOURCES else (),
    )


def _uses_of(site: Site, root: str, source: Source) -> Iterator[dict[str, str]]:
    """Yield every page that rests on a source, what it takes from it, and from which facts where there are several."""
    resting = find_resting(site, source.id)
    for use in site.catalogue.source_citations(source.id):
        found = resting.get(use.record.address, Resting(""))
        yield {
            "href": root + use.record.address + found.part,
            "title": use.record.title,
            "supports": use.supports,
            "facts": _number_facts(site, found.numbers) if len(source.facts) > 1 else "",
        }
    if models := site.catalogue.models:
        for part in models.sources:
            if part.source == source.id:
                yield {"href": root + MODELS, "title": models.title, "supports": part.supports, "facts": ""}


def _number_facts(site: Site, numbers: Collection[int]) -> str:
    """Return the numbers of some facts in words, "" for none."""
    if not numbers:
        return ""
    key = "reference.fact_number" if len(numbers) == 1 else "reference.fact_numbers"
    return site.text(key, numbers=", ".join(map(str, sorted(numbers))))


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
