"""A library with more of everything than one screen shows."""

import shutil
from pathlib import Path

from measuring.made_up_records import write_made_up_records
from support.builds import TINY
from support.small_library import dump

_RECORDS = 120
_PLACES = 60


def write_crowded_content(folder: Path) -> Path:
    """Write many made-up records about many made-up places below `folder`, with pages beside them; return the content."""
    vocabularies = folder / "vocabularies"
    shutil.copytree(TINY / "content" / "vocabularies", vocabularies)
    places = [{"id": f"place-{number}", "label": {"en": f"Place {number}"}} for number in range(_PLACES)]
    terms = {"label": {"en": "Places"}, "about": {"en": "Made-up places."}, "terms": places}
    (vocabularies / "places.yml").write_text(dump(terms), encoding="utf-8")
    write_made_up_records(folder / "content", _RECORDS, vocabularies)
    # The footer leads to the models whether content has some or not.
    shutil.copy(TINY / "content" / "models.yml", folder / "content")
    shutil.copytree(TINY / "docs", folder / "docs", ignore=shutil.ignore_patterns("guides"))
    return folder / "content"
