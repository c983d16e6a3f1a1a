"""A library in which somebody who opted out made everything, beside somebody who may be named."""

from typing import Any

from knowledge_hub.catalogue.credit import CREDITED
from knowledge_hub.records import RECORD_TYPES

# All that is written of whoever opted out begins with this, their id and their name too, and nothing else has it.
SHY = "qzshy"
NAMED = "Wendy Namely"
_PEOPLE = {
    "contributors/qzshy-id": {
        "name": "Qzshy Name",
        "kind": "person",
        "about": "Qzshy about.",
        "affiliation": "Qzshy place",
        "url": "https://qzshy.example/",
        "helped_with": "Qzshy help.",
        "orcid": "0000-0002-1825-0097",
        "opt_out": True,
    },
    "contributors/named": {"name": NAMED, "kind": "person"},
}


def create_shy_library() -> dict[str, Any]:
    """Return fields by path for `write_content`: a record of each type by both, and a lesson by the shy one alone."""
    both = {role: ["qzshy-id", "named"] for role in CREDITED}
    alone = {role: ["qzshy-id"] for role in CREDITED}
    review = {"reviewed_on": "2026-01-15", "review_by": "2027-01-15", "owner": "qzshy-id"}
    records = {f"{cls.folder}/one": {"credit": both, "review": review} for cls in RECORD_TYPES}
    return {**_PEOPLE, **records, "lessons/alone": {"credit": alone, "review": review}}
