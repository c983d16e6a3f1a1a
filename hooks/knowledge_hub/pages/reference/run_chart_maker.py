"""The page that draws a run chart of what somebody pastes; all of it happens in the browser."""

import json
from typing import Any

from knowledge_hub.hub_pages import RUN_CHART_MAKER
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.sections.run_chart_rules import describe_rules
from knowledge_hub.records.parts.measure import COUNTED_PEOPLE
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.visuals.run_chart_rules import FEWEST_POINTS

# Made up: a month without a value, and a shift after the change.
_EXAMPLE = """2025-01\t44%
2025-02\t51%
2025-03\t47%
2025-04\t39%
2025-05\t48%
2025-06\t45%
2025-07\t
2025-08\t
2025-09\t52%
2025-10\t46%
2025-11\t50%
2025-12\t58%
2026-01\t63%
2026-02\t61%
2026-03\t70%
2026-04\t66%
2026-05\t72%"""


def create_run_chart_maker_page(site: Site) -> Page:
    """Return the page with its form; a script reads the form and draws."""
    root = root_from(RUN_CHART_MAKER)
    title, description = site.text("run_chart_maker.title"), site.text("run_chart_maker.intro")
    directions = _directions(site)
    html = site.render(
        "run-chart-maker",
        description=description,
        directions=directions,
        fewest=FEWEST_POINTS,
        smallest=SMALLEST_GROUP,
        small_groups=site.text("run_chart_maker.small_groups", smallest=SMALLEST_GROUP),
        no_scripts=site.text("run_chart_maker.no_scripts", fewest=FEWEST_POINTS),
        counted=json.dumps(sorted(COUNTED_PEOPLE)),
        example=json.dumps(_create_example(site)),
        said=json.dumps(_create_words(site, directions)),
        rules=describe_rules(site, root),
    )
    return create_page(
        site,
        RUN_CHART_MAKER,
        title=title,
        description=description,
        html=html,
        scripts=("run-chart-maker/run-chart-maker",),
    )


def _directions(site: Site) -> list[dict[str, str]]:
    vocabulary = "directions"
    return [
        {"id": term, "label": site.label(vocabulary, term), "mark": site.mark(vocabulary, term)}
        for term in site.catalogue.vocabularies.ids(vocabulary)
    ]


def _create_example(site: Site) -> dict[str, str]:
    """Return what the example writes into the fields of the form, by their names."""
    return {
        "values": _EXAMPLE,
        "name": site.text("run_chart_maker.example_name"),
        "goal": "75",
        "direction": "up-is-better",
        "baseline": "8",
        "changes": f"2025-11: {site.text('run_chart_maker.example_change')}",
    }


def _create_words(site: Site, directions: list[dict[str, str]]) -> dict[str, Any]:
    """Return what the script says: the words of every run chart, and its own."""
    tree = site.words.tree
    return {
        "chart": tree["run_chart"],
        "said": tree["run_chart_maker_said"],
        "tables": {
            "summary": site.text("drawings.chart_tables"),
            "rules": site.text("drawings.chart_rules"),
        },
        "directions": {one["id"]: {"label": one["label"], "mark": one["mark"]} for one in directions},
    }
