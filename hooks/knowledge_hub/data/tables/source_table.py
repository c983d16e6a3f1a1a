"""The sources as a table."""

from collections.abc import Callable
from typing import Any

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.public_fields import public_fields
from knowledge_hub.data.tables.table import Column, Table, create_cell, join
from knowledge_hub.records import Source
from knowledge_hub.records.source import Fact, Name

_USED_BY = Column("used_by", "The records that rest on it, each as type:id.")


def list_source_columns() -> tuple[Column, ...]:
    """Return the columns of the table."""
    return (*(Column(field.key, field.info.description or "") for field in public_fields(Source)), _USED_BY)


def create_source_table(catalogue: Catalogue) -> Table:
    """Return one line for each source, in the order of their ids."""
    fields = public_fields(Source)
    rows = (
        (
            *(_cell(field.name, getattr(source, field.name)) for field in fields),
            join([catalogue.keys[id(use.record)] for use in catalogue.source_citations(source.id)]),
        )
        for source in catalogue.sources.values()
    )
    return Table(catalogue.words.text("data_groups.source"), list_source_columns(), tuple(rows))


def _name(name: Name) -> str:
    return name.literal or ", ".join(filter(None, (name.family, name.given)))


def _fact(fact: Fact) -> str:
    return f"{fact.statement} ({fact.locator}, {fact.read_on})"


def _cell(name: str, value: Any) -> Any:
    return _IN_WORDS[name](value) if name in _IN_WORDS else create_cell(value)


# What has parts, in the words of a table.
_IN_WORDS: dict[str, Callable[[Any], Any]] = {
    "author": lambda names: join(map(_name, names)),
    "facts": lambda facts: join(map(_fact, facts)),
}
