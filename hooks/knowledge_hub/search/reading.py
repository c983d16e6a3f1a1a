"""Documents as numbers: what stays as it was isn't read again, and of a text each distinct piece is folded once."""

import zlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge_hub.keeping import Table, fingerprint
from knowledge_hub.search.document import Document
from knowledge_hub.search.shown import Order, find_order, write_card, write_title
from knowledge_hub.search.words import split, split_pieces

Numbers = NDArray[Any]

# What was read is kept in so many parts, each with pieces of text of its own: one that is lost, or that another build
# wrote, says nothing of the others. An edit writes one of them.
_PARTS = 16
_NUMBER = np.dtype(np.uint32)


class Findable(NamedTuple):
    """Something that can be found: `key` stands for all that its document is made from, `name` outlives an edit."""

    name: str
    key: bytes
    make: Callable[[], Document]


def list_as_it_is(document: Document) -> Findable:
    """Return a document that is there already as something that can be found."""
    return Findable(document.card.address, fingerprint(repr(document)), lambda: document)


class ReadDocument(NamedTuple):
    """What an index needs of a document, which is much less than the document.

    `names` are the folded words of its title, then those of its other names. `fields` are field and number of the
    section (0 for none) of each passage, `lengths` how many pieces of text it has, `pieces` the numbers of all of them;
    both are written as 32 bits each.
    """

    key: bytes
    order: Order
    names: tuple[str, ...]
    title: str
    card: str
    facets: tuple[tuple[str, str], ...]
    factor: float
    fields: tuple[tuple[str, int], ...]
    lengths: bytes
    pieces: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """Documents that were read, and the distinct pieces of their texts by number."""

    documents: tuple[ReadDocument, ...] = ()
    pieces: tuple[str, ...] = ()


def read_documents(found: Iterable[Findable], kept: Table[Reading]) -> Reading:
    """Return all documents in the order in which they come; those that were read before come from the table."""
    listed = list(found)
    pieces = _Pieces()
    read = dict(_find_read({one.key for one in listed}, kept, pieces))
    share: dict[Any, Any] = {}
    parts: defaultdict[int, list[ReadDocument]] = defaultdict(list)
    for one in listed:
        if one.key not in read:
            read[one.key] = read_document(one, pieces, share)
        parts[zlib.crc32(one.name.encode("utf-8", "surrogatepass")) % _PARTS].append(read[one.key])
    reading = Reading(tuple(read[one.key] for one in listed), tuple(pieces))
    for number in range(_PARTS):
        _keep(number, parts[number], reading.pieces, kept)
    return reading


def _find_read(
    keys: AbstractSet[bytes], kept: Table[Reading], pieces: "_Pieces"
) -> Iterator[tuple[bytes, ReadDocument]]:
    """Yield what was read of these documents before, by key; `pieces` gives their pieces of text other numbers."""
    for number in range(_PARTS):
        before = kept.find(_key(number)) or Reading()
        stay = tuple(document for document in before.documents if document.key in keys)
        part = before if len(stay) == len(before.documents) else _drop_unused(Reading(stay, before.pieces))
        numbers = np.fromiter(map(pieces.__getitem__, part.pieces), _NUMBER)
        yield from ((document.key, document) for document in _renumber(part.documents, numbers))


def _keep(number: int, documents: Sequence[ReadDocument], pieces: tuple[str, ...], kept: Table[Reading]) -> None:
    """Keep a part that has other documents than before."""
    before = kept.find(_key(number)) or Reading()
    if {document.key for document in before.documents} != {document.key for document in documents}:
        kept.put(_key(number), _drop_unused(Reading(tuple(documents), pieces)))


def _key(number: int) -> bytes:
    """Return the key of a part: each document has its own, so that the part needs none that says what is in it."""
    return bytes([number])


def read_document(one: Findable, pieces: dict[str, int], share: dict[Any, Any]) -> ReadDocument:
    """Return what is read of a document; `pieces` gives a number to a new one, `share` has what others have, too."""
    document = one.make()
    passages = document.passages
    parted = [split_pieces(text) for _, _, text in passages]
    fields = tuple((field, section) for field, section, _ in passages)
    facets = tuple(dict.fromkeys(document.facets))
    return ReadDocument(
        key=one.key,
        order=find_order(document),
        names=tuple(" ".join(split(name)) for name in (document.card.title, *document.names)),
        title=write_title(document),
        card=write_card(document),
        facets=tuple(map(share.setdefault, facets, facets)),
        factor=document.factor,
        fields=share.setdefault(fields, fields),
        lengths=array("I", map(len, parted)).tobytes(),
        pieces=array("I", map(pieces.__getitem__, chain.from_iterable(parted))).tobytes(),
    )


def _drop_unused(reading: Reading) -> Reading:
    """Return the documents with those pieces only that stand in one of them."""
    is_used = np.zeros(len(reading.pieces), dtype=bool)
    is_used[_list_pieces(reading.documents)] = True
    if is_used.all():
        return reading
    numbers = (np.cumsum(is_used) - 1).astype(_NUMBER)
    pieces = tuple(reading.pieces[number] for number in np.flatnonzero(is_used).tolist())
    return Reading(tuple(_renumber(reading.documents, numbers)), pieces)


def _renumber(documents: Sequence[ReadDocument], numbers: Numbers) -> Iterator[ReadDocument]:
    """Yield documents with another number for each one that a piece of text has now."""
    pieces = numbers[_list_pieces(documents)].tobytes()
    end = 0
    for document in documents:
        start, end = end, end + len(document.pieces)
        yield document._replace(pieces=pieces[start:end])


def _list_pieces(documents: Iterable[ReadDocument]) -> Numbers:
    """Return the numbers of the pieces of text of all documents in order."""
    return np.frombuffer(b"".join(document.pieces for document in documents), _NUMBER)


class _Pieces(dict[str, int]):
    """Numbers of pieces of text; a new piece has the next one."""

    def __missing__(self, piece: str) -> int:
        number = self[piece] = len(self)
        return number
