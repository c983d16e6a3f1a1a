"""Every kind of problem the hub can report, in one table: what messages and the page of problems read.

How a problem is found stands where it is found: in yaml_text/, validation/, library/ and checks/.
"""

from knowledge_hub.problem_kinds.addresses import ADDRESSES
from knowledge_hub.problem_kinds.files import FILES
from knowledge_hub.problem_kinds.gate import GATE
from knowledge_hub.problem_kinds.kind import ProblemGroup, ProblemKind, Severity
from knowledge_hub.problem_kinds.record_files import RECORD_FILES
from knowledge_hub.problem_kinds.records import RECORDS
from knowledge_hub.problem_kinds.settings import SETTINGS
from knowledge_hub.problem_kinds.values import VALUES
from knowledge_hub.problem_kinds.writing import WRITING

PROBLEM_GROUPS: tuple[ProblemGroup, ...] = (WRITING, VALUES, RECORDS, GATE, FILES, RECORD_FILES, SETTINGS, ADDRESSES)
PROBLEM_KINDS: dict[str, ProblemKind] = {kind.code: kind for group in PROBLEM_GROUPS for kind in group.kinds}

__all__ = ["PROBLEM_GROUPS", "PROBLEM_KINDS", "ProblemGroup", "ProblemKind", "Severity"]
