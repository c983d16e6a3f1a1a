"""The lists that stand in groups: roles by discipline, toolkits by stage, case studies by what they work on."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from knowledge_hub.catalogue.facets import Facet, get_facet
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import CaseStudy, Record, Role, Toolkit
from knowledge_hub.records.own_page import OwnPage

Item = Record | OwnPage


class Grouping(NamedTuple):
    """How the list of a type is grouped: by which facet, and the key of the words that say so."""

    facet: Facet
    words: str


class Group(NamedTuple):
    """Records whose first value of the facet is this one; `others` have it as well, and stand in another group."""

    id: str
    title: str
    about: str
    records: tuple[Item, ...]
    others: tuple[Item, ...] = ()


GROUPINGS = {
    Role.type: Grouping(get_facet("discipline"), "lists.by_discipline"),
    Toolkit.type: Grouping(get_facet("stage"), "lists.by_stage"),
    CaseStudy.type: Grouping(get_facet("domain"), "lists.by_change"),
}

# More than these are found by filtering rather than by reading on.
_MOST_OTHERS = 12


def arrange_groups(site: Site, grouping: Grouping, records: Sequence[Item]) -> list[Group]:
    """Return the records in groups, in the order of the vocabulary; what has no value of the facet comes last."""
    facet = grouping.facet
    first, others = defaultdict(list), defaultdict(list)
    for record in records:
        ids = record.facet_ids(facet.field) or ("",)
        first[ids[0]].append(record)
        for term_id in ids[1:]:
            others[term_id].append(record)
    terms = site.catalogue.vocabularies.ids(facet.vocabulary)
    groups = [_create_group(site, facet, term, first[term], others[term]) for term in terms]
    groups.append(Group(f"{facet.slug}_none", site.text("lists.ungrouped"), "", tuple(first[""])))
    return [group for group in groups if group.records or group.others]


def in_order_of_groups(groups: Sequence[Group]) -> list[Item]:
    """Return the records as they stand in their groups, for a list that is then cut into pages."""
    return [record for group in groups for record in group.records]


def _create_group(site: Site, facet: Facet, term_id: str, records: Sequence[Item], others: Sequence[Item]) -> Group:
    return Group(
        f"{facet.slug}-{term_id}",
        site.label(facet.vocabulary, term_id),
        site.meaning(facet.vocabulary, term_id),
        tuple(records),
        tuple(others) if len(others) <= _MOST_OTHERS else (),
    )
