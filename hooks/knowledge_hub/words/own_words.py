"""A host's own words to a `Words` value: each name is known, each value is a text, each blank has a filling."""

from collections.abc import Iterator
from typing import Any

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.problems.problem import Problem
from knowledge_hub.quoting import shorten
from knowledge_hub.words.words import BLANK, Words, read_defaults
from knowledge_hub.yaml_text.located import LocatedDocument


def create_words(document: LocatedDocument | None) -> tuple[Words, list[Problem]]:
    """Return the words of a hub and what is wrong with the host's; None is a host who has none of its own."""
    if document is None or document.value is None:
        return Words(), []
    if not isinstance(document.value, dict):
        message = "The words should stand below their groups, but this file holds a list or one piece of text."
        return Words(), [document.problem((), "no-fields", message, "Write for example: menu: {lessons: Insights}")]
    own: dict[str, str] = {}
    problems: list[Problem] = []
    for location, value in _leaves(document.value, ()):
        if problem := _find_fault(document, location, value):
            problems.append(problem)
        else:
            own[".".join(location)] = " ".join(value.split())
    for empty in document.without_value:
        names = tuple(map(str, empty))
        if ".".join(names) not in read_defaults() and not _is_group(names):
            problems.append(document.problem(names, "unknown-word", *_explain_unknown(names), of_key=True))
    return Words(own), problems


def _leaves(value: Any, location: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield place and value of every text, and of what should be one; what nobody knows isn't looked into."""
    if isinstance(value, dict) and (not location or _is_group(location)):
        for name, part in value.items():
            yield from _leaves(part, (*location, name))
    else:
        yield location, value


def _is_group(location: tuple[str, ...]) -> bool:
    start = ".".join((*location, ""))
    return any(key.startswith(start) for key in read_defaults())


def _find_fault(document: LocatedDocument, location: tuple[str, ...], value: Any) -> Problem | None:
    key = ".".join(location)
    known = read_defaults()
    if key not in known and not _is_group(location):
        return document.problem(location, "unknown-word", *_explain_unknown(location), of_key=True)
    if key not in known or not isinstance(value, str):
        message = f"“{key}” should be {'a text' if key in known else 'a group of words'}."
        below = f"Write it as {location[-1]}: some words"
        return document.problem(location, "bad-word", message, below if key in known else _names_below(location))
    strangers = [blank for blank in BLANK.findall(value) if blank not in BLANK.findall(known[key])]
    if strangers:
        message = f"Nothing fills in “{{{shorten(strangers[0])}}}” in “{key}”."
        return document.problem(location, "bad-word", message, f"The hub’s own words are: {known[key]}")
    return None


def _explain_unknown(location: tuple[str, ...]) -> tuple[str, str]:
    names = _names_at(location[:-1])
    # Near the name among those beside it; else near the whole key, where a group was forgotten or mistaken.
    meant = nearest(location[-1], names) or nearest(".".join(location), read_defaults())
    help_text = f"Did you mean “{meant}”?" if meant else f"Names here: {', '.join(names)}."
    return f"“{shorten('.'.join(location))}” is none of the hub’s words.", help_text


def _names_below(location: tuple[str, ...]) -> str:
    return f"Names below it: {', '.join(_names_at(location))}."


def _names_at(location: tuple[str, ...]) -> list[str]:
    start = "".join(f"{name}." for name in location)
    return list(dict.fromkeys(key[len(start) :].split(".")[0] for key in read_defaults() if key.startswith(start)))
