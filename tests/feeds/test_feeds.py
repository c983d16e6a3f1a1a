"""Which feeds a hub has, and what is in them, as readers of feeds see it."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.feeds.coming_sessions import find_coming_sessions
from knowledge_hub.feeds.files import MOST_ENTRIES, create_feeds
from knowledge_hub.feeds.news import find_news
from knowledge_hub.feeds.places import find_places
from knowledge_hub.settings.settings import Settings
from support.feed_reader import Entry, read_atom, read_json_feed
from support.hostile_texts import DENSE, HTML, ONE_LINE
from support.small_library import Fields, create_small_catalogue

TODAY = datetime.date(2026, 6, 1)
SETTINGS = Settings(site_name="Our hub", site_url="https://hub.example/sub/", host="Our office")
OWN_GUIDANCE = "This is the hub’s own guidance. It is not a finding from research."
ARABIC = "مرحبا \u202eسلام\u202c"
TEXTS = (*DENSE, *HTML[:30], ONE_LINE, ARABIC, "🙂" * 60, "x" * 5000)
UNWRITABLE = "\x00\x08\x0b\x1f\x7f\ud800\udfff\ufffe\uffff"


def _review(day: str) -> Fields:
    return {"reviewed_on": day, "review_by": "2030-01-15", "owner": "one"}


def _write(catalogue: Catalogue, settings: Settings = SETTINGS) -> dict[str, str]:
    news, coming = find_news(catalogue), find_coming_sessions(catalogue, TODAY)
    return dict(create_feeds(catalogue, settings, find_places(catalogue, settings), news, coming))


def _feeds(folder: Path, records: dict[str, Fields], settings: Settings = SETTINGS) -> dict[str, str]:
    return _write(create_small_catalogue(folder, records), settings)


def _titles(files: dict[str, str], path: str) -> list[str]:
    """Return the titles of a feed; both formats hold the same."""
    entries = read_atom(files[f"{path}feed.xml"])
    assert read_json_feed(files[f"{path}feed.json"]) == entries
    return [entry.title for entry in entries]


def test_a_feed_for_all_each_type_each_value_and_each_community(tmp_path: Path) -> None:
    """A record stands in the feeds of its type, of its values, and of the communities it is connected to."""
    files = _feeds(
        tmp_path,
        {
            "lessons/ask": {"domains": ["teaming"], "communities": ["net"], "review": _review("2026-03-01")},
            "lessons/alone": {"domains": ["teaming"], "review": _review("2026-02-01")},
            "communities/net": {"levels": ["local"], "scope": "local", "review": _review("2026-01-01")},
        },
    )
    assert _titles(files, "") == ["Reviewed: ask", "Reviewed: alone", "Reviewed: net"]
    assert _titles(files, "lessons/") == ["Reviewed: ask", "Reviewed: alone"]
    assert _titles(files, "browse/domain/teaming/") == ["Reviewed: ask", "Reviewed: alone"]
    assert _titles(files, "browse/level/local/")[-1] == "Reviewed: net"
    assert _titles(files, "communities/net/") == ["Reviewed: ask", "Reviewed: net"]
    assert {path.rpartition("/")[2] for path in files} == {"feed.xml", "feed.json"}


def test_an_entry_leads_to_its_page(tmp_path: Path) -> None:
    """By a whole address below any sub-path; its day is that of the record, by the clock of every reader."""
    history = [{"date": "2026-03-01", "what": "changed", "note": "Step 2 is new."}]
    record = {"summary": "Ask first.", "history": history, "review": _review("2026-01-01")}
    entry, _ = read_atom(_feeds(tmp_path, {"lessons/ask": record})["feed.xml"])
    assert entry == Entry(
        "https://hub.example/sub/lessons/ask/#changed-2026-03-01",
        "https://hub.example/sub/lessons/ask/",
        "Changed: ask",
        f"Step 2 is new. Ask first. {OWN_GUIDANCE}",
        "2026-03-01T12:00:00Z",
    )


def test_an_illustration_says_so(tmp_path: Path) -> None:
    """An entry may be read far from the page it came from."""
    record = {"evidence": {"status": "composite"}, "review": _review("2026-01-01")}
    (entry,) = read_atom(_feeds(tmp_path, {"lessons/ask": record})["feed.xml"])
    assert "It is not a real place." in entry.text


def test_an_archived_record_names_what_to_read_instead(tmp_path: Path) -> None:
    """The one who followed it is not left alone."""
    gone = {"status": "archived", "replaced_by": "new", "history": [{"date": "2026-03-01", "what": "archived"}]}
    files = _feeds(tmp_path, {"lessons/old": gone, "lessons/new": {"review": _review("2026-01-01")}})
    entry = read_atom(files["lessons/feed.xml"])[0]
    assert entry.title == "Archived: old"
    assert entry.text.startswith("Read instead: new.")


def test_coming_sessions_stand_first(tmp_path: Path) -> None:
    """With when and where; the day of the entry is that of the review, as a feed tells nothing of the future."""
    session = {"kind": "meeting", "date": "2026-07-01", "title": "Share what worked", "cancelled": True}
    timed = {"starts": "15:30", "ends": "17:00", "timezone": "eastern"}
    record = {"sessions": [{**session, **timed}], "review": _review("2026-03-01")}
    files = _feeds(tmp_path, {"communities/net": record})
    assert _titles(files, "communities/net/") == ["Coming session: Cancelled: Share what worked", "Reviewed: net"]
    entry = read_atom(files["feed.xml"])[0]
    assert entry.text.startswith("July 1, 2026: net. 3:30 p.m. to 5 p.m., Eastern time")
    assert entry.moment == "2026-03-01T12:00:00Z"


def test_a_feed_is_bounded(tmp_path: Path) -> None:
    """However large the library: the newest stand there."""
    records = {
        f"lessons/n{number}": {"review": _review(f"2026-{1 + number // 28:02}-{1 + number % 28:02}")}
        for number in range(MOST_ENTRIES + 5)
    }
    titles = _titles(_feeds(tmp_path, records), "")
    assert (len(titles), titles[0], titles[-1]) == (MOST_ENTRIES, "Reviewed: n54", "Reviewed: n5")


def test_an_empty_hub_has_a_feed_for_all(tmp_path: Path) -> None:
    """Who follows it early hears of the first record."""
    files = _feeds(tmp_path, {})
    assert sorted(files) == ["feed.json", "feed.xml"]
    assert _titles(files, "") == []


def test_without_an_address_there_are_no_feeds(tmp_path: Path) -> None:
    """Their ids and links are whole addresses, and nobody knows the site's."""
    assert _feeds(tmp_path, {"lessons/ask": {}}, Settings(site_name="Our hub")) == {}


def test_same_content_same_bytes(tmp_path: Path) -> None:
    """No clock and no order of files plays a part."""
    records = {f"lessons/{name}": {"review": _review("2026-03-01")} for name in "abc"}
    assert _feeds(tmp_path / "a", records) == _feeds(tmp_path / "b", dict(reversed(records.items())))


def test_no_text_breaks_a_feed(tmp_path: Path) -> None:
    """What a contributor writes arrives sign by sign, and is text only."""
    files = _write(_with_texts(create_small_catalogue(tmp_path, {"lessons/ask": {}}), TEXTS))
    entries = {entry.link: entry for entry in read_atom(files["feed.xml"])}
    for number, text in enumerate(TEXTS[:MOST_ENTRIES]):
        entry = entries[f"https://hub.example/sub/lessons/n{number}/"]
        assert entry.title == f"Reviewed: {text}"
        assert entry.text.startswith(text)
    assert read_json_feed(files["feed.json"]) == list(entries.values())


def test_what_no_feed_can_hold_is_left_out(tmp_path: Path) -> None:
    """Control characters and halves of letters, in a record or a setting."""
    catalogue = _with_texts(create_small_catalogue(tmp_path, {"lessons/ask": {}}), [f"As{UNWRITABLE}k"])
    settings = Settings(site_name=f"Our{UNWRITABLE} hub", site_url=SETTINGS.site_url, host=f"{UNWRITABLE}x")
    files = _write(catalogue, settings)
    (entry,) = read_atom(files["feed.xml"])
    assert entry.title == "Reviewed: As\x7fk"
    assert read_json_feed(files["feed.json"]) == [entry]
    assert all(text.encode("utf-8") for text in files.values())


def _with_texts(catalogue: Catalogue, texts: Sequence[str]) -> Catalogue:
    """Return the catalogue with a copy of its record for each text, which no check has seen."""
    (record,) = catalogue.records
    copies = [
        record.model_copy(update={"id": f"n{number}", "address": f"lessons/n{number}/", "title": text, "summary": text})
        for number, text in enumerate(texts)
    ]
    return replace(catalogue, records=tuple(copies))
