"""What the engine indexes: documents with weighted fields, sections, facets and a card, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

# The fields that the sections of a document belong to.
SECTION_TITLE = "section title"
BODY = "body"


@dataclass(frozen=True, slots=True)
class Field:
    """How much a word counts in a field: its `weight`, and from 0 to 1, how much a long field takes off it (`b`)."""

    weight: float
    b: float = 0.75


class Section(NamedTuple):
    """A part of a page with a heading: its fragment, title and text.

    `page` is where it stands, as seen from its document's address; "" is at that address itself.
    """

    fragment: str
    title: str
    text: str
    page: str = ""

    @property
    def place(self) -> str:
        """Where it is found, as the index says it: on a page of its own, or the fragment alone."""
        return f"{self.page}#{self.fragment}" if self.page else self.fragment


class Card(NamedTuple):
    """What a result shows; `address` lies below the root, `picture` is (path from the address, words)."""

    address: str
    title: str
    kind: str
    type: str
    summary: str = ""
    facts: tuple[str | tuple[str, str, str], ...] = ()
    picture: tuple[str, str] | None = None


class Document(NamedTuple):
    """One thing that can be found.

    `texts` are (field, text), `facets` are (facet, value), `reviewed` is an ISO date ("" where unknown);
    `factor` multiplies its score; `names` are what it is called beside its title.
    """

    card: Card
    texts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    reviewed: str = ""
    factor: float = 1.0
    names: tuple[str, ...] = ()

    @property
    def passages(self) -> tuple[tuple[str, int, str], ...]:
        """All of its text as (field, number of the section from 1, text); 0 is no section."""
        parts = [(name, 0, text) for name, text in self.texts if text]
        for number, section in enumerate(self.sections, start=1):
            parts += [(SECTION_TITLE, number, section.title), (BODY, number, section.text)]
        return tuple(parts)


@dataclass(frozen=True, slots=True)
class Rules:
    """By what an index is made beside its documents.

    `concepts` are groups of phrases that mean the same, `answers` fixed ones as the browser reads them,
    `stop` words that are dropped from questions, `other_stop` those that are where the library doesn't have them;
    `language` is a tag of BCP 47.
    """

    fields: Mapping[str, Field]
    language: str = "en"
    concepts: tuple[tuple[str, ...], ...] = ()
    stop: tuple[str, ...] = ()
    other_stop: tuple[str, ...] = ()
    answers: tuple[Mapping[str, object], ...] = field(default=())
