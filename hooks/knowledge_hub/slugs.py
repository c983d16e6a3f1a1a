"""The one rule for slugs: what ids, file names, addresses and anchors are made of, and how a title gives one.

The site's form follows the same rule before a record reaches Python: createSlug in
theme/assets/hub/contribute/record-file.js. One table of titles holds both to it (tests/support/slug_titles.py).
"""

import functools
import re
import unicodedata

from pydantic_core import PydanticCustomError

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 60

# Letters that have no accent to take off, and signs inside a word.
_SPELLED = str.maketrans(
    {
        "ß": "ss",
        "ẞ": "ss",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "Œ": "oe",
        "þ": "th",
        "Þ": "th",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ð": "d",
        "Ð": "d",
        "ı": "i",
        "&": " and ",
        "'": "",
        "’": "",
        "‘": "",
        "ʼ": "",
        "ʻ": "",
        "`": "",
    }
)
# Accents, and characters that nobody sees, such as a soft hyphen.
_DROPPED = frozenset({"Mn", "Me", "Cf"})
# Names that Windows keeps for devices, with any ending.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def is_slug(value: str) -> bool:
    """Tell whether a text can be a part of an address as it is."""
    return len(value) <= LONGEST_SLUG and SLUG.fullmatch(value) is not None


def is_device_name(slug: str) -> bool:
    """Tell whether Windows could not have a file of this name."""
    return slug in _DEVICES


# Records name the same ones over and over.
@functools.lru_cache(maxsize=20_000)
def check_slug(value: str) -> str:
    """Return an id that can be a part of an address as it is; a finding for anything else."""
    if is_slug(value):
        return value
    raise PydanticCustomError("bad-id", "not an id")


def create_slug(title: str) -> str | None:
    """Return the slug that a text gives, None where it gives none that can be a file name everywhere.

    "School Nurse (RN)" gives "school-nurse-rn"; a long text ends after its last whole word that fits.
    """
    letters = unicodedata.normalize("NFKD", title.translate(_SPELLED))
    seen = "".join(letter for letter in letters if unicodedata.category(letter) not in _DROPPED)
    slug = _cut("-".join(re.findall(r"[a-z0-9]+", seen.lower())))
    return slug if slug and not is_device_name(slug) else None


def _cut(slug: str) -> str:
    if len(slug) <= LONGEST_SLUG:
        return slug
    return slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
