"""The home page: starts from what a reader wants to do."""

from knowledge_hub.catalogue.facets import get_facet
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.interface_words import TYPE_WORDS, count_words
from knowledge_hub.pages.frame.page import Page
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.browse_page import facet_address
from knowledge_hub.pages.library.coverage_page import find_gaps
from knowledge_hub.pages.library.listing import search_address
from knowledge_hub.pages.library.search_page import EXAMPLES
from knowledge_hub.pages.reference.reference_pages import MODELS
from knowledge_hub.records import RECORD_TYPES, CaseStudy
from knowledge_hub.settings.home import Door

_HEADING = "What have others learned about mental health support in schools?"
_LEAD = (
    "A library kept by learning communities: what they tried, who was at the table, what came of it, "
    "and how sure anyone can be."
)
_DOORS = (
    Door(
        "I’m new to learning communities",
        "What they are, how they work and how to start or join one.",
        "guides/",
        "guide",
    ),
    Door(
        "I’m looking for an example like us",
        "What real places did, who was at the table and what came of it.",
        "case-studies/",
        "case-study",
    ),
    Door(
        "I need a tool for Tuesday",
        "Steps and worksheets that your team can use at its next meeting.",
        "toolkits/",
        "toolkit",
    ),
    Door(
        "Who should be at the table?",
        "What each partner brings, what each needs and how to involve them well.",
        "roles/",
        "role",
    ),
)
_RECENT = 3
_GAPS = 4


def create_home_page(site: Site) -> Page:
    """Return the home page."""
    catalogue, said = site.catalogue, site.settings.home
    domain = get_facet("domain")
    counts = [
        {
            "href": f"{cls.folder}/",
            "text": count_words(
                len(catalogue.of_type(cls)), TYPE_WORDS[cls.type].one.lower(), TYPE_WORDS[cls.type].many.lower()
            ),
        }
        for cls in RECORD_TYPES
    ]
    html = site.render(
        "home",
        root="./",
        box="home",
        examples=[
            {"words": words, "href": search_address("", {"q": words})} for words in said.examples or EXAMPLES[:3]
        ],
        heading=said.heading or _HEADING,
        lead=said.lead or _LEAD,
        counts=counts,
        doors=said.doors or _DOORS,
        domains=[
            {
                "href": facet_address(domain, term.id),
                "label": term.label.text(),
                "meaning": term.definition.text() if term.definition else "",
                "count": count_words(count, "record", "records"),
            }
            for term, count in catalogue.facet_terms(domain)
        ],
        recent=site.cards(catalogue.of_type(CaseStudy)[:_RECENT], ""),
        models=[
            {"title": model.title, "summary": model.summary}
            for model in (catalogue.models.models if catalogue.models else ())
        ],
        models_href=MODELS,
        gaps=find_gaps(site, _GAPS),
    )
    description = site.settings.description or _LEAD
    return create_page(site, "", title="Home", description=description, html=html)
