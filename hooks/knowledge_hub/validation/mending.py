"""What was most likely meant by a value that can't be used: a date, a number, a list, an address."""

import datetime
import re

from knowledge_hub.quoting import quote, shorten

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMERIC_DATE = re.compile(r"(\d{1,4})[/.\- ](\d{1,2})[/.\- ](\d{1,4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})")
_MONTH_ONLY = re.compile(r"([A-Za-z]{3,9})\.? (\d{4})")
_PLAIN_ITEM = re.compile(r"[\w][\w .()/+-]*")


def mend_date(value: str) -> str | None:
    """Return a date, or a month, as year-month-day; a slashed date is read the American way if it can be."""
    value = value.strip()[:40]
    if found := _NUMERIC_DATE.fullmatch(value):
        return _numeric_date(*(int(part) for part in found.groups()))
    if found := _MONTH_FIRST.fullmatch(value):
        return _named_date(found[3], found[1], found[2])
    if found := _DAY_FIRST.fullmatch(value):
        return _named_date(found[3], found[2], found[1])
    if found := _MONTH_ONLY.fullmatch(value):
        day = _named_date(found[2], found[1], "1")
        return day and day[:7]
    return None


def _numeric_date(first: int, second: int, third: int) -> str | None:
    if first > 31:
        return _iso_date(first, second, third)
    year = third + 2000 if third < 100 else third
    return _iso_date(year, first, second) or _iso_date(year, second, first)


def _named_date(year: str, month: str, day: str) -> str | None:
    start = month[:3].lower()
    return _iso_date(int(year), _MONTHS.index(start) + 1, int(day)) if start in _MONTHS else None


def _iso_date(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def mend_number(value: str) -> str | None:
    """Return the only number in a text such as "80%", "1,200 students" or "about 6 weeks"."""
    numbers: list[str] = re.findall(r"-?\d[\d,]*(?:\.\d+)?", value[:80])
    return numbers[0].replace(",", "") if len(numbers) == 1 else None


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
