"""The home page: starts from what a reader wants to do."""

from collections.abc import Collection

from knowledge_hub.catalogue.catalogue import find_newest_review
from knowledge_hub.catalogue.facets import facet_address, get_facet
from knowledge_hub.feeds.places import WHATS_NEW
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.coverage_page import find_gaps
from knowledge_hub.pages.library.first_shown import EvidenceRanks, choose_recent, take_turns
from knowledge_hub.pages.library.listing import search_address
from knowledge_hub.pages.library.news_rows import create_news_rows, create_session_rows
from knowledge_hub.pages.library.search_page import EXAMPLES
from knowledge_hub.pages.library.situations import find_situations
from knowledge_hub.pages.reference.reference_pages import MODELS
from knowledge_hub.records import RECORD_TYPES, CaseStudy, Guide, Pathway, Record, Role, Toolkit
from knowledge_hub.sentences import lower_first
from knowledge_hub.settings.home import Door
from knowledge_hub.words.words import count_words

# What a reader wants to do leads to one type of record each.
_DOORS: tuple[type[Record], ...] = (Guide, CaseStudy, Toolkit, Role)
_RECENT = 3
_NEWS = 6
_SESSIONS = 3
_PATHWAYS = 8
_GAPS = 4


def create_home_page(site: Site) -> Page:
    """Return the home page."""
    catalogue, said = site.catalogue, site.settings.home
    domain = get_facet("domain")
    # The home page leads only to what is there.
    kept = {cls.type for cls in RECORD_TYPES if catalogue.of_type(cls)}
    counts = [
        {
            "href": f"{cls.folder}/",
            "text": count_words(
                len(catalogue.of_type(cls)),
                lower_first(site.text(f"types.{cls.type}.one")),
                lower_first(site.text(f"types.{cls.type}.many")),
            ),
        }
        for cls in RECORD_TYPES
        if cls.type in kept
    ]
    situations = find_situations(site, "")
    ranks = EvidenceRanks(catalogue.vocabularies)
    html = site.render(
        "home",
        root="./",
        box="home",
        has_search=site.has_search,
        examples=[
            {"words": words, "href": search_address("", {"q": words})} for words in said.examples or EXAMPLES[:3]
        ],
        heading=said.heading or site.text("home.heading"),
        lead=said.lead or site.text("home.lead"),
        counts=counts,
        situations=situations,
        pathways=_find_other_pathways(site) if situations else [],
        doors=said.doors or _create_doors(site, kept),
        domains=[
            {
                "href": facet_address(domain, term.id),
                "label": term.label.text(),
                "meaning": term.definition.text() if term.definition else "",
                "count": site.words.count("counts.record", count),
            }
            for term, count in catalogue.facet_terms(domain)
        ],
        news=create_news_rows(site, take_turns(site.news, ranks, _NEWS), ""),
        news_href=WHATS_NEW,
        coming=create_session_rows(site, site.coming_sessions[:_SESSIONS], ""),
        recent=site.cards(choose_recent(catalogue.of_type(CaseStudy), ranks, _RECENT), ""),
        models=[
            {"title": model.title, "summary": model.summary}
            for model in (catalogue.models.models if catalogue.models else ())
        ],
        models_href=MODELS,
        has_sources=bool(catalogue.sources),
        has_glossary=bool(catalogue.glossary.terms),
        gaps=find_gaps(site, _GAPS),
    )
    description = site.settings.description or site.text("home.description")
    return create_page(
        site,
        "",
        title=site.text("home.title"),
        description=description,
        html=html,
        scripts=("sessions",) if site.coming_sessions else (),
        reviewed=find_newest_review(catalogue.current[:1]),
    )


def _find_other_pathways(site: Site) -> list[dict[str, str]]:
    """Return the pathways for who somebody is, by title."""
    others = [pathway for pathway in site.catalogue.of_type(Pathway) if not pathway.on_home]
    ordered = sorted(others, key=lambda pathway: pathway.title.casefold())
    return [{"href": pathway.address, "title": pathway.title} for pathway in ordered[:_PATHWAYS]]


def _create_doors(site: Site, kept: Collection[str]) -> tuple[Door, ...]:
    return tuple(
        Door(site.text(f"doors.{cls.folder}.title"), site.text(f"doors.{cls.folder}.text"), f"{cls.folder}/", cls.type)
        for cls in _DOORS
        if cls.type in kept
    )
