"""Who is credited for what, and nobody who doesn't want to be named."""

from pathlib import Path
from typing import Any

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.credit import NOT_NAMED, ROLES, find_credit
from knowledge_hub.words.words import Words
from support.small_library import create_small_catalogue

EVERYWHERE = {role: ["shy", "ann"] for role in ("authors", "reviewers", "editors", "translators")}


def _review(owner: str) -> dict[str, str]:
    return {"reviewed_on": "2026-01-15", "review_by": "2027-01-15", "owner": owner}


def _create(folder: Path, *, with_drafts: bool = False, **lessons: Any) -> Catalogue:
    people: dict[str, Any] = {
        "contributors/ann": {"name": "Ann"},
        "contributors/shy": {"name": "Shy", "opt_out": True},
        "contributors/helper": {"name": "Helper", "helped_with": "Tried it."},
        "contributors/idle": {"name": "Idle"},
    }
    records = {f"lessons/{name}": fields for name, fields in lessons.items()}
    return create_small_catalogue(folder, {**people, **records}, with_drafts=with_drafts)


def test_work_is_found_by_role(tmp_path: Path) -> None:
    """Each role has the records it is credited in; roles without any, and people without work, are left out."""
    catalogue = _create(
        tmp_path,
        first={"credit": {"authors": ["ann"]}, "review": _review("one")},
        second={"credit": {"authors": ["one"], "editors": ["ann"]}, "review": _review("ann")},
    )
    work = {
        person.contributor.id: {role: [record.id for record in records] for role, records in person.work.items()}
        for person in catalogue.people
    }
    assert work == {
        "ann": {"authors": ["first"], "editors": ["second"], "owner": ["second"]},
        "helper": {},
        "one": {"authors": ["second"], "owner": ["first"]},
    }


def test_whoever_opted_out_is_in_nothing(tmp_path: Path) -> None:
    """Neither records nor people nor suggested ids have them; another name stands for the owner."""
    catalogue = _create(tmp_path, first={"credit": EVERYWHERE, "review": _review("shy")})
    (record,) = catalogue.records
    assert [one for _, one in find_credit(record)] == ["ann", "ann", "ann", "ann", NOT_NAMED]
    assert "shy" not in catalogue.contributors
    assert catalogue.contributors[NOT_NAMED].name == "Someone who isn’t named"
    assert [person.contributor.id for person in catalogue.people] == ["ann", "helper"]
    assert catalogue.ids()["contributor"] == ("ann", "helper", "idle", "one")


def test_nobody_is_named_before_their_work_is_published(tmp_path: Path) -> None:
    """A draft credits nobody, but in a preview."""
    draft = {"credit": {"authors": ["ann"]}, "status": "draft"}
    assert "ann" not in [person.contributor.id for person in _create(tmp_path / "a", first=draft).people]
    preview = _create(tmp_path / "b", first=draft, with_drafts=True)
    assert "ann" in [person.contributor.id for person in preview.people]


def test_nobody_looks_after_what_is_archived(tmp_path: Path) -> None:
    """Its authors stay credited."""
    archived = {"credit": {"authors": ["ann"]}, "review": _review("one"), "status": "archived"}
    (record,) = _create(tmp_path, first=archived).records
    assert list(find_credit(record)) == [("authors", "ann")]


def test_every_kind_of_help_has_its_words() -> None:
    """On the page of a record, on that of a person, and on the page of thanks."""
    words = Words()
    assert all(words.text(f"{group}.{role}") for group in ("credit", "people", "thanks") for role in ROLES)
