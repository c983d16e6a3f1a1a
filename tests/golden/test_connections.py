"""A few records, and everything that each is connected to: one hand-written file a case."""

from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.connections import Connection
from knowledge_hub.records import RECORD_TYPES, Record
from support.small_library import create_small_catalogue

CASES = sorted((Path(__file__).parent / "connections").glob("*.yml"))
_TYPE_BY_FOLDER = {cls.folder: cls.type for cls in RECORD_TYPES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_connections(case: Path, tmp_path: Path) -> None:
    """Every connection has the reason that a reader of that page needs, in a fixed order."""
    given = yaml.safe_load(case.read_text(encoding="utf-8"))
    catalogue = create_small_catalogue(tmp_path, given["records"], with_drafts=given.get("with_drafts", False))
    for name, expected in given.get("connections", {}).items():
        assert (name, _lines(catalogue.connections(_get(catalogue, name)))) == (name, expected)
    for name, expected in given.get("related", {}).items():
        found = catalogue.related(_get(catalogue, name)).items()
        related = [Connection(catalogue.records[place], reason) for place, reason in found]
        assert (name, _lines(related)) == (name, expected)


def _get(catalogue: Catalogue, name: str) -> Record:
    folder, _, record_id = name.partition("/")
    record = catalogue.get(_TYPE_BY_FOLDER[folder], record_id)
    assert record is not None
    return record


def _lines(connections: Iterable[Connection]) -> list[str]:
    return [f"{link.record.folder}/{link.record.id}: {link.reason}" for link in connections]
