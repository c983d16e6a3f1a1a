"""Worksheets on a toolkit's page."""

import re
from collections import Counter
from pathlib import Path

from knowledge_hub.pages import Site, create_pages
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

_ID = re.compile(r'\bid="([^"]+)"')
_GROUP = re.compile(r'<fieldset[^>]*data-field="([^"]+)".*?\bname="([^"]+)"', re.DOTALL)


def test_no_id_is_there_twice(tmp_path: Path) -> None:
    """Fields, sections, choices and the box for saving have ids of their own, whatever the worksheets are called."""
    names = ["save", "team-name", "name", "section-1", "name-1", "help", "field"]
    fields = [{"id": name, "label": name, "type": "choice", "options": ["a", "b"], "help": "x"} for name in names]
    fields += [{"id": f"{name}-text", "label": name, "type": "text"} for name in names]
    sections = [{"title": "One", "fields": fields}]
    worksheets = [
        {"id": name, "title": name, "instructions": "x", "sections": sections}
        for name in ("plan", "plan-team", "plan-section", "plan-field", "plan-field-name-text")
    ]
    catalogue = create_small_catalogue(tmp_path, {"toolkits/kit": {"worksheets": worksheets, "status": "published"}})
    (page,) = [page for page in create_pages(Site(catalogue, TODAY)) if page.address == "toolkits/kit/"]
    assert [name for name, number in Counter(_ID.findall(page.html)).items() if number > 1] == []
    assert len({name for _, name in _GROUP.findall(page.html)}) == len(worksheets) * len(names)


def test_steps_and_worksheets_lead_to_each_other(tmp_path: Path) -> None:
    """A worksheet leads back to the first step that fills it in, one that no step names to all of them."""
    fields = [{"id": "a", "label": "A", "type": "text"}]
    worksheets = [
        {"id": name, "title": name, "instructions": "x", "sections": [{"title": "One", "fields": fields}]}
        for name in ("plan", "log")
    ]
    steps = [{"title": "Meet", "text": "x"}, *({"title": name, "text": "x", "worksheet": "plan"} for name in "PQ")]
    kit = {"worksheets": worksheets, "steps": steps, "status": "published"}
    catalogue = create_small_catalogue(tmp_path, {"toolkits/kit": kit})
    (page,) = [page for page in create_pages(Site(catalogue, TODAY)) if page.address == "toolkits/kit/"]
    back = re.findall(r'hub-worksheet__back"><a href="(#[^"]+)">([^<]+)<', page.html)
    assert back == [("#steps_2", "Back to step 2: P"), ("#steps", "Back to the steps")]
    assert {"steps_2", "steps", "worksheet-plan_form"} <= set(_ID.findall(page.html))
