"""The kinds of value a record field can hold, with the checks that belong to each kind.

What a failed check says to a contributor is in explaining.py, by the name of the error.
"""

import datetime
import re
import types
import typing
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from knowledge_hub.dates import is_sensible_year
from knowledge_hub.pasted_text import BULLETS, hyphenate_bullets
from knowledge_hub.slugs import LONGEST_SLUG, SLUG, check_slug
from knowledge_hub.vocabulary import Vocabularies

# [0-9], because \d takes the digits of every script.
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_CLOCK_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
# Browsers read patterns strictly: a quotation mark with a backslash is an error there.
_URL = r"""https?://[^\s<>"'\\^`{|}]+"""
_DOI = r"""10\.[0-9]{4,9}/[^\s<>"]+"""
# No step up, no hidden name, no other host: the address becomes a folder of the site.
_ADDRESS = re.compile(r"/?[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*/?")

# A Part itself lets nothing be set.
_set = object.__setattr__


class Part(BaseModel):
    """A value with named fields; unknown fields are refused and nothing can be changed later."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, defer_build=True)

    # Pydantic would keep four things of each of many thousands; which fields were given, nobody asks.
    def __getstate__(self) -> dict[Any, Any]:
        return self.__dict__

    def __setstate__(self, state: dict[Any, Any]) -> None:
        _set(self, "__dict__", state)
        _set(self, "__pydantic_fields_set__", set())
        _set(self, "__pydantic_extra__", None)
        _set(self, "__pydantic_private__", None)


@dataclass(frozen=True, slots=True)
class Choice:
    """Marks a field whose values are ids of one vocabulary."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        validator = AfterValidator(self._check)
        return validator.__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core_schema), "x-vocabulary": self.vocabulary}

    def _check(self, value: str, info: ValidationInfo) -> str:
        vocabularies: Vocabularies | None = (info.context or {}).get("vocabularies")
        if vocabularies is None or vocabularies.has(self.vocabulary, value):
            return value
        # A vocabulary that is missing or can't be read is one problem, not one for each record.
        if self.vocabulary not in vocabularies.by_name:
            return value
        labels = {term.id: term.label.text() for term in vocabularies[self.vocabulary].terms}
        raise PydanticCustomError("bad-choice", "not one of the choices", {"choices": tuple(labels), "labels": labels})


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field that names another record, and says why the two are connected.

    `reason` is read on the page of the record that has the field, `reverse_reason` on the page of
    the record that is named. Both are left empty where the pair of record types gives the reason.
    """

    type: str
    reason: str = ""
    reverse_reason: str = ""

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core_schema), "x-reference": self.type}


# What schemas call the name of a record of any type, in place of a type.
ANY_RECORD = "record"


@dataclass(frozen=True, slots=True)
class AnyReference:
    """Marks a field that names a record of any type, such as "toolkit:team-charter"; see Reference for the reasons."""

    reason: str
    reverse_reason: str

    def resolve(self, name: str) -> tuple[Reference, str]:
        """Return the reference to a record of the type that `name` begins with, and the record's id."""
        type_name, _, record_id = name.partition(":")
        return Reference(type_name, self.reason, self.reverse_reason), record_id

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core_schema), "x-reference": ANY_RECORD}


@dataclass(frozen=True, slots=True)
class ValueFormat:
    """Says how a value is written: in words for people, as a pattern for schemas."""

    words: str
    pattern: str

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core_schema), "pattern": f"^(?:{self.pattern})$", "x-written": self.words}


class ProseMark:
    """Marks a long text field, which is Markdown; every other text field is plain text."""

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        return {**handler(core_schema), "contentMediaType": "text/markdown"}


PROSE = ProseMark()


_BEFORE_TEXTS = f"{BULLETS} "


def _one_line(value: Any) -> Any:
    """Return a text on one line, without the bullet that Word puts before it."""
    if not isinstance(value, str):
        return value
    # No other space is printable; most texts are on one line, which is seen faster than their words are parted.
    is_one_line = value.isprintable() and "  " not in value
    line = value.strip() if is_one_line else " ".join(value.split())
    return line.lstrip(_BEFORE_TEXTS) or line


def _with_hyphens(value: Any) -> Any:
    return hyphenate_bullets(value) if isinstance(value, str) else value


def _check_day(value: Any) -> Any:
    if isinstance(value, str):
        if not _DATE.fullmatch(value):
            raise PydanticCustomError("bad-day", "not a date")
        _check_year(value)
    return value


def _check_partial_date(value: str) -> str:
    try:
        if _MONTH.fullmatch(value) or (_DATE.fullmatch(value) and datetime.date.fromisoformat(value)):
            _check_year(value)
            return value
    except ValueError as error:
        if isinstance(error, PydanticCustomError):
            raise
    raise PydanticCustomError("bad-date", "not a year, month or date")


def _check_year(value: str) -> None:
    if not is_sensible_year(int(value[:4])):
        raise PydanticCustomError("bad-year", "not a year that is told of")


def _check_clock_time(value: str) -> str:
    if _CLOCK_TIME.fullmatch(value):
        return value
    raise PydanticCustomError("bad-time", "“{value}” isn't a time of day.", {"value": value})


def _check_url(value: str) -> str:
    if re.fullmatch(_URL, value):
        return value
    raise PydanticCustomError("bad-url", "not a web address")


def _check_doi(value: str) -> str:
    if re.fullmatch(_DOI, value):
        return value
    raise PydanticCustomError("bad-doi", "not a DOI")


def _check_address(value: str) -> str:
    if _ADDRESS.fullmatch(value) and (address := value.strip("/").removesuffix("index.html").strip("/")):
        return f"{address}/"
    raise PydanticCustomError("bad-address", "not an address on this site")


def is_text_field(things: list[object]) -> bool:
    """Tell whether a field holds words of people, one or several; `things` are its annotations."""
    for thing in things:
        if isinstance(thing, BeforeValidator) and thing.func in (_one_line, _with_hyphens):
            return True
        is_wrapper = typing.get_origin(thing) in (typing.Annotated, tuple, typing.Union, types.UnionType)
        if is_wrapper and is_text_field(list(typing.get_args(thing))):
            return True
    return False


# The limits stand next to the type, so that pydantic counts characters and not "items".
Line = Annotated[str, Field(min_length=1, max_length=300), BeforeValidator(_one_line)]
Label = Annotated[str, Field(min_length=1, max_length=120), BeforeValidator(_one_line)]
Note = Annotated[str, Field(min_length=1, max_length=1200), BeforeValidator(_one_line)]
Prose = Annotated[str, Field(min_length=1, max_length=20_000), BeforeValidator(_with_hyphens), PROSE]
Slug = Annotated[
    str,
    AfterValidator(check_slug),
    ValueFormat(
        f"small letters, digits and single hyphens, at most {LONGEST_SLUG}",
        rf"(?=.{{1,{LONGEST_SLUG}}}$){SLUG.pattern}",
    ),
]
Day = Annotated[datetime.date, BeforeValidator(_check_day), ValueFormat("a day as year-month-day", _DATE.pattern)]
# Far beyond any measure; what goes over it would only break the scale of a chart.
Number = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]
ClockTime = Annotated[
    str, AfterValidator(_check_clock_time), ValueFormat("a time of day from 00:00 to 23:59", _CLOCK_TIME.pattern)
]
PartialDate = Annotated[
    str,
    AfterValidator(_check_partial_date),
    ValueFormat("a year, a month (year-month) or a day (year-month-day)", r"[0-9]{4}(-[0-9]{2}){0,2}"),
]
Address = Annotated[
    str,
    Field(max_length=300),
    AfterValidator(_check_address),
    ValueFormat("an address on this site, without its name", _ADDRESS.pattern),
]
Url = Annotated[
    str,
    Field(max_length=2000),
    AfterValidator(_check_url),
    ValueFormat("a web address that starts with https:// (or http://)", _URL),
]
Doi = Annotated[str, AfterValidator(_check_doi), ValueFormat("a DOI, which starts with 10. and has a slash", _DOI)]
