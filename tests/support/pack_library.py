"""A small library with every kind of thing that packs are made of, and its packs."""

from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

from knowledge_hub.exports.pack_files import Packs
from knowledge_hub.exports.packs import create_packs
from knowledge_hub.pages import Site
from knowledge_hub.settings.settings import Settings
from support.fixed_day import TODAY
from support.small_library import create_small_catalogue

FIELDS = (
    {"id": "name", "label": "Short title", "type": "text", "help": "A few words."},
    {"id": "story", "label": "What happened?", "type": "long-text"},
    {"id": "from", "label": "Starts on", "type": "date"},
    {"id": "count", "label": "How many?", "type": "number"},
    {"id": "decision", "label": "Our decision", "type": "choice", "options": ["Adopt", "Abandon"]},
    {"id": "tell", "label": "Who should know?", "type": "choices", "options": ["Families", "Staff, all of them"]},
    {"id": "sure", "label": "How sure are we?", "type": "scale", "options": ["Not sure", "Fairly", "Sure"]},
    {
        "id": "tasks",
        "label": "Tasks",
        "type": "table",
        "rows": 2,
        "columns": [
            {"id": "what", "label": "What"},
            {"id": "kind", "label": "Kind", "type": "choice", "options": ["First", "Later"]},
            {"id": "due", "label": "By when", "type": "date"},
        ],
    },
)
SHEET = {
    "id": "sheet",
    "title": "Plan sheet",
    "instructions": "Fill it in **together**.\n\n- One\n- Two",
    "sections": [{"title": "Before", "intro": "On the day before.", "fields": list(FIELDS)}],
    "scoring": "A low sum shows where to start.",
}
LIBRARY: dict[str, Any] = {
    "toolkits/small-test": {
        "title": "A small test",
        "purpose": "# Why\n\nTo learn fast, see [the lesson](lesson:start-small).\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "domains": ["teaming"],
        "worksheets": [SHEET],
        "credit": {"authors": ["one"]},
        "steps": [{"title": "Plan it", "text": "Write it down.", "worksheet": "sheet"}],
        "evidence": {"status": "editorial"},
    },
    "lessons/start-small": {"statement": "Start with one room.", "domains": ["teaming"], "toolkits": ["small-test"]},
    "communities/network": {
        "title": "The network",
        "domains": ["teaming"],
        "aim": {"text": "More follow-up by June."},
        "drivers": [{"text": "Trust", "secondary": [{"text": "Words", "ideas": [{"text": "Ask a parent"}]}]}],
        "measures": [
            {
                "id": "follow-up",
                "name": "Follow-up",
                "kind": "outcome",
                "unit": "percent",
                "goal": 80,
                "points": [
                    {"date": "2026-01", "value": 50, "n": 30},
                    {"date": "2026-02", "value": 66.5, "n": 4, "note": "A snow week"},
                ],
            }
        ],
        "tests_of_change": [
            {"id": "one", "title": "One class", "change_idea": "Try it.", "found": "It failed.", "decision": "abandon"}
        ],
        "evidence": {"status": "composite"},
    },
    "case-studies/river": {"title": "River", "domains": ["teaming"], "outcome": "stopped"},
    "roles/nurse": {"title": "Nurse", "brings": ["A view of body and mind"], "domains": ["teaming"]},
}


def create_small_packs(
    folder: Path,
    records: Mapping[str, Any] = LIBRARY,
    cache: MutableMapping[str, bytes] | None = None,
    *,
    on_request: bool = False,
) -> Packs:
    """Return the packs of a small library; `cache` is what an earlier call has filled."""
    settings = Settings(site_name="Tiny hub", site_url="https://hub.example/")
    site = Site(create_small_catalogue(folder, records), TODAY, settings=settings)
    return create_packs(site, {} if cache is None else cache, on_request=on_request)
