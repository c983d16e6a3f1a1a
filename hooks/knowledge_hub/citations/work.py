"""A work to cite, as every format of reference managers gets it. Field names follow CSL 1.0.2."""

from dataclasses import dataclass

from knowledge_hub.records.source import Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work; a text is "" where nothing is known.

    `key` names it within a file, `kind` is a CSL type, `issued` and `accessed` are a year, month or day as in
    ISO 8601. Of two addresses, `doi` is the lasting one.
    """

    key: str
    kind: str
    title: str
    author: tuple[Name, ...] = ()
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

    @property
    def names(self) -> tuple[str, ...]:
        """The authors as reference managers sort them: "Rivera, M.", and a body by its whole name."""
        return tuple(map(sorted_name, self.author))


def sorted_name(name: Name) -> str:
    """Return a name with the family name first."""
    return name.literal or ", ".join(filter(None, (name.family, name.given)))
