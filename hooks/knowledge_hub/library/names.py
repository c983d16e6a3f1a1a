"""What a record names: other records, sources and people, by its fields and in its texts."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from knowledge_hub.hub_pages import HUB_PAGE
from knowledge_hub.prose import find_links, find_plain_links
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.records.fields import Part, Reference
from knowledge_hub.records.relations import relation_reasons
from knowledge_hub.records.walking import walk_marked

LINK_TYPES = frozenset({*(cls.type for cls in RECORD_TYPES), "source"})
_NAMED_IN_TEXTS = LINK_TYPES | {HUB_PAGE}


class Named(NamedTuple):
    """What a field names, and why, as read on either side."""

    type: str
    id: str
    reason: str
    reverse_reason: str


class Names(NamedTuple):
    """Everything that one record names; what its texts name is (type, id).

    `is_plain` is True where these links are all that its texts have beside words: no others, no table and no HTML.
    """

    fields: tuple[Named, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    is_plain: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        # Plain tuples are kept, which takes half as long; each record has many.
        return _restore, (tuple(map(tuple, self.fields)), self.texts, self.is_plain)

    def of_type(self, type_name: str) -> list[str]:
        """Return the ids of one type, each once, in the order in which they are named."""
        fields = [named.id for named in self.fields if named.type == type_name]
        return list(dict.fromkeys([*fields, *(name for kind, name in self.texts if kind == type_name)]))

    def all(self) -> Iterator[tuple[str, str]]:
        """Yield type and id of everything that is named."""
        for named in self.fields:
            yield named.type, named.id
        yield from self.texts


def _restore(fields: tuple[tuple[str, str, str, str], ...], *others: Any) -> Names:
    return Names(tuple(map(Named._make, fields)), *others)


def find_names(part: Part, type_name: str) -> Names:
    """Return what a record, a source or a contributor of this type names."""
    fields: list[Named] = []
    texts: list[tuple[str, str]] = []
    is_plain = True
    for _, text, mark in walk_marked(part):
        if isinstance(mark, Reference):
            fields.append(Named(mark.type, text, *relation_reasons(mark, type_name)))
            continue
        if "[" in text:
            # The first look at a text; those that come later are at texts that are not plain.
            plain = find_plain_links(text)
            texts += find_typed_links(text, _NAMED_IN_TEXTS) if plain is None else map(_split, plain)
            is_plain = is_plain and plain is not None
        elif "<" in text or "|" in text:
            is_plain = False
    return Names(tuple(fields), tuple(texts), is_plain)


def _split(target: str) -> tuple[str, str]:
    scheme, _, record_id = target.partition(":")
    return scheme, record_id


def find_record_links(markdown: str) -> list[tuple[str, str]]:
    """Return (type, id) of each link to a record in a prose field, in whichever of Markdown's forms it is written."""
    return find_typed_links(markdown, LINK_TYPES)


def find_typed_links(markdown: str, types: Collection[str]) -> list[tuple[str, str]]:
    """Return (type, id) of each link of a text to something of these types."""
    pairs = (link.target.partition(":") for link in find_links(markdown))
    return [(scheme.lower(), record_id) for scheme, _, record_id in pairs if scheme.lower() in types]
