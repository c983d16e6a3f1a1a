"""A change package: everything that the library knows about changing one quality domain.

The term is the improvement field's own: drivers, ideas for change, tools, and what happened where
people tried. Effects that failed belong to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.facets import get_facet
from knowledge_hub.records import CaseStudy, Community, Lesson, Record, Toolkit
from knowledge_hub.records.community import PrimaryDriver, TestOfChange
from knowledge_hub.vocabulary import Term

_DOMAIN = get_facet("domain")


@dataclass(frozen=True, slots=True)
class TriedIdea:
    """One test of change, with the community that ran it."""

    community: Community
    test: TestOfChange


@dataclass(frozen=True, slots=True)
class CommunityDrivers:
    """The theory of change of one community."""

    community: Community
    drivers: tuple[PrimaryDriver, ...]


@dataclass(frozen=True, slots=True)
class ChangePackage:
    """What the library holds on one domain, in the order that a team would use it."""

    domain: Term
    drivers: tuple[CommunityDrivers, ...]
    tests: tuple[TriedIdea, ...]
    toolkits: tuple[Toolkit, ...]
    lessons: tuple[Lesson, ...]
    case_studies: tuple[CaseStudy, ...]

    @property
    def address(self) -> str:
        """The address of the package's page below the site's root."""
        return f"change-packages/{self.domain.id}/"

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record that the package takes something from, each once."""
        records: list[Record] = [part.community for part in self.drivers]
        records += [tried.community for tried in self.tests]
        records += [*self.toolkits, *self.lessons, *self.case_studies]
        return tuple({record.address: record for record in records}.values())


def create_change_packages(catalogue: Catalogue) -> tuple[ChangePackage, ...]:
    """Return the package of every quality domain that has records, in the order of the vocabulary."""
    return tuple(_create(catalogue, domain) for domain in find_package_domains(catalogue))


def find_package_domains(catalogue: Catalogue) -> Iterator[Term]:
    """Yield each domain that has a package, in their order."""
    return (term for term, _ in catalogue.facet_terms(_DOMAIN))


def _create(catalogue: Catalogue, domain: Term) -> ChangePackage:
    records = catalogue.with_facet(_DOMAIN, domain.id)
    communities = [record for record in records if isinstance(record, Community)]
    studies = [record for record in records if isinstance(record, CaseStudy)]
    return ChangePackage(
        domain=domain,
        drivers=tuple(CommunityDrivers(one, one.drivers) for one in communities if one.drivers),
        tests=tuple(_tests(communities)),
        toolkits=tuple(record for record in records if isinstance(record, Toolkit)),
        lessons=tuple(record for record in records if isinstance(record, Lesson)),
        # Readers look for what worked, and should meet what didn't before they stop reading.
        case_studies=tuple(sorted(studies, key=partial(_outcome_position, catalogue.vocabularies.ids("outcomes")))),
    )


def _tests(communities: list[Community]) -> Iterator[TriedIdea]:
    for community in communities:
        for test in community.tests_in_order:
            yield TriedIdea(community, test)


def _outcome_position(outcomes: tuple[str, ...], study: CaseStudy) -> int:
    return outcomes.index(study.outcome) if study.outcome in outcomes else len(outcomes)
