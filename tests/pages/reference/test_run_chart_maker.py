"""The page that draws run charts: there in every hub, in the hub's words, and charts lead to it."""

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.library import Library
from knowledge_hub.pages import Site
from knowledge_hub.pages.reference.run_chart_maker import create_run_chart_maker_page
from knowledge_hub.words.words import Words
from support.fixed_day import TODAY


def _page(library: Library) -> str:
    return create_run_chart_maker_page(Site(create_catalogue(library), TODAY)).html


def test_a_hub_without_anything_has_the_page() -> None:
    """It needs no record, no source and no vocabulary, and says what to do where scripts are off."""
    html = _page(Library())
    assert "On paper it works, too" in html
    assert "Perla and others, 2011" in html


def test_a_hosts_words_stand_on_the_page_and_in_its_script() -> None:
    """Labels, sentences and what the script says are translated at one place."""
    words = Words({"run_chart_maker.draw": "Zeichnen", "run_chart.chance": "Es gibt kein Signal."})
    html = _page(Library(words=words))
    assert "Zeichnen" in html
    assert "Es gibt kein Signal." in html
