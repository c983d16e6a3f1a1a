"""What the home page shows first of much that came on one day."""

from pathlib import Path

from bs4 import BeautifulSoup

from knowledge_hub.pages import Site, create_pages
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue, dump

DAY = "2026-01-15"
REVIEW = {"reviewed_on": DAY, "review_by": "2027-01-15", "owner": "team"}
STRENGTHS = dump(
    {
        "label": {"en": "Strength"},
        "about": {"en": "x"},
        "terms": [{"id": name, "label": {"en": name}} for name in ("controlled", "descriptive", "self-report")],
    }
)
SHARED: dict[str, Fields | str] = {
    "vocabularies/evidence-strength": STRENGTHS,
    "contributors/team": {},
    "sources/report": {},
}


def _record(status: str, strength: str | None = None, day: str = DAY, **fields: object) -> Fields:
    evidence = {"status": status, "limits": "x", **({"strength": strength} if strength else {})}
    documented = {"sources": [{"source": "report", "supports": "x"}]} if status == "documented" else {}
    return {"evidence": evidence, "review": {**REVIEW, "reviewed_on": day}, **documented, **fields}


def _home(folder: Path, records: dict[str, Fields]) -> BeautifulSoup:
    site = Site(create_small_catalogue(folder, {**SHARED, **records}), TODAY)
    (page,) = (page for page in create_pages(site) if page.address == "")
    return BeautifulSoup(page.html, "html.parser")


def test_recent_work_of_one_day_begins_with_the_best_founded(tmp_path: Path) -> None:
    """A later review goes first whatever it says; titles only part what is equally well founded."""
    home = _home(
        tmp_path,
        {
            "case-studies/a-made-up": _record("composite"),
            "case-studies/b-told": _record("documented", "self-report"),
            "case-studies/d-compared": _record("documented", "controlled"),
            "case-studies/c-compared": _record("documented", "controlled"),
            "case-studies/e-older": _record("documented", "controlled", day="2026-01-14"),
        },
    )
    titles = [link.get_text() for link in home.select("[aria-labelledby=recent] .hub-card a")]
    assert titles == ["c-compared", "d-compared", "b-told"]


def test_types_take_turns_in_the_news_of_one_day(tmp_path: Path) -> None:
    """Two case studies don't stand before the first role, and what is better founded leads its turn."""
    news = {"history": [{"date": DAY, "what": "new"}]}
    home = _home(
        tmp_path,
        {
            "case-studies/a": _record("composite", **news),
            "case-studies/b": _record("documented", "controlled", **news),
            "lessons/c": _record("documented", "descriptive", **news),
            "roles/d": _record("editorial", **news),
        },
    )
    assert [link.get_text() for link in home.select("[aria-labelledby=news] li a")] == ["b", "c", "d", "a"]
