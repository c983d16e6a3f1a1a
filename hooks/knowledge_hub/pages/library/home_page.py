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

_DOORS = (
    (
        "guide",
        "guides/",
        "I’m new to learning communities",
        "What they are, how they work and how to start or join one.",
    ),
    (
        "case-study",
        "case-studies/",
        "I’m looking for an example like us",
        "What real places did, who was at the table and what came of it.",
    ),
    (
        "toolkit",
        "toolkits/",
        "I need a tool for Tuesday",
        "Steps and worksheets that your team can use at its next meeting.",
    ),
    (
        "role",
        "roles/",
        "Who should be at the table?",
        "What each partner brings, what each needs and how to involve them well.",
    ),
)
_RECENT = 3
_GAPS = 4


def create_home_page(site: Site) -> Page:
    """Return the home page."""
    catalogue = site.catalogue
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
        has_search=site.has_search,
        examples=[{"words": words, "href": search_address("", {"q": words})} for words in EXAMPLES[:3]],
        counts=counts,
        doors=[{"icon": icon, "href": href, "title": title, "text": text} for icon, href, title, text in _DOORS],
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
    description = (
        "What learning communities in school mental health have learned: case studies, lessons, "
        "roles, toolkits and guides, connected to one another."
    )
    return create_page(site, "", title="Home", description=description, html=html)
