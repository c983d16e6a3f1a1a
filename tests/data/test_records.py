"""A record as data: what its page shows, and no more."""

from pathlib import Path

import pytest

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.settings.settings import Settings
from support.data_files import create_data, create_small_data, find_schema_faults, read_json
from support.small_library import Fields, read_content, write_content

MEASURE = {
    "id": "seen",
    "name": "Seen in time",
    "kind": "outcome",
    "points": [
        {"date": "2026-01", "value": 40, "n": 120, "note": "All schools."},
        {"date": "2026-02", "value": 66.6, "n": 3, "note": "Only Ben and his sisters."},
    ],
}


def _read_record(folder: Path, records: dict[str, Fields], path: str) -> dict[str, object]:
    data = create_small_data(folder, records)
    record: dict[str, object] = read_json(data.files, f"records/{path}.json")
    return record


def test_a_record_is_told_whole(tmp_path: Path) -> None:
    """What every record has stands at the top, what only its type has below "fields"."""
    fields = {
        "title": "Ask “how”",
        "summary": "A short talk.",
        "aliases": ["check-in"],
        "domains": ["teaming"],
        "stages": ["test"],
        "toolkits": ["kit"],
        "evidence": {"status": "editorial"},
        "credit": {"authors": ["one"]},
        "review": {"reviewed_on": "2026-01-15", "review_by": "2027-01-15", "owner": "one"},
        "status": "published",
        "statement": "Ask.",
        "why": "It *helps*.",
        "apply": ["Put it on the agenda."],
    }
    record = _read_record(tmp_path, {"lessons/ask": fields, "toolkits/kit": {}}, "lesson/ask")
    assert record == {
        "type": "lesson",
        "id": "ask",
        "title": "Ask “how”",
        "summary": "A short talk.",
        "status": "published",
        "address": "lessons/ask/",
        "url": "https://hub.example/lessons/ask/",
        "aliases": ["check-in"],
        "evidence": {"status": "editorial"},
        "sources": [],
        "pictures": [],
        "credit": {"authors": ["one"], "reviewers": [], "editors": [], "translators": []},
        "review": {"reviewed_on": "2026-01-15", "review_by": "2027-01-15", "owner": "one"},
        "sensitivity": [],
        "redirect_from": [],
        "history": [],
        "facets": {"domain": ["teaming"], "stage": ["test"]},
        "connections": [{"type": "toolkit", "id": "kit", "reason": "Helps you to apply it"}],
        "fields": {
            "statement": "Ask.",
            "why": "It *helps*.",
            "apply": ["Put it on the agenda."],
            "pitfalls": [],
            "for_roles": [],
            "seen_in": [],
        },
    }


def test_a_connection_is_told_on_both_sides(tmp_path: Path) -> None:
    """The record that is named says so, too, with its own reason."""
    records: dict[str, Fields] = {"lessons/ask": {"toolkits": ["kit"]}, "toolkits/kit": {}}
    reason = "Keep this in mind when you use it"
    assert _read_record(tmp_path, records, "toolkit/kit")["connections"] == [
        {"type": "lesson", "id": "ask", "reason": reason}
    ]


def test_a_small_group_stays_hidden(tmp_path: Path) -> None:
    """Of a point that tells of too few people only the date is there, in the JSON and in the table."""
    data = create_small_data(tmp_path, {"communities/net": {"measures": [MEASURE]}})
    (measure,) = read_json(data.files, "records/community/net.json")["fields"]["measures"]
    assert measure["points"] == [
        {"date": "2026-01", "value": 40.0, "n": 120, "note": "All schools."},
        {"date": "2026-02", "suppressed": True},
    ]
    assert not [path for path, content in data.files.items() if b"66.6" in content or b"Ben" in content]


def test_what_no_page_shows_is_not_told(tmp_path: Path) -> None:
    """Notes to editors, accepted warnings, and who agreed to a picture."""
    secrets = {
        "for_editors": "secret-1",
        "accepted": [{"code": "jargon", "text": "secret-2", "reason": "secret-3"}],
        "pictures": [{"file": "a.jpg", "shows_people": "yes", "consent": "secret-4", "credit": "Photo: us"}],
    }
    library, _ = read_content(write_content(tmp_path, {"lessons/ask": secrets}))
    data = create_data(create_catalogue(library))
    record = read_json(data.files, "records/lesson/ask.json")
    assert record["pictures"] == [{"file": "a.jpg", "credit": "Photo: us"}]
    assert not [path for path, content in data.files.items() if b"secret" in content]


def test_whoever_is_credited_is_told_as_on_the_page(tmp_path: Path) -> None:
    """With the address of the page; whoever opted out is in no file, and so is nobody who helped with nothing yet."""
    shy = {"name": "Secret", "opt_out": True}
    review = {"reviewed_on": "2026-01-15", "review_by": "2027-01-15", "owner": "secret"}
    records: dict[str, Fields] = {
        "lessons/ask": {"credit": {"authors": ["secret", "district"], "editors": ["secret"]}, "review": review},
        "contributors/district": {"kind": "organization", "name": "District", "ror": "03yrm5c26"},
        "contributors/secret": shy,
        "contributors/idle-secret": {},
    }
    data = create_small_data(tmp_path, records)
    lesson = read_json(data.files, "records/lesson/ask.json")
    assert (lesson["credit"]["authors"], lesson["credit"]["editors"]) == (["district"], [])
    assert lesson["review"] == {"reviewed_on": "2026-01-15", "review_by": "2027-01-15"}
    (district,) = read_json(data.files, "contributors.json")["items"]
    assert (district["address"], district["name"], district["ror"]) == ("people/district/", "District", "03yrm5c26")
    assert not [path for path, content in data.files.items() if b"secret" in content.lower()]
    assert find_schema_faults(data.files) == []


def test_drafts_are_named_nowhere(tmp_path: Path) -> None:
    """Neither a draft nor what another record says about it is told."""
    records: dict[str, Fields] = {
        "lessons/hidden": {"status": "draft"},
        "roles/hidden-role": {"status": "draft"},
        "roles/nurse": {"works_with": [{"role": "hidden-role", "how": "They meet."}]},
        "pathways/way": {
            "steps": [
                {"read": "lesson:hidden", "why": "Later.", "minutes": 1},
                {"read": "role:nurse", "why": "Now.", "minutes": 1},
            ]
        },
        "case-studies/story": {"learned": ["hidden"]},
    }
    data = create_small_data(tmp_path, records)
    (step,) = read_json(data.files, "records/pathway/way.json")["fields"]["steps"]
    assert step["read"] == "role:nurse"
    assert not [path for path, content in data.files.items() if b"hidden" in content or "hidden" in path]


def test_an_archived_record_keeps_its_file_and_leaves_the_lists(tmp_path: Path) -> None:
    """Lists and tables are of what is looked after; the file and the graph say what became of the others."""
    records: dict[str, Fields] = {"lessons/old": {"status": "archived", "replaced_by": "new"}, "lessons/new": {}}
    data = create_small_data(tmp_path, records)
    old = read_json(data.files, "records/lesson/old.json")
    assert (old["status"], old["replaced_by"]) == ("archived", "new")
    assert "owner" not in old["review"]
    assert [lesson["id"] for lesson in read_json(data.files, "records/lesson.json")["items"]] == ["new"]
    assert {node["id"]: node["status"] for node in read_json(data.files, "catalogue.json")["nodes"]} == {
        "new": "published",
        "old": "archived",
    }


@pytest.mark.parametrize(
    ("site_url", "url"), [("", None), ("https://host.example/hub/", "https://host.example/hub/roles/nurse/")]
)
def test_the_whole_address_is_told_where_it_is_known(tmp_path: Path, site_url: str, url: str | None) -> None:
    """Below any path; without it there is the address from the hub's root on."""
    data = create_small_data(tmp_path, {"roles/nurse": {}}, Settings(site_url=site_url))
    record = read_json(data.files, "records/role/nurse.json")
    assert (record["address"], record.get("url")) == ("roles/nurse/", url)


def test_a_source_tells_what_rests_on_it(tmp_path: Path) -> None:
    """Each record that rests on it, with what for; its own web address is where it can be read."""
    uses = [{"source": "report", "supports": "The number."}]
    report = {"url": "https://press.example/report"}
    data = create_small_data(tmp_path, {"lessons/ask": {"sources": uses}, "sources/report": report})
    (source,) = read_json(data.files, "sources.json")["items"]
    assert source["used_by"] == [{"type": "lesson", "id": "ask", "supports": "The number."}]
    assert (source["address"], source["url"]) == ("sources/#report", "https://press.example/report")
