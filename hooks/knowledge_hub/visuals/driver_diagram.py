"""Drivers as a list of change ideas in their place, and as a sentence; the diagram itself is a nested list."""

from collections.abc import Sequence
from typing import NamedTuple

from knowledge_hub.records.community import ChangeIdea, PrimaryDriver


class PlacedIdea(NamedTuple):
    """A change idea and the drivers above it, in words."""

    primary: str
    secondary: str
    idea: ChangeIdea


def list_change_ideas(drivers: Sequence[PrimaryDriver]) -> tuple[PlacedIdea, ...]:
    """Return every change idea of a driver diagram, in its order."""
    return tuple(
        PlacedIdea(primary.text, secondary.text, idea)
        for primary in drivers
        for secondary in primary.secondary
        for idea in secondary.ideas
    )


def write_driver_summary(drivers: Sequence[PrimaryDriver]) -> str:
    """Return what a driver diagram holds, in one sentence."""
    secondary = sum(len(primary.secondary) for primary in drivers)
    ideas = list_change_ideas(drivers)
    tested = sum(bool(placed.idea.tests) for placed in ideas)
    parts = [
        _count(len(drivers), "primary driver"),
        _count(secondary, "secondary driver"),
        _count(len(ideas), "change idea"),
    ]
    named = [part for part in parts if part]
    text = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
    if not ideas:
        return f"{text}."
    return f"{text}; {tested or 'none'} of the ideas {'was' if tested < 2 else 'were'} tested."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
