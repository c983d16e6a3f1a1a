"""The search page: all of it that can be ready before a question is asked, filters and their counts included."""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from knowledge_hub.catalogue.search_facets import REFERENCE_TYPES, count_facet_values, search_facets
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.browse_page import facet_name
from knowledge_hub.pages.library.listing import SEARCH, search_address
from knowledge_hub.pages.library.situations import find_situations
from knowledge_hub.records import RECORD_TYPES, CaseStudy, Community
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.search.places import ENTRY

# What practitioners ask for most; each finds something in every library of this field.
EXAMPLES = ("working with parents", "who pays", "kids missing school", "screening", "burned out staff")

_OPEN_FACETS = frozenset({"type", "domain"})
# Past this, a list of communities is no filter any more; a community's own page lists what belongs to it.
_MOST_COMMUNITIES = 60
# Two rows beside the filters.
_RECENT = 4
# A longer list is folded to as many values, as in assets/hub/search/facets.js.
_SHOWN_VALUES = 8


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice: what the address says, what readers see, how many records have it."""

    id: str
    label: str
    count: int
    is_folded: bool


class SearchFacet(NamedTuple):
    """One group of choices."""

    name: str
    title: str
    about: str
    is_open: bool
    values: tuple[FacetValue, ...]
    show_all: str

    @property
    def is_long(self) -> bool:
        """Whether the list is folded at first."""
        return len(self.values) > _SHOWN_VALUES


def create_search_page(site: Site) -> Page:
    """Return the search page."""
    root = root_from(SEARCH)
    description = site.text("search.description")
    html = site.render(
        "search",
        root=root,
        box="page",
        help=site.settings.help,
        opening=site.text("search.help"),
        facets=_create_facets(site),
        types=[
            {
                "href": f"{root}{cls.folder}/",
                "label": site.text(f"types.{cls.type}.many"),
                "count": len(site.catalogue.of_type(cls)),
            }
            for cls in RECORD_TYPES
            if site.catalogue.of_type(cls)
        ],
        examples=[{"words": words, "href": search_address(root, {"q": words})} for words in EXAMPLES],
        situations=find_situations(site, root),
        recent=site.cards(site.catalogue.of_type(CaseStudy)[:_RECENT], root, level=4),
        has_glossary=bool(site.catalogue.glossary.terms),
    )
    return create_page(
        site,
        SEARCH,
        title=site.text("search.button"),
        description=description,
        html=html,
        scripts=("search/search",),
        preloads=(ENTRY,),
    )


def _create_facets(site: Site) -> list[SearchFacet]:
    counts = count_facet_values(site.catalogue)
    facets = [_create_facet(site, name, counts) for name in search_facets(site.catalogue)]
    return [facet for facet in facets if facet.values]


def _create_facet(site: Site, name: str, counts: Counter[tuple[str, str]]) -> SearchFacet:
    title, about, choices = _describe(site, name, counts)
    used = [(value, label) for value, label in choices if counts[name, value]]
    values = tuple(
        FacetValue(value, label, counts[name, value], position >= _SHOWN_VALUES)
        for position, (value, label) in enumerate(used)
    )
    show_all = site.text("found.show_all", number=len(values))
    return SearchFacet(name, title, about, name in _OPEN_FACETS, values, show_all)


def _describe(site: Site, name: str, counts: Counter[tuple[str, str]]) -> tuple[str, str, list[tuple[str, str]]]:
    """Return title, explanation, and the values with their labels in the order in which they are shown."""
    if name == "type":
        types = [*(cls.type for cls in RECORD_TYPES), OwnPage.type, *REFERENCE_TYPES]
        return site.text("lists.type"), "", [(name, site.text(f"types.{name}.many")) for name in types]
    if name == "community":
        return site.text("search.community"), "", _choose_communities(site, counts)
    facet = next((facet for facet in site.catalogue.facets if facet.slug == name), None)
    vocabulary = site.catalogue.vocabularies[facet.vocabulary if facet else "outcomes"]
    title = facet_name(site, facet) if facet else vocabulary.label.text()
    return title, vocabulary.about.text(), [(term.id, term.label.text()) for term in vocabulary.terms]


def _choose_communities(site: Site, counts: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return id and title of the communities to which most belongs, by title."""
    communities = sorted(
        site.catalogue.of_type(Community),
        key=lambda community: (-counts["community", community.id], community.id),
    )[:_MOST_COMMUNITIES]
    choices = [(community.id, community.title) for community in communities]
    return sorted(choices, key=lambda choice: choice[1].casefold())
