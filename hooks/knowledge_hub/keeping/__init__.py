"""What earlier builds made, by what it was made from, so that only what changed is made again.

What it is made of and when it is asked for is its makers' affair; this room knows no type of the hub.
"""

from knowledge_hub.keeping.code_seal import CODE
from knowledge_hub.keeping.file_store import FileStore, Joined, Listed
from knowledge_hub.keeping.fingerprint import SIZE, fingerprint, fingerprint_all
from knowledge_hub.keeping.pack import Pack, Place
from knowledge_hub.keeping.store import Store
from knowledge_hub.keeping.table import PARTS, Table, pack, part_of
from knowledge_hub.keeping.text_store import Marked, Texts, TextStore

__all__ = [
    "CODE",
    "PARTS",
    "SIZE",
    "FileStore",
    "Joined",
    "Listed",
    "Marked",
    "Pack",
    "Place",
    "Store",
    "Table",
    "TextStore",
    "Texts",
    "fingerprint",
    "fingerprint_all",
    "pack",
    "part_of",
]
