"""Compiled templates kept between builds: compiling all of them takes longer than a small library's pages."""

import hashlib
import json
from collections.abc import Mapping, MutableMapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from knowledge_hub import sentences

# What is constant in a template is worked out while it is compiled: by these.
_COMPILERS = (*sorted(Path(__file__).parent.glob("*.py")), Path(sentences.__file__))
_SEAL = hashlib.sha256().digest_size


class CompiledCode(BytecodeCache):
    """Code of templates in a store of files by key; Jinja looks whether it is of this Python and of this text.

    `constants` is what else the code depends on, such as the words of the interface; with others, or another
    compiler, it is compiled anew, and takes the place of what was kept.
    """

    def __init__(self, store: MutableMapping[str, bytes], constants: Mapping[str, Any]) -> None:
        self._store = store
        made_by = [version("jinja2"), *(path.read_text(encoding="utf-8") for path in _COMPILERS)]
        self._made_by = hashlib.sha256(json.dumps([made_by, constants], sort_keys=True).encode()).digest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is kept for it, if anything is."""
        kept = self._store.get(bucket.key, b"")
        seal, code = kept[:_SEAL], kept[_SEAL:]
        if seal == self._create_seal(code):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        code = bucket.bytecode_to_string()
        self._store[bucket.key] = self._create_seal(code) + code

    def _create_seal(self, code: bytes) -> bytes:
        """Return what says that code is whole, and made by the same from the same."""
        return hashlib.sha256(self._made_by + code).digest()
