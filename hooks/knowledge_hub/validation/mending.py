"""What was most likely meant by a value that can't be used: a date, a number, a list, an address."""

import datetime
import re
import unicodedata

from knowledge_hub.dates import is_sensible_year
from knowledge_hub.quoting import quote, shorten
from knowledge_hub.records.parts.identifiers import ROR, has_orcid_check_digit, has_ror_check_digits

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC_DATE = re.compile(r"(\d{1,4})[/.\- ](\d{1,2})[/.\- ](\d{1,4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})")
_MONTH_ONLY = re.compile(r"([A-Za-z]{3,9})\.? (\d{4})")
# Digits of other scripts, and the dashes that Word puts in the place of a hyphen.
_DASHES = str.maketrans("‐‑‒–—−", "------")
_COUNT = re.compile(r"(-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(?: ?%| +[a-z]+(?: [a-z]+)?)?", re.IGNORECASE)
# After a number these words make another one of it.
_OTHER_NUMBER = re.compile(
    r"\b(?:and|or|to|of|in|plus|more|fewer|less|up|down|below|above|minus|k|m|hundred|thousand|million|billion|dozen)\b",
    re.IGNORECASE,
)
# The digits of an ORCID iD, however they are grouped.
_ORCID_DIGITS = re.compile(r"(?<![0-9])([0-9]{4})[ -]?([0-9]{4})[ -]?([0-9]{4})[ -]?([0-9]{3}[0-9X])(?![0-9])")
_PLAIN_ITEM = re.compile(r"[\w][\w .()/+-]*")


def mend_date(value: str) -> str | None:
    """Return a date, or a month, as year-month-day; a slashed date is read the American way if it can be."""
    value = plain_digits(value.strip()[:40]).translate(_DASHES)
    if found := _NUMERIC_DATE.fullmatch(value):
        return _numeric_date(*(int(part) for part in found.groups()), is_year_first=len(found[1]) > 2)
    if found := _MONTH_FIRST.fullmatch(value):
        return _named_date(found[3], found[1], found[2])
    if found := _DAY_FIRST.fullmatch(value):
        return _named_date(found[3], found[2], found[1])
    if found := _MONTH_ONLY.fullmatch(value):
        day = _named_date(found[2], found[1], "1")
        return day and day[:7]
    return None


def plain_digits(value: str) -> str:
    """Return the text with the digits of any script as the digits 0 to 9."""
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in value)


def _numeric_date(first: int, second: int, third: int, *, is_year_first: bool) -> str | None:
    if is_year_first or first > 31:
        return _iso_date(first, second, third)
    year = third + 2000 if third < 100 else third
    return _iso_date(year, first, second) or _iso_date(year, second, first)


def _named_date(year: str, month: str, day: str) -> str | None:
    start = month[:3].lower()
    return _iso_date(int(year), _MONTHS.index(start) + 1, int(day)) if start in _MONTHS else None


def _iso_date(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat() if is_sensible_year(year) else None
    except ValueError:
        return None


def mend_number(value: str) -> str | None:
    """Return the number in a text such as "80%" or "1,200 students"; None where any word or sign could change it.

    So “<10”, “5 or fewer”, “3 million” and “(5)” are no numbers: what was left open must not be filled in.
    """
    value = plain_digits(value.strip()[:80])
    found = _COUNT.fullmatch(value)
    return found[1].replace(",", "") if found and not _OTHER_NUMBER.search(value) else None


def mend_list(value: str) -> str:
    """Return a text as a list of YAML: its parts between commas or semicolons, or the text as one item."""
    parts = [part.strip(" -*•\"'“”") for part in re.split(r"[,;\n]", value[:400])]
    items = [part if _PLAIN_ITEM.fullmatch(part) else quote(part) for part in parts if part]
    return f"[{shorten(', '.join(items), 120)}]"


def mend_url(value: str) -> str | None:
    """Return an address that only lacks its beginning as a whole one."""
    bare = re.sub(r"^(?:https?)?:?/*", "", value.strip()[:300])
    return f"https://{bare}" if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", bare) else None


def mend_doi(value: str) -> str | None:
    """Return the DOI inside a longer text such as an address."""
    found = re.search(r"10\.\d{4,9}/[^\s<>\"]+", value[:500])
    return found[0] if found else None


def mend_orcid(value: str) -> str | None:
    """Return the ORCID iD inside a longer text such as an address, or with its digits grouped another way."""
    found = _ORCID_DIGITS.search(plain_digits(value[:500]).translate(_DASHES).upper())
    meant = "-".join(found.groups()) if found else ""
    return meant if meant and has_orcid_check_digit(meant) else None


def mend_ror(value: str) -> str | None:
    """Return the ROR ID inside a longer text such as an address."""
    words = re.split(r"[^0-9a-z]+", value[:500].lower())
    return next((word for word in words if ROR.fullmatch(word) and has_ror_check_digits(word)), None)
