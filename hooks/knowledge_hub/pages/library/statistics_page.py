"""The library in numbers: how it grew, what it holds, what that rests on, and how well it is looked after."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from knowledge_hub.catalogue.facets import facet_address, get_facet
from knowledge_hub.catalogue.statistics import ARCHIVED, NEVER, count_growth, count_reviews
from knowledge_hub.dates import date_words
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import RECORD_TYPES, Record
from knowledge_hub.visuals.statistics.bars import LONGEST, measure_bars
from knowledge_hub.visuals.statistics.growth_chart import create_growth_chart

STATISTICS = "about/statistics/"
# What most libraries have none of needs no row.
_RARE = frozenset({NEVER, ARCHIVED})


class Count(NamedTuple):
    """A number and what it counts; `href` leads to that, "" where there is no such page."""

    label: str
    number: int
    href: str = ""


def create_statistics_page(site: Site) -> Page:
    """Return the page of numbers; a library without records says that there is nothing to count."""
    description = site.text("statistics.intro")
    records = site.catalogue.records
    html = site.render(
        "statistics",
        description=description,
        counts=_write_totals(site) if records else "",
        growth=_growth_section(site, records) if records else None,
        sections=list(_create_sections(site, records)) if records else [],
        longest=LONGEST,
        has_visit_counter=site.settings.outside.analytics is not None,
    )
    return create_page(site, STATISTICS, title=site.text("statistics.title"), description=description, html=html)


def _write_totals(site: Site) -> str:
    numbers = (("counts.record", len(site.catalogue.current)), ("counts.source", len(site.catalogue.sources)))
    return ", ".join(site.words.count(key, number) for key, number in numbers)


def _create_sections(site: Site, records: Sequence[Record]) -> Iterator[dict[str, Any]]:
    root, current = root_from(STATISTICS), site.catalogue.current
    yield _bar_section(site, "types", _count_types(site, root, current))
    yield _bar_section(site, "domains", _count_domains(site, root))
    status = Counter(record.evidence.status for record in current)
    yield _bar_section(site, "evidence", _count_terms(site, "evidence-status", status))
    strength = Counter(record.evidence.strength for record in current if record.evidence.status == "documented")
    yield _bar_section(site, "strength", _count_strength(site, strength))
    yield _bar_section(site, "review", _count_reviews(site, records))


def _growth_section(site: Site, records: Iterable[Record]) -> dict[str, Any]:
    months = count_growth(records)
    return {
        **_head(site, "growth"),
        "chart": create_growth_chart([(month.month, month.total) for month in months]),
        "months": [
            {"name": date_words(month.month), "added": f"{month.added:,}", "total": f"{month.total:,}"}
            for month in months
        ],
    }


def _bar_section(site: Site, name: str, counts: Sequence[Count]) -> dict[str, Any]:
    """Return a section with a row and a bar for each count, with no row where there is nothing but noughts."""
    found = counts if any(count.number for count in counts) else ()
    bars = measure_bars([count.number for count in found])
    return {
        **_head(site, name),
        "rows": [
            {"label": count.label, "href": count.href, "number": f"{count.number:,}", "bar": bar}
            for count, bar in zip(found, bars, strict=True)
        ],
    }


def _head(site: Site, name: str) -> dict[str, str]:
    return {"id": name, "title": site.text(f"statistics.{name}"), "note": site.text(f"statistics.{name}_note")}


def _count_types(site: Site, root: str, records: Iterable[Record]) -> list[Count]:
    numbers = Counter(record.type for record in records)
    return [
        Count(site.text(f"types.{cls.type}.many"), numbers[cls.type], f"{root}{cls.folder}/")
        for cls in RECORD_TYPES
        if numbers[cls.type]
    ]


def _count_domains(site: Site, root: str) -> list[Count]:
    """Return how many records each quality domain has, also none; a domain without any has no page."""
    domain = get_facet("domain")
    found = {term.id: number for term, number in site.catalogue.facet_terms(domain)}
    hrefs = {term_id: root + facet_address(domain, term_id) for term_id in found}
    terms = site.catalogue.vocabularies[domain.vocabulary].terms
    return [Count(term.label.text(), found.get(term.id, 0), hrefs.get(term.id, "")) for term in terms]


def _count_terms(site: Site, vocabulary: str, numbers: Mapping[Any, int]) -> list[Count]:
    terms = site.catalogue.vocabularies[vocabulary].terms
    return [Count(term.label.text(), numbers.get(term.id, 0)) for term in terms]


def _count_strength(site: Site, numbers: Mapping[Any, int]) -> list[Count]:
    """Return how findings were made, and how many records don't say it."""
    unstated = [Count(site.text("facts.not_stated"), numbers[None])] if numbers.get(None) else []
    return [*_count_terms(site, "evidence-strength", numbers), *unstated]


def _count_reviews(site: Site, records: Sequence[Record]) -> list[Count]:
    numbers = count_reviews(records, site.today)
    return [
        Count(site.text(f"statistics.{state}"), number)
        for state, number in numbers.items()
        if number or state not in _RARE
    ]
