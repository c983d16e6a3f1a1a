"""Pydantic's findings about one value in words: the code, what is wrong, and how to mend it."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from knowledge_hub.dates import EARLIEST_YEAR, LATEST_YEAR
from knowledge_hub.did_you_mean import nearest
from knowledge_hub.pasted_text import BULLETS
from knowledge_hub.quoting import quote, shorten
from knowledge_hub.slugs import LONGEST_SLUG, create_slug
from knowledge_hub.validation.mending import (
    mend_date,
    mend_doi,
    mend_list,
    mend_number,
    mend_orcid,
    mend_ror,
    mend_url,
    plain_digits,
)

_CURLY = ("“", "”", "„", "‘", "’")
# How people write that a count is too small to be told.
_SUPPRESSED = re.compile(
    r"\s*(?:n\s*)?(?:[<>≤≥＜*†‡]|(?:fewer|less|more|under|below|over|suppressed|hidden|redacted|masked)\b)",
    re.IGNORECASE,
)
# The minus signs that are no hyphen, and the brackets of bookkeepers.
_SIGNED = re.compile(r"(?:[‐‑‒–—−]\s*|\()(\d+(?:\.\d+)?)\)?")
_UNSPACED_FIELD = re.compile(r"([a-z_]+):\S")


class Explanation(NamedTuple):
    """The words of one problem, not yet tied to a place."""

    code: str
    message: str
    help_text: str


# What stands before the items of a list that was pasted from elsewhere: a bullet, a dash, a number.
_BULLET = re.compile(rf"[{BULLETS}]|(?:[–—o]|\d{{1,2}}[.)]|[a-z]\))(?=\s)")
_NEXT_BULLET = re.compile(rf"(?:^|\s)(?:{_BULLET.pattern})")


def explain_value(error: ErrorDetails, field_name: str) -> Explanation:
    """Return what is wrong with one value; `field_name` is the field that holds it."""
    kind, value = error["type"], error["input"]
    explain = _BY_KIND.get(kind, _other)
    if isinstance(value, str) and value.startswith(_CURLY) and explain in _NEVER_QUOTED:
        straight = value.strip(" “”„‘’")
        message = f"“{field_name}” has curly quotation marks around its value, as Word makes them."
        return Explanation("curly-quotes", message, f"Write it without them: {shorten(straight)}")
    return explain(kind, field_name, value, error.get("ctx", {}) | {"msg": error["msg"]})


def _choice(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    choices = context["choices"] if "choices" in context else tuple(re.findall(r"'([^']*)'", str(context["expected"])))
    written = str(value)
    message = f"“{shorten(written)}” is not one of the choices for “{name}”."
    meant = nearest(written, choices, context.get("labels", {}))
    hint = f"Did you mean “{meant}”? " if meant else ""
    if not meant and len(parts := [part.strip() for part in written.split(",")]) > 1 and set(parts) <= set(choices):
        hint = f"Write one on each line, or [{', '.join(parts)}]. "
    return Explanation("bad-choice", message, f"{hint}Choose one of: {', '.join(choices)}.")


def _switch(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    return Explanation(
        "bad-choice", f"“{shorten(str(value))}” is neither true nor false for “{name}”.", "Write true or false."
    )


def _day(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    meant = mend_date(str(value))
    message = f"“{name}” should be a date, but it is “{shorten(str(value))}”."
    if meant and len(meant) == 10:
        return Explanation("bad-date", message, f"Write it as year-month-day: {meant}")
    return Explanation("bad-date", message, "Write it as year-month-day, for example 2026-11-23.")


def _partial_date(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    meant = mend_date(str(value))
    message = f"“{name}” should be a year, a month or a date, but it is “{shorten(str(value))}”."
    if meant:
        return Explanation("bad-date", message, f"Write: {meant}")
    return Explanation("bad-date", message, "For example 2026, 2026-11 or 2026-11-23.")


def _year(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{name}” has the year {str(value)[:4]}, and a record tells of {EARLIEST_YEAR} to {LATEST_YEAR}."
    return Explanation("bad-date", message, "Check the year: it has four digits, as in 2026.")


def _number(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{name}” should be a number, but it is “{shorten(str(value))}”."
    if kind.startswith("int") and re.fullmatch(r"-?\d+\.\d+", str(value)):
        message = f"“{name}” should be a whole number, but it is {value}."
        return Explanation("bad-number", message, "Leave out what follows the point.")
    if meant := mend_number(str(value)):
        return Explanation("bad-number", message, f"Write only the number: {meant}")
    if _SUPPRESSED.match(str(value)):
        help_text = "A value that has to stay hidden isn’t written at all: delete this point, or join it with the next."
        return Explanation("bad-number", message, help_text)
    if found := _SIGNED.fullmatch(str(value).strip()):
        help_text = f"If it is below zero, write a plain hyphen before the digits: -{plain_digits(found[1])}"
        return Explanation("bad-number", message, help_text)
    return Explanation("bad-number", message, "Write only digits, for example 80.")


def _out_of_range(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    limits = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    words = " and ".join(f"{text} {context[key]}" for key, text in limits.items() if key in context)
    return Explanation("bad-value", f"“{name}” is {shorten(str(value))}.", f"Write a number that is {words}.")


def _url(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{shorten(value)}” isn’t a web address that starts with https:// (or http://)."
    meant = mend_url(value)
    return Explanation("bad-url", message, f"Write: {meant}" if meant else "For example: https://www.example.org/page")


def _address(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{shorten(value)}” isn’t an address on this site."
    return Explanation("bad-address", message, "Write it without the site’s name, for example lessons/old-name/")


def _record_name(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{shorten(value)}” doesn’t name a record of the hub."
    help_text = "Write its kind, a colon and its id, for example toolkit:team-charter, or the address of its page."
    return Explanation("bad-record-name", message, help_text)


def _time(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{shorten(value)}” isn’t a time of day."
    return Explanation("bad-time", message, "Write hours and minutes with two digits each, for example 09:30 or 15:30.")


def _doi(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{shorten(value)}” isn’t a DOI; a DOI starts with 10. and has a slash."
    meant = mend_doi(value)
    return Explanation("bad-doi", message, f"Write: {quote(meant)}" if meant else 'For example: "10.1000/182"')


def _orcid(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{shorten(value)}” isn’t an ORCID iD, which has four groups of four digits."
    meant = mend_orcid(value)
    return Explanation("bad-orcid", message, f"Write: {meant}" if meant else "For example: 0000-0002-1825-0097")


def _ror(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{shorten(value)}” isn’t a ROR ID, which has nine signs: a 0, six letters or digits, two digits."
    meant = mend_ror(value)
    return Explanation("bad-ror", message, f"Write: {quote(meant)}" if meant else 'For example: "03yrm5c26"')


def _misread_orcid(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{value}” can’t be right: the last sign of an ORCID iD follows from the others, and this one doesn’t."
    return Explanation("bad-orcid", message, "Copy it from the person’s page on orcid.org.")


def _misread_ror(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{value}” can’t be right: the last two digits of a ROR ID follow from the rest, and these don’t."
    return Explanation("bad-ror", message, "Copy it from the organization’s page on ror.org.")


def _other_kind(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    if name == "orcid":
        message = "An ORCID iD is for a person, and this contributor is an organization."
        return Explanation("bad-orcid", message, "Write its ROR ID as ror:, or delete this line.")
    message = "A ROR ID is for an organization, and this contributor is a person."
    return Explanation("bad-ror", message, "Write where the person works as affiliation:, and delete this line.")


def _id(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    rule = f"an id has 1 to {LONGEST_SLUG} small letters, digits and single hyphens."
    example = create_slug(value) or "school-nurse"
    return Explanation("bad-id", f"“{shorten(value)}” can’t be an id: {rule}", f"For example: {example}")


def _list(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"“{name}” should be a list."
    if not isinstance(value, str):
        return Explanation("not-a-list", message, "Start each item on a line of its own with “- ”.")
    if found := re.match(r"-(?=\S)", value):
        help_text = f"Write: - {shorten(value[found.end() :].partition(' -')[0])}"
        return Explanation("no-space", "There must be a space after the hyphen.", help_text)
    if mark := _BULLET.match(value.strip()):
        return _pasted_list(name, mark[0], value.strip()[mark.end() :])
    message = f"“{name}” should be a list, but it is one line of text."
    return Explanation("not-a-list", message, f"Write: {name}: {mend_list(value)}")


def _pasted_list(name: str, mark: str, items: str) -> Explanation:
    signs = "numbers" if mark[0].isdigit() else "bullets"
    message = f"“{name}” has {signs} ({mark}) as Word makes them, and here a list has hyphens."
    first = _NEXT_BULLET.split(items)[0].strip() or "One item"
    return Explanation("not-a-list", message, f"Write each item on a line of its own: - {shorten(first)}")


def _text(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    what = "a list" if isinstance(value, list) else "fields of its own"
    message = f"“{name}” should be one piece of text, but it has {what}."
    help_text = "Write the text after the colon. If it has a colon or brackets in it, put it in quotation marks."
    return Explanation("not-text", message, help_text)


def _fields(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    if isinstance(value, str) and (found := _UNSPACED_FIELD.match(value)):
        help_text = f"Write: {found[1]}: {shorten(value[found.end(1) + 1 :])}"
        return Explanation("no-space", "There must be a space after the colon.", help_text)
    message = f"“{name}” should have fields of its own, but it is {'a list' if isinstance(value, list) else 'text'}."
    return Explanation("no-fields", message, "Write them below it, each as name: value, with two more spaces in front.")


def _too_long(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    counted = "characters" if isinstance(value, str) else "items"
    message = f"“{name}” has {len(value)} {counted}; at most {context['max_length']} fit."
    return Explanation("too-long", message, "Shorten it.")


def _empty(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    return Explanation("too-short", f"“{name}” must not be empty.", "Fill it in, or delete the field.")


def _other(kind: str, name: str, value: Any, context: dict[str, Any]) -> Explanation:
    message = f"This value of “{name}” can’t be used: {context['msg']}."
    return Explanation("bad-value", message, "Compare it with a similar record.")


# By the kind of error: pydantic 2's own names, and those of fields.py.
_BY_KIND: dict[str, Callable[[str, str, Any, dict[str, Any]], Explanation]] = {
    "bad-choice": _choice,
    "literal_error": _choice,
    "bool_parsing": _switch,
    "bool_type": _switch,
    "bad-day": _day,
    "date_parsing": _day,
    "date_type": _day,
    "date_from_datetime_parsing": _day,
    "date_from_datetime_inexact": _day,
    "bad-date": _partial_date,
    "bad-year": _year,
    "int_parsing": _number,
    "int_type": _number,
    "int_from_float": _number,
    "int_parsing_size": _number,
    "float_parsing": _number,
    "float_type": _number,
    "finite_number": _number,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "bad-address": _address,
    "bad-record-name": _record_name,
    "bad-time": _time,
    "bad-url": _url,
    "bad-doi": _doi,
    "bad-orcid": _orcid,
    "bad-ror": _ror,
    "misread-orcid": _misread_orcid,
    "misread-ror": _misread_ror,
    "other-kind": _other_kind,
    "bad-id": _id,
    "tuple_type": _list,
    "string_type": _text,
    "model_type": _fields,
    "model_attributes_type": _fields,
    "string_too_long": _too_long,
    "too_long": _too_long,
    "string_too_short": _empty,
    "too_short": _empty,
}
_NEVER_QUOTED = {_choice, _switch, _day, _partial_date, _number, _address, _record_name, _url, _doi, _orcid, _ror, _id}
