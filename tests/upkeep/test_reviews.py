"""Which reviews are due, and for whom."""

import datetime
from pathlib import Path

import pytest

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.library.loading import load_library
from knowledge_hub.upkeep.reviews import find_due_reviews, find_ownerless, group_by_owner
from support.small_library import Fields, create_small_catalogue, write_content

TODAY = datetime.date(2026, 11, 27)


def _lesson(due: str, owner: str = "one", **fields: object) -> Fields:
    review = {"reviewed_on": "2025-01-01", "review_by": due, "owner": owner}
    return {"status": "published", "review": review, **fields}


def _due(catalogue: Catalogue, today: datetime.date = TODAY) -> list[tuple[str, bool]]:
    return [(review.item.title, review.is_overdue) for review in find_due_reviews(catalogue, today)]


def test_reviews_are_due_from_sixty_days_before_their_day(tmp_path: Path) -> None:
    """The day itself is in time, the day after is overdue, and the sixty-first day is far away."""
    days = {"late": "2026-11-26", "today": "2026-11-27", "soon": "2027-01-26", "far": "2027-01-27"}
    catalogue = create_small_catalogue(tmp_path, {f"lessons/{name}": _lesson(day) for name, day in days.items()})
    assert _due(catalogue) == [("late", True), ("today", False), ("soon", False)]


def test_a_library_two_years_on_is_due_as_a_whole(tmp_path: Path) -> None:
    """Exactly the records that are looked after: no archived one, no draft, nothing twice; the oldest day first."""
    records = {
        "lessons/b": _lesson("2027-05-01"),
        "toolkits/a": _lesson("2027-05-01"),
        "lessons/c": _lesson("2027-01-01"),
        "lessons/old": _lesson("2027-01-01", status="archived"),
        "lessons/draft": _lesson("2027-01-01", status="draft"),
        "lessons/new": _lesson("2029-06-01"),
    }
    catalogue = create_small_catalogue(tmp_path, records)
    assert _due(catalogue, TODAY.replace(year=2028)) == [("c", True), ("a", True), ("b", True)]


def test_owners_come_by_name_and_nobody_last(tmp_path: Path) -> None:
    """On a hand-written page the owner may be any words, or missing."""
    records = {
        "contributors/zeta": {"name": "Alpine school"},
        "lessons/a": _lesson("2026-01-02"),
        "lessons/b": _lesson("2026-01-01", "zeta"),
    }
    content = write_content(tmp_path, records)
    for name, owner in (("x", "owner: The web team"), ("y", "")):
        page = tmp_path / "docs" / f"{name}.md"
        page.parent.mkdir(exist_ok=True)
        facts = f"review: {{reviewed_on: 2025-01-01, review_by: 2026-01-01{', ' if owner else ''}{owner}}}"
        page.write_text(f"---\n{facts}\n---\n\n# {name}\n", encoding="utf-8")
    library, problems = load_library(content, tmp_path / "docs" / "guides")
    assert problems == []
    catalogue = create_catalogue(library)
    groups = group_by_owner(find_due_reviews(catalogue, TODAY))
    told = [(group.owner_name, [review.item.path for review in group.reviews]) for group in groups]
    assert told == [
        ("Alpine school", ["content/lessons/b.yml"]),
        ("one", ["content/lessons/a.yml"]),
        ("The web team", ["docs/x.md"]),
        ("", ["docs/y.md"]),
    ]
    assert [item.path for item in find_ownerless(catalogue)] == ["docs/y.md"]


def test_a_draft_without_review_has_no_owner(tmp_path: Path) -> None:
    """Published records always have one; a preview shows what a draft still lacks."""
    fields = {"status": "draft", "review": None}
    content = write_content(tmp_path, {"lessons/a": fields})
    catalogue = create_catalogue(load_library(content)[0], with_drafts=True)
    assert [item.path for item in find_ownerless(catalogue)] == ["content/lessons/a.yml"]
    assert find_due_reviews(catalogue, TODAY) == ()


@pytest.mark.parametrize("with_drafts", [True, False])
def test_an_empty_library_owes_nothing(tmp_path: Path, *, with_drafts: bool) -> None:
    """No record, no review."""
    catalogue = create_small_catalogue(tmp_path, {}, with_drafts=with_drafts)
    assert find_due_reviews(catalogue, TODAY) == ()
