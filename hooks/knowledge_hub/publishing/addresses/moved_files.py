"""Files of a record that moved, at its old addresses, too: a calendar or a PDF follows no page that leads on."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from knowledge_hub.records import Record

T = TypeVar("T")


def find_moved_files(records: Iterable[Record], files: Mapping[str, T]) -> Iterator[tuple[str, T]]:
    """Yield path and content of each file that lies below a record's address, for each of its old addresses.

    A file that is called after its record had the old name there.
    """
    moved = [record for record in records if record.redirect_from]
    own: dict[str, list[str]] = {record.address: [] for record in moved}
    for path in files if moved else ():
        for folder in _find_folders(path):
            if folder in own:
                own[folder].append(path)
    for record in moved:
        for old in record.redirect_from:
            for path in own[record.address]:
                yield old + _old_name(path.removeprefix(record.address), record.id, old), files[path]


def _find_folders(path: str) -> Iterator[str]:
    """Yield each folder in which a file lies, from the root on."""
    end = path.find("/") + 1
    while end:
        yield path[:end]
        end = path.find("/", end) + 1


def _old_name(name: str, record_id: str, old: str) -> str:
    former = old.removesuffix("/").rpartition("/")[2]
    return former + name.removeprefix(record_id) if name.startswith((f"{record_id}.", f"{record_id}-")) else name
