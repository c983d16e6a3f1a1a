"""The files of one build by path, outside memory until they are written: many are long, and repeat each other."""

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from typing import Any, NamedTuple

from knowledge_hub.keeping.fingerprint import fingerprint
from knowledge_hub.keeping.pack import Pack, Place
from knowledge_hub.keeping.store import Store
from knowledge_hub.keeping.text_store import Texts, TextStore

# The path of each file, and what stands for all that it holds.
Listed = tuple[tuple[str, bytes], ...]


class Joined(NamedTuple):
    """A file of one of each of several `texts`, that of a `number`, with what stands before, between and after them.

    Where they lie is reckoned when the file is read, which most files of a build after a small change never are.
    """

    texts: Sequence[Texts[Any]]
    number: int = 0
    start: bytes = b""
    between: bytes = b""
    end: bytes = b""

    @property
    def size(self) -> int:
        """The bytes of the whole file."""
        number = self.number
        gaps = len(self.between) * max(len(self.texts) - 1, 0)
        return len(self.start) + sum([texts.lengths[number] for texts in self.texts]) + gaps + len(self.end)

    def read(self, pack: Pack) -> bytes:
        """Return the whole file."""
        number = self.number
        read = [texts.read(number, pack) for texts in self.texts]
        return self.start + self.between.join(read) + self.end


class FileStore(MutableMapping[str, bytes]):
    """The files of one build by path, which are gone with the build.

    The `parts` of which some of them are joined may have been made by an earlier one, and so may `bundles` of whole
    files. `purpose` tells apart what is made of the same content, such as a preview and a site.
    """

    def __init__(self, store: Store | None = None, purpose: str = "site") -> None:
        kept = store or Store()
        self.parts: TextStore[None] = kept.texts(f"programs-{purpose}")
        self.bundles: TextStore[Listed] = kept.texts(f"bundles-{purpose}")
        self._passing = Pack()
        self._files: dict[str, tuple[Pack, Joined, bytes]] = {}

    def __setitem__(self, path: str, content: bytes) -> None:
        self._files[path] = (self._passing, _whole(self._passing.add(content)), fingerprint(content))

    def join(self, path: str, joined: Joined, mark: bytes) -> None:
        """Add a file of parts, with what stands for all that it holds."""
        self._files[path] = (self.parts.pack, joined, mark)

    def __getitem__(self, path: str) -> bytes:
        pack, joined, _ = self._files[path]
        return joined.read(pack)

    def __delitem__(self, path: str) -> None:
        del self._files[path]

    def __contains__(self, path: object) -> bool:
        # The usual way reads the file.
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def mark(self, path: str) -> bytes:
        """Return what stands for all that a file holds."""
        return self._files[path][2]

    def size(self, path: str) -> int:
        """Return the bytes of a file."""
        return self._files[path][1].size

    def put_bundle(self, key: bytes, fill: Callable[["FileStore"], None]) -> Texts[Listed]:
        """Keep files that are made together, which `fill` puts into a store, none twice; `add_bundle` adds them."""
        made = FileStore()
        # There they are once each is made, for all of them may be too large for memory.
        made._passing = self.bundles.pack
        name = made._passing.begin_file()
        fill(made)
        listed = tuple((path, mark) for path, (_, _, mark) in made._files.items())
        return self.bundles.note(key, Texts(listed, name, 0, tuple(map(made.size, made))))

    def add_bundle(self, texts: Texts[Listed]) -> None:
        """Add the files of a bundle."""
        for (path, mark), place in zip(texts.about, texts.places, strict=True):
            self._files[path] = (self.bundles.pack, _whole(place), mark)


def _whole(place: Place) -> Joined:
    """Return a file that lies at one place."""
    return Joined((Texts(None, place.file, place.start, (place.length,)),))
