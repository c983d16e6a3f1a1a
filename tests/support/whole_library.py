"""A library with one record of every type in which every field that can hold a text has one that a test chose."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from knowledge_hub.exports.pack_files import Cache
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import Publication, create_publication
from knowledge_hub.records import RECORD_TYPES, Contributor, Source
from knowledge_hub.records.single_files.glossary import GlossaryTerm
from knowledge_hub.settings.settings import Settings
from support.fixed_day import TODAY
from support.made_fields import FieldMaker, MakeText
from support.small_library import Fields, dump, write_content

SETTINGS = Settings(site_name="Tiny hub", site_url="https://hub.example/")


def write_whole_library(folder: Path, text: MakeText, by_name: Mapping[str, Any] | None = None) -> Path:
    """Write the library below `folder` and return its content folder; `by_name` has the values of some fields."""
    records: dict[str, Fields | str] = {
        f"{cls.folder}/one": dump(_fields(cls, text, dict(by_name or {})))
        for cls in (*RECORD_TYPES, Source, Contributor)
    }
    term = FieldMaker(text=text, whole=True).fields(GlossaryTerm)
    records["glossary"] = dump({"terms": [term]})
    return write_content(folder, records)


def publish(content: Path, cache: Cache | None = None) -> Publication:
    """Return everything that becomes of a content folder, with every file that readers take along."""
    guides = content.parent / "docs" / "guides"
    return create_publication(
        content, guides, Plan(today=TODAY, settings=SETTINGS, packs={} if cache is None else cache)
    )


def _fields(cls: type[Any], text: MakeText, by_name: dict[str, Any]) -> dict[str, Any]:
    made = FieldMaker(text=text, whole=True, by_name={"redirect_from": [f"old/{cls.folder}/"], **by_name})
    # Pictures need files, and a record that stays is replaced by none.
    unwanted = {"id", "pictures", "card_picture", "replaced_by"}
    return {name: value for name, value in made.fields(cls).items() if name not in unwanted}
