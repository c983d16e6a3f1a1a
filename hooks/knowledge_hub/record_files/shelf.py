"""What is published of a record's pictures and documents: its shelf, by the names that its text uses."""

import hashlib
from collections.abc import Mapping, MutableMapping
from typing import NamedTuple

from knowledge_hub.record_files.kinds import kind_of, size_words
from knowledge_hub.record_files.pictures import LARGE, RECIPE, SMALL, create_copy, measure

Cache = MutableMapping[str, bytes]


class PictureCopy(NamedTuple):
    """One copy of a picture: its address from the root, its size in points, its bytes."""

    address: str
    width: int
    height: int
    content: bytes


class PublishedPicture(NamedTuple):
    """A picture with a large copy and a small one, which are the same for a small picture, and who made it."""

    large: PictureCopy
    small: PictureCopy
    credit: str = ""


class PublishedDocument(NamedTuple):
    """A document as it was given."""

    address: str
    kind: str
    content: bytes

    @property
    def note(self) -> str:
        """Kind and size as readers see them, such as "PDF, 120 kB"."""
        return f"{self.kind}, {size_words(len(self.content))}"


Shelf = Mapping[str, PublishedPicture | PublishedDocument]


def create_picture(name: str, data: bytes, folder: str, credit: str, cache: Cache) -> PublishedPicture:
    """Return what is published of a picture below `folder`; what the cache has isn't made again."""
    large = _create_copy(name, data, folder, LARGE, "", cache)
    if large.width <= SMALL[0] and large.height <= SMALL[1]:
        return PublishedPicture(large, large, credit)
    return PublishedPicture(large, _create_copy(name, data, folder, SMALL, "small/", cache), credit)


def create_document(name: str, data: bytes, folder: str) -> PublishedDocument:
    """Return what is published of a document below `folder`."""
    kind = kind_of(name)
    return PublishedDocument(folder + name, kind.label if kind else "", data)


def published_files(shelf: Shelf) -> dict[str, bytes]:
    """Return the bytes of everything on a shelf by address."""
    files = {}
    for thing in shelf.values():
        for part in (thing.large, thing.small) if isinstance(thing, PublishedPicture) else (thing,):
            files[part.address] = part.content
    return files


def _create_copy(name: str, data: bytes, folder: str, box: tuple[int, int], place: str, cache: Cache) -> PictureCopy:
    key = hashlib.sha256(f"{RECIPE} {box}\n".encode() + data).hexdigest()
    content = cache.get(key)
    if content is None:
        content = cache[key] = create_copy(data, box)
    ending = "png" if content.startswith(b"\x89PNG") else "jpg"
    # No given name has two dots or a folder, so no copy takes the address of another picture.
    shown = name if name.endswith(f".{ending}") else f"{name}.{ending}"
    return PictureCopy(f"{folder}{place}{shown}", *measure(content), content)
