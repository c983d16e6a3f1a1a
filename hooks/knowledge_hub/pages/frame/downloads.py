"""Files that go with a page, each with its kind and size.

They are kept by the address of their page; those of one worksheet by `worksheet_key`.
"""

from typing import NamedTuple

from knowledge_hub.record_files.kinds import size_words
from knowledge_hub.records import Toolkit
from knowledge_hub.records.toolkit import Worksheet

_KINDS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "zip": "Zip"}


class Download(NamedTuple):
    """A file by its address from the root, what it is, and its size in bytes, 0 before it is made."""

    address: str
    title: str
    size: int

    @property
    def note(self) -> str:
        """Kind and size as readers see them, such as "PDF, 34 kB"."""
        kind = _KINDS[self.address.rpartition(".")[2]]
        return f"{kind}, {size_words(self.size)}" if self.size else kind


def worksheet_key(toolkit: Toolkit, worksheet: Worksheet) -> str:
    """Return the key under which a worksheet's downloads are kept."""
    return f"{toolkit.address}#{worksheet.id}"
