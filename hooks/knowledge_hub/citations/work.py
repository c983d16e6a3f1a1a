"""A work to cite, as every format of reference managers gets it. Field names follow CSL 1.0.2."""

from typing import NamedTuple


class Author(NamedTuple):
    """A person by family and given name, or a body by its whole name in `literal`; "" for what isn't known."""

    family: str = ""
    given: str = ""
    literal: str = ""

    @property
    def sorted(self) -> str:
        """The name as lists sort it: "Rivera, M." for a person, the whole name of a body."""
        return self.literal or ", ".join(filter(None, (self.family, self.given)))


class Work(NamedTuple):
    """One work; a text is "" where nothing is known.

    `key` names it within a file, `kind` is one of `KINDS`, `issued` and `accessed` are a year, month or day as in
    ISO 8601. Where `authors_incomplete`, there are more authors than are named. `note` is for people.
    """

    key: str
    kind: str
    title: str
    author: tuple[Author, ...] = ()
    authors_incomplete: bool = False
    issued: str = ""
    container_title: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    publisher: str = ""
    language: str = ""
    doi: str = ""
    url: str = ""
    accessed: str = ""
    note: str = ""
