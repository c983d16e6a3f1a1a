"""Record types: the single source of every schema, form and field page.

Types only: how a document becomes a record stands in validation/, what holds across records in checks/.
"""

import importlib
import pkgutil
from collections.abc import Iterator

from knowledge_hub.records import own
from knowledge_hub.records.case_study import CaseStudy
from knowledge_hub.records.common import Record
from knowledge_hub.records.community import Community
from knowledge_hub.records.contributor import Contributor
from knowledge_hub.records.guide import Guide
from knowledge_hub.records.lesson import Lesson
from knowledge_hub.records.pathway import Pathway
from knowledge_hub.records.role import Role
from knowledge_hub.records.single_files.glossary import Glossary, GlossaryTerm
from knowledge_hub.records.single_files.synonyms import Synonyms
from knowledge_hub.records.source import Source
from knowledge_hub.records.toolkit import Toolkit

# The order in which readers meet the types, in lists and in connections.
_BUILT_IN: tuple[type[Record], ...] = (Community, CaseStudy, Lesson, Toolkit, Role, Guide, Pathway)


def _find_own_types() -> Iterator[type[Record]]:
    """Yield the record types in own/, in the order of their modules' names."""
    for module in sorted(found.name for found in pkgutil.iter_modules(own.__path__)):
        name = f"{own.__name__}.{module}"
        things = (thing for thing in vars(importlib.import_module(name)).values() if isinstance(thing, type))
        # What a module has only imported is no type of its own.
        yield from (thing for thing in things if issubclass(thing, Record) and thing.__module__ == name)


def is_own_type(cls: type[Record]) -> bool:
    """Tell whether a type is one that the host has added, and not a built-in one."""
    return not issubclass(cls, _BUILT_IN)


RECORD_TYPES: tuple[type[Record], ...] = (*_BUILT_IN, *_find_own_types())

__all__ = [
    "RECORD_TYPES",
    "CaseStudy",
    "Community",
    "Contributor",
    "Glossary",
    "GlossaryTerm",
    "Guide",
    "Lesson",
    "Pathway",
    "Record",
    "Role",
    "Source",
    "Synonyms",
    "Toolkit",
    "is_own_type",
]
