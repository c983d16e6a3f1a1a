"""Short names for values: two that differ have different ones."""

import hashlib
from collections.abc import Iterable

# Sixteen bytes: that two of a library's values share one is less likely than that its disk fails.
SIZE = 16


def fingerprint(*parts: bytes | str) -> bytes:
    """Return 16 bytes that stand for these parts in this order; no other parts joined alike have them."""
    return fingerprint_all(parts)


def fingerprint_all(parts: Iterable[bytes | str]) -> bytes:
    """Return what `fingerprint` does of many parts."""
    made = hashlib.blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()
