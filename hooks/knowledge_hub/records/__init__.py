"""Record types: the single source of every schema, form and field page.

Types only: how a document becomes a record stands in validation/, what holds across records in checks/.
"""

from knowledge_hub.records.case_study import CaseStudy
from knowledge_hub.records.common import Record
from knowledge_hub.records.community import Community
from knowledge_hub.records.contributor import Contributor
from knowledge_hub.records.guide import Guide
from knowledge_hub.records.lesson import Lesson
from knowledge_hub.records.role import Role
from knowledge_hub.records.single_files.glossary import Glossary, GlossaryTerm
from knowledge_hub.records.single_files.synonyms import Synonyms
from knowledge_hub.records.source import Source
from knowledge_hub.records.toolkit import Toolkit

# The order in which readers meet the types, in lists and in connections.
RECORD_TYPES: tuple[type[Record], ...] = (Community, CaseStudy, Lesson, Toolkit, Role, Guide)

__all__ = [
    "RECORD_TYPES",
    "CaseStudy",
    "Community",
    "Contributor",
    "Glossary",
    "GlossaryTerm",
    "Guide",
    "Lesson",
    "Record",
    "Role",
    "Source",
    "Synonyms",
    "Toolkit",
]
