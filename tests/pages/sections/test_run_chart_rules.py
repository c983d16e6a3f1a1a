"""How to read the charts."""

from dataclasses import replace
from pathlib import Path

from knowledge_hub.pages import Site
from knowledge_hub.pages.sections.run_chart_rules import describe_rules
from knowledge_hub.settings.settings import Settings
from knowledge_hub.words.words import Words
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

_SOURCE = {"title": "The run chart", "author": [{"family": "Perla"}], "issued": "2011"}


def test_sources_of_the_rules_are_links_where_the_library_holds_them(tmp_path: Path) -> None:
    """A host's words place them anywhere, and are no markup."""
    own = Words({"run_chart_rules.runs.text": "<b>{runs_source}</b>: {other}"})
    catalogue = replace(create_small_catalogue(tmp_path, {"sources/perla-2011": _SOURCE}), words=own)
    (name, shift), (_, runs), *others = describe_rules(Site(catalogue, TODAY, settings=Settings()), "../").rules
    assert name == "Shift, trend and number of runs"
    assert shift.startswith(
        'Many health teams use these rules, after <a href="../sources/#perla-2011">Perla, 2011</a>.'
    )
    assert runs == "&lt;b&gt;Anhøj and Olesen, 2014&lt;/b&gt;: {other}"
    assert [name for name, _ in others] == ["", ""]
