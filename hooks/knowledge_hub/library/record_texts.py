"""The files that should hold a record, as they are found in a folder."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from knowledge_hub.keeping import fingerprint
from knowledge_hub.library.file_names import check_file, display_name
from knowledge_hub.library.reading import read_bytes
from knowledge_hub.problems.problem import Problem
from knowledge_hub.yaml_text.located import LocatedDocument


class RecordText(NamedTuple):
    """A file that should hold a record, named as its id: what it holds, or why that can't be told.

    `key` stands for all that decides what becomes of it.
    """

    folder: str
    name: str
    shown: str
    data: bytes | Problem
    key: bytes

    @property
    def document(self) -> LocatedDocument:
        """The document, not yet read."""
        return LocatedDocument(self.shown, b"" if isinstance(self.data, Problem) else self.data)


def find_record_texts(content: Path, folder: str, choices: bytes) -> Iterator[RecordText]:
    """Yield the files in a folder of records in the order of their names; `choices` stands for what values may be."""
    # With paths this would take a tenth of the whole loading.
    with os.scandir(content / folder) as entries:
        found = sorted((entry for entry in entries if entry.name.endswith(".yml")), key=lambda entry: entry.name)
    for entry in found:
        shown = display_name(content, folder, entry.name)
        problem = check_file(shown, is_ordinary=entry.is_file(follow_symlinks=False))
        data = problem or read_bytes(shown, entry.path)
        key = b"" if isinstance(data, Problem) else fingerprint(choices, shown, data)
        yield RecordText(folder, entry.name.removesuffix(".yml") or entry.name, shown, data, key)
