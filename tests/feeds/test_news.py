"""What happened to the library, from the dates of its records."""

from dataclasses import replace
from pathlib import Path

from knowledge_hub.feeds.news import News, find_news
from knowledge_hub.records.own_page import OwnPage
from support.small_library import Fields, create_small_catalogue, read_content, write_content


def _review(day: str) -> Fields:
    return {"reviewed_on": day, "review_by": "2030-01-15", "owner": "one"}


def _brief(news: tuple[News, ...]) -> list[str]:
    return [f"{item.day} {item.kind} {item.record.title}" for item in news]


def _news(folder: Path, **lessons: Fields) -> tuple[News, ...]:
    records = {f"lessons/{name}": fields for name, fields in lessons.items()}
    return find_news(create_small_catalogue(folder, records, with_drafts=True))


def test_everything_that_happened_the_newest_first(tmp_path: Path) -> None:
    """A record came, changed and was reviewed since; on one day the titles decide."""
    history = [{"date": "2026-01-02", "what": "new"}, {"date": "2026-03-04", "what": "changed", "note": "It is short."}]
    found = _news(
        tmp_path, b={"review": _review("2026-05-06"), "history": history}, a={"review": _review("2026-05-06")}
    )
    assert _brief(found) == [
        "2026-05-06 reviewed a",
        "2026-05-06 reviewed b",
        "2026-03-04 changed b",
        "2026-01-02 new b",
    ]
    assert found[2].note == "It is short."


def test_a_review_of_the_day_is_no_news_of_its_own(tmp_path: Path) -> None:
    """Whoever puts a record in has just read it."""
    record = {"review": _review("2026-05-06"), "history": [{"date": "2026-05-06", "what": "new"}]}
    assert _brief(_news(tmp_path, a=record)) == ["2026-05-06 new a"]


def test_an_archived_record_was_not_reviewed(tmp_path: Path) -> None:
    """It is no longer looked after; that is the news, where its day is known."""
    record = {"review": _review("2026-01-01"), "status": "archived"}
    dated = {**record, "history": [{"date": "2026-02-02", "what": "archived"}]}
    assert _brief(_news(tmp_path, a=record, b=dated)) == ["2026-02-02 archived b"]


def test_a_draft_is_no_news(tmp_path: Path) -> None:
    """Also in a preview, which shows it."""
    assert _news(tmp_path, a={"status": "draft", "history": [{"date": "2026-05-06", "what": "new"}]}) == ()


def test_news_keep_their_names(tmp_path: Path) -> None:
    """A new title changes nothing, nor does a new file name that leads on from the old one."""
    record = {"review": _review("2026-05-06"), "history": [{"date": "2026-05-05", "what": "new"}]}
    old = _news(tmp_path / "a", ask=record)
    new = _news(tmp_path / "b", answer={**record, "title": "Other", "redirect_from": ["lessons/ask/", "lessons/b/"]})
    assert [item.name for item in old] == ["lessons/ask/#reviewed-2026-05-06", "lessons/ask/#new-2026-05-05"]
    assert [item.name for item in new] == [item.name for item in old]


def test_two_changes_of_one_day_have_two_names(tmp_path: Path) -> None:
    """Else a program would show one of them only."""
    twice = [{"date": "2026-05-06", "what": "changed", "note": note} for note in ("One.", "Two.")]
    assert {item.name for item in _news(tmp_path, a={"history": twice, "review": _review("2026-01-01")})} == {
        "lessons/a/#changed-2026-05-06",
        "lessons/a/#changed-2026-05-06-2",
        "lessons/a/#reviewed-2026-01-01",
    }


def test_what_happened_is_one_of_three_things(tmp_path: Path) -> None:
    """A review has a field of its own; the check says at the spot what can be written."""
    history = [{"date": "2026-05-06", "what": "reviewed"}, {"date": "May 2026", "what": "new"}]
    _, problems = read_content(write_content(tmp_path, {"lessons/a": {"history": history}}))
    assert [(problem.field, problem.code) for problem in problems] == [
        ("history.0.what", "bad-choice"),
        ("history.1.date", "bad-date"),
    ]


def test_a_page_of_the_hosts_own_is_reviewed(tmp_path: Path) -> None:
    """As it stands on the pages of its facet values among the records; without one it is no part of the library."""
    pages = (
        OwnPage(path="how/consent.md", title="Consent", summary="Ask.", levels=("local",), reviewed_on="2026-05-06"),
        OwnPage(path="about.md", title="About", reviewed_on="2026-05-07"),
    )
    catalogue = replace(create_small_catalogue(tmp_path, {}), own_pages=pages)
    assert [(item.kind, item.name) for item in find_news(catalogue)] == [
        ("reviewed", "how/consent/#reviewed-2026-05-06")
    ]
