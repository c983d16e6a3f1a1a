"""The glossary, the sources and the two models side by side."""

from pathlib import Path

import yaml
from bs4 import BeautifulSoup

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.pages import Site
from knowledge_hub.pages.reference.reference_pages import create_glossary_page, create_models_page, create_sources_page
from support.fixed_day import TODAY
from support.small_library import Fields, read_content, write_content


def _create_site(folder: Path, records: dict[str, Fields | str]) -> Site:
    library, problems = read_content(write_content(folder, records))
    assert problems == []
    return Site(create_catalogue(library), TODAY)


def _models(*kinds: str) -> str:
    models = [{"kind": kind, "title": kind.upper(), "summary": "x", "fits_when": ["x"]} for kind in kinds]
    rows = [{"aspect": "Time", "coiin": "Fixed", "cop": "Open"}]
    return yaml.safe_dump({"title": "Two", "summary": "x", "evidence_note": "x", "models": models, "rows": rows})


def test_the_columns_of_the_models_keep_their_names(tmp_path: Path) -> None:
    """Whichever model is described first, or not at all, each column stands under its own name."""
    for number, kinds in enumerate((["coiin", "cop"], ["cop", "coiin"], ["cop"], [])):
        (page,) = create_models_page(_create_site(tmp_path / str(number), {"models": _models(*kinds)}))
        table = BeautifulSoup(page.html, "html.parser").table
        heads = [cell.get_text().upper() for cell in table.thead.find_all("th")]
        assert heads == ["WHAT DIFFERS", "COIIN", "COP"]
        assert [(cell["data-label"].upper(), cell.get_text()) for cell in table.tbody.find_all("td")] == [
            ("COIIN", "Fixed"),
            ("COP", "Open"),
        ]


def test_content_without_models_has_no_such_page(tmp_path: Path) -> None:
    """The comparison is there when content has it."""
    assert create_models_page(_create_site(tmp_path, {})) == []


def test_the_glossary_is_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    """Each term can be linked to, with its long form, meaning and other names."""
    terms = [
        {
            "id": "pdsa",
            "term": "PDSA",
            "expansion": "Plan-Do-Study-Act",
            "definition": "A test.",
            "aliases": ["cycle", "loop"],
        },
        {"id": "aim", "term": "aim", "definition": "What should improve."},
    ]
    (page,) = create_glossary_page(_create_site(tmp_path, {"glossary": yaml.safe_dump({"terms": terms})}))
    items = BeautifulSoup(page.html, "html.parser").select(".hub-glossary__item")
    assert [(item["id"], item.get_text(" ", strip=True)) for item in items] == [
        ("aim", "aim # Link to this entry What should improve."),
        ("pdsa", "PDSA Plan-Do-Study-Act # Link to this entry A test. Also called: cycle, loop."),
    ]
    assert page.scripts == ("lookup",)


def test_long_pages_have_a_way_to_each_letter(tmp_path: Path) -> None:
    """A source without authors stands under its title; each letter leads to a heading, and each entry to itself."""
    sources: dict[str, Fields | str] = {
        "sources/run-charts": {"title": "The run chart", "author": [{"family": "Perla"}], "issued": "2011"},
        "sources/alone": {"title": "“Élan” in teams", "issued": "2011"},
        "sources/second": {"title": "Early steps"},
    }
    (page,) = create_sources_page(_create_site(tmp_path, sources))
    soup = BeautifulSoup(page.html, "html.parser")
    ways = soup.select(".hub-lookup__letters a")
    assert [(way.get_text(), soup.find(id=way["href"][1:]).name) for way in ways] == [("E", "h2"), ("P", "h2")]
    items = soup.select(".hub-sources > li")
    assert [item["id"] for item in items] == ["second", "alone", "run-charts"]
    assert [item.p.get_text(strip=True).split(".")[0] for item in items] == ["Early steps", "“Élan” in teams", "Perla"]
    assert [item.select_one(".hub-lookup__anchor")["href"] for item in items] == ["#second", "#alone", "#run-charts"]


def test_a_page_with_one_letter_has_no_ways_to_others(tmp_path: Path) -> None:
    """A small hub’s glossary is the list alone, and loads no script."""
    terms = yaml.safe_dump({"terms": [{"id": "aim", "term": "aim", "definition": "What should improve."}]})
    (page,) = create_glossary_page(_create_site(tmp_path, {"glossary": terms}))
    assert page.scripts == ()
    assert "lookup_ways" not in page.html


def test_the_sources_page_says_what_rests_on_each(tmp_path: Path) -> None:
    """A source stands there with how much of it was read and every page that uses it, the models' too."""
    models = {**yaml.safe_load(_models("cop")), "sources": [{"source": "b-report", "supports": "The rows."}]}
    site = _create_site(
        tmp_path,
        {
            "sources/b-report": {"title": "Report", "author": [{"literal": "Office"}], "issued": "2020"},
            "sources/a-unused": {"title": "Unused", "author": [{"literal": "Bureau"}]},
            "lessons/ask": {"sources": [{"source": "b-report", "supports": "The steps."}]},
            "models": yaml.safe_dump(models),
        },
    )
    (page,) = create_sources_page(site)
    items = BeautifulSoup(page.html, "html.parser").select(".hub-sources > li")
    assert [item["id"] for item in items] == ["a-unused", "b-report"]
    assert items[0].p.get_text(" ", strip=True) == "Bureau. (n.d.). Unused . # Link to this entry"
    assert "No page rests on it yet." in items[0].get_text()
    assert items[1].summary.get_text() == "Read: whole. 2 pages rest on it."
    assert [(link["href"], link.parent.get_text(strip=True)) for link in items[1].select("details a")] == [
        ("../lessons/ask/", "ask: The steps."),
        ("../models/", "Two: The rows."),
    ]
