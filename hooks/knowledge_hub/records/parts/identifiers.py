"""Identifiers that others give out: ORCID iDs of people and ROR IDs of organizations, each with its check digits."""

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from knowledge_hub.records.fields import ValueFormat

ORCID = re.compile(r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")
# ROR leaves out the letters i, l, o and u, which are easily misread.
ROR = re.compile(r"0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}")
_BASE_32 = "0123456789abcdefghjkmnpqrstvwxyz"


def has_orcid_check_digit(orcid: str) -> bool:
    """Tell whether the last sign of a well-formed ORCID iD fits the others (ISO/IEC 7064, MOD 11-2)."""
    signs = orcid.replace("-", "")
    total = 0
    for digit in signs[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == signs[-1]


def has_ror_check_digits(ror: str) -> bool:
    """Tell whether the last two digits of a well-formed ROR ID fit the rest (ISO/IEC 7064, MOD 97-10)."""
    number = 0
    for sign in ror[:-2]:
        number = number * 32 + _BASE_32.index(sign)
    return (number * 100 + int(ror[-2:])) % 97 == 1


def _check_orcid(value: str) -> str:
    if not ORCID.fullmatch(value):
        raise PydanticCustomError("bad-orcid", "not an ORCID iD")
    if not has_orcid_check_digit(value):
        raise PydanticCustomError("misread-orcid", "check digit doesn't fit")
    return value


def _check_ror(value: str) -> str:
    if not ROR.fullmatch(value):
        raise PydanticCustomError("bad-ror", "not a ROR ID")
    if not has_ror_check_digits(value):
        raise PydanticCustomError("misread-ror", "check digits don't fit")
    return value


Orcid = Annotated[
    str,
    AfterValidator(_check_orcid),
    ValueFormat("an ORCID iD: four groups of four digits, the last of which may be an X", ORCID.pattern),
]
Ror = Annotated[
    str,
    AfterValidator(_check_ror),
    ValueFormat("a ROR ID: nine signs, of which the first is 0 and the last two are digits", ROR.pattern),
]
