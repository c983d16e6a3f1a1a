"""Which of the parts that learning communities are reported to have one of them has."""

from collections.abc import Sequence
from typing import NamedTuple

from knowledge_hub.records.community import Component

NOT_REPORTED = "not-reported"


class ProfileRow(NamedTuple):
    """One part: whether it is there, and a note."""

    part: str
    present: str
    note: str


def create_profile(components: Sequence[Component], parts: Sequence[str]) -> tuple[ProfileRow, ...]:
    """Return every part of the vocabulary in its order; what the record leaves out is not reported."""
    known = {component.part: component for component in components}
    return tuple(
        ProfileRow(part, known[part].present, known[part].note or "")
        if part in known
        else ProfileRow(part, NOT_REPORTED, "")
        for part in parts
    )


def write_profile_summary(rows: Sequence[ProfileRow]) -> str:
    """Return how many parts are there, are not, and aren't known, in one sentence.

    A host may add states such as “partly”; the table below the sentence tells them.
    """
    there = sum(row.present == "yes" for row in rows)
    absent = sum(row.present == "no" for row in rows)
    unknown = sum(row.present == NOT_REPORTED for row in rows)
    text = f"{there} of {len(rows)} parts are there"
    if absent:
        text += f", {absent} {'is' if absent == 1 else 'are'} not"
    if other := len(rows) - there - absent - unknown:
        text += f", {other} {'has' if other == 1 else 'have'} another state"
    if unknown:
        text += f", and of {unknown} the sources say nothing"
    return f"{text}."
