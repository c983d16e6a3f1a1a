"""A title to the file name that becomes the record's address."""

import re
import unicodedata

from knowledge_hub.library.file_names import check_file_name

LONGEST = 60

# Letters that have no accent to take off.
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "&": " and "})


def create_slug(title: str) -> str | None:
    """Return the id that a title gives, None where it gives none that can be a file name everywhere."""
    spelled = title.translate(_SPELLED).replace("'", "").replace("’", "")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    slug = _shorten("-".join(words))
    return slug if check_file_name(f"{slug}.yml") is None else None


def _shorten(slug: str) -> str:
    """Cut after the last whole word that fits."""
    if len(slug) <= LONGEST:
        return slug
    head = slug[: LONGEST + 1]
    return head.rpartition("-")[0] or slug[:LONGEST]
