"""Linked data against the vocabulary of schema.org, as outside/schema_org.yml has it: what is wrong, in words."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent.parent.parent / "outside" / "schema_org.yml"
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}]+")
_DURATION = re.compile(r"P(\d+D)?(T(\d+H)?(\d+M)?)?(?<![PT])")
# What a value that is no thing has to look like.
_FORMS = {"Date": _DAY, "DateTime": _MOMENT, "URL": _ADDRESS, "Duration": _DURATION, "Text": re.compile(r"(?s).+")}
# How an action says what it needs to be told (schema.org, Actions).
_ACTION_ENDING = re.compile(r"-(input|output)$")


def find_faults(node: Any, place: str = "") -> Iterator[str]:
    """Yield what schema.org doesn't know of a node and of all below it: types, properties, kinds of values."""
    types = _types_of(node)
    if unknown := [name for name in types if name not in _vocabulary()["types"]]:
        yield f"{place}: no type {unknown}"
        return
    known = {key: value for name in types for key, value in _properties(name).items()}
    for key, value in node.items():
        name = _ACTION_ENDING.sub("", key)
        if key.startswith("@"):
            continue
        if name not in known:
            yield f"{place}/{key}: not of {types}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _find_value_faults(one, known[name], f"{place}/{key}")


def _find_value_faults(value: Any, wanted: list[str], place: str) -> Iterator[str]:
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            if not _ADDRESS.fullmatch(value["@id"]):
                yield f"{place}: no address {value}"
            return
        if not {above for name in _types_of(value) for above in _lineage(name)} & set(wanted):
            yield f"{place}: {value.get('@type')} is none of {wanted}"
        yield from find_faults(value, place)
    elif not _fits(value, wanted):
        yield f"{place}: {value!r} is none of {wanted}"


def _fits(value: Any, wanted: list[str]) -> bool:
    if isinstance(value, bool):
        return "Boolean" in wanted
    if isinstance(value, int):
        return bool({"Integer", "Number"} & set(wanted))
    members = {f"https://schema.org/{name}" for kind in wanted for name in _vocabulary()["members"].get(kind, ())}
    return value in members or any(_FORMS[kind].fullmatch(value) for kind in wanted if kind in _FORMS)


def _types_of(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type", [])
    return [kinds] if isinstance(kinds, str) else kinds


@cache
def _lineage(name: str) -> frozenset[str]:
    """Return a type and all above it."""
    above = _vocabulary()["types"].get(name, ())
    return frozenset({name}.union(*map(_lineage, above)))


@cache
def _properties(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind in _lineage(name):
        for key, wanted in _vocabulary()["properties"].get(kind, {}).items():
            found.setdefault(key, []).extend(wanted)
    return found


@cache
def _vocabulary() -> dict[str, Any]:
    vocabulary: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return vocabulary
