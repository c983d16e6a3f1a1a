"""What earlier builds made, kept by what it was made from, so that only what changed is made again.

What it is made of and when it is asked for is its makers' affair; this room knows no type of the hub.
"""

from knowledge_hub.keeping.fingerprint import fingerprint, fingerprint_all
from knowledge_hub.keeping.pack import Pack, Place
from knowledge_hub.keeping.store import Store, Table

__all__ = ["Pack", "Place", "Store", "Table", "fingerprint", "fingerprint_all"]
