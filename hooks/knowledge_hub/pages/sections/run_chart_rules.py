"""How to read the charts: what the rules are, where they are from, and what they leave out."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from knowledge_hub.citations.apa import cite_briefly, source_address
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.visuals.run_chart_rules import FEWEST_POINTS
from knowledge_hub.words.words import BLANK

# Where the rules are from: the id that a library may hold the source under, and its words where it doesn't.
_SOURCES = {
    "shift_source": ("perla-2011", "Perla and others, 2011"),
    "runs_source": ("anhoej-2014", "Anhøj and Olesen, 2014"),
}


class ChartRules(NamedTuple):
    """What a run chart is, and its rules: each a name, which may be "", and its text."""

    about: str
    rules: tuple[tuple[str, Markup], ...]


def describe_rules(site: Site, root: str) -> ChartRules:
    """Return how to read the charts, the sources as links where this library holds them."""
    links = {name: _cite(site, root, *source) for name, source in _SOURCES.items()}
    named = tuple(
        (site.text(f"run_chart_rules.{name}.name"), _fill(site.text(f"run_chart_rules.{name}.text"), links))
        for name in ("shift", "runs")
    )
    points = site.text("run_chart_rules.points")
    small = site.text("run_chart_rules.small_groups", smallest=SMALLEST_GROUP)
    about = site.text("run_chart_rules.about", fewest=FEWEST_POINTS)
    return ChartRules(about, (*named, ("", escape(points)), ("", escape(small))))


def _cite(site: Site, root: str, source: str, words: str) -> Markup:
    if source not in site.catalogue.sources:
        return escape(words)
    cited = cite_briefly(site.catalogue.sources[source])
    return Markup('<a href="{}">{}</a>').format(source_address(source, root), cited)


def _fill(words: str, links: Mapping[str, Markup]) -> Markup:
    """Return words of the interface with links in their blanks."""
    return Markup(BLANK.sub(lambda blank: links.get(blank[1], blank[0]), escape(words)))  # noqa: S704 -- escaped above
