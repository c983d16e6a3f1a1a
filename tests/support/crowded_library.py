"""A library with more of everything than one screen shows."""

import shutil
from pathlib import Path

import yaml

from measuring.made_up_records import write_made_up_records
from support.builds import TINY
from support.small_library import Fields, dump

TESTS_OF_CHANGE = 6
_RECORDS = 120
# What makes the page of a community long: enough of everything for parts of its own.
_MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
_WORK: Fields = {
    "aim": {"text": "By May, most students are seen within ten days."},
    "drivers": [
        {
            "text": f"Primary {first}",
            "secondary": [
                {"text": f"Secondary {second}", "ideas": [{"text": f"An idea for {second}", "tests": ["test-1"]}]}
                for second in range(3)
            ],
        }
        for first in range(4)
    ],
    "measures": [
        {
            "id": f"measure-{number}",
            "name": f"Seen in time, {number}",
            "kind": "outcome",
            "points": [{"date": month, "value": 40 + number + place} for place, month in enumerate(_MONTHS)],
        }
        for number in range(3)
    ],
    "tests_of_change": [
        {
            "id": f"test-{number}",
            "title": f"Call families, try {number}",
            "change_idea": "Call before the letter.",
            "started": f"2025-0{number}",
            "measures": ["measure-0"],
            "decision": "adopt",
        }
        for number in range(1, TESTS_OF_CHANGE + 1)
    ],
    "sessions": [
        {"date": f"2025-{month:02}-10", "kind": "meeting", "title": f"Session {month}", "agenda": ["Listen", "Plan"]}
        for month in range(1, 9)
    ]
    + [{"date": "2099-01-10", "kind": "meeting", "title": "Session to come"}],
    "components": [{"part": "aim", "present": "yes"}],
}
_PLACES = 60


def write_crowded_content(folder: Path) -> Path:
    """Write many made-up records about many made-up places below `folder`, with pages beside them; return the content."""
    vocabularies = folder / "vocabularies"
    shutil.copytree(TINY / "content" / "vocabularies", vocabularies)
    places = [{"id": f"place-{number}", "label": {"en": f"Place {number}"}} for number in range(_PLACES)]
    terms = {"label": {"en": "Places"}, "about": {"en": "Made-up places."}, "terms": places}
    (vocabularies / "places.yml").write_text(dump(terms), encoding="utf-8")
    write_made_up_records(folder / "content", _RECORDS, vocabularies)
    _give_work(folder / "content" / "communities" / "communities-0.yml")
    # The footer leads to the models whether content has some or not.
    shutil.copy(TINY / "content" / "models.yml", folder / "content")
    shutil.copytree(TINY / "docs", folder / "docs", ignore=shutil.ignore_patterns("guides"))
    return folder / "content"


def _give_work(path: Path) -> None:
    """Let a made-up community tell its drivers, measures, tests and sessions."""
    fields = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- all of it is text
    path.write_text(yaml.dump({**fields, **_WORK}, sort_keys=False), encoding="utf-8")
