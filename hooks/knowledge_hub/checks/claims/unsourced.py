"""What a documented record claims can be looked up."""

import re
from collections.abc import Iterator

from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import CaseStudy, Community

# A number (a year alone is a date, not a claim), or a word that says things got better or worse.
_CLAIM = re.compile(
    r"(?<![\w.-])(?!(?:19|20)\d\d\b(?![.,]\d))\d[\d,.]*%?"
    r"|\b(?:improv|increas|decreas|reduc|doubl|tripl|lower|rais)\w+\b|\b(?:rose|fell|grew|halved|better|fewer)\b",
    re.IGNORECASE,
)


def check_claims(library: Library) -> Iterator[Problem]:
    """A published result with a number, or one that says something improved, names its source."""
    for record in library.records:
        if record.status == "draft" or record.evidence.status != "documented":
            continue
        if not isinstance(record, CaseStudy | Community):
            continue
        for number, result in enumerate(record.results):
            if result.sources or not (found := _CLAIM.search(result.statement)):
                continue
            message = f"“{found[0]}” is a claim, and this result names no source."
            yield library.document(record).problem_at_words(
                ("results", number, "statement"),
                found[0],
                "unsourced-claim",
                message,
                "Add sources: with the id of the source below the statement.",
            )
