"""What a record needs before readers may see it."""

from collections.abc import Iterator

from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import Record
from knowledge_hub.yaml_text.located import LocatedDocument


def check_publication(library: Library) -> Iterator[Problem]:
    """Yield what published records lack; drafts may be incomplete."""
    for record in library.records:
        if record.status == "draft":
            continue
        document = library.document(record)
        yield from _check_evidence(record, document)
        yield from _check_review(record, document)
        yield from _check_facets(record, document)


def _check_evidence(record: Record, document: LocatedDocument) -> Iterator[Problem]:
    """A documented record names its sources and what the evidence doesn't show."""
    if record.evidence.status != "documented":
        return
    if not record.sources:
        message = "A documented record must name at least one source."
        yield document.problem((), "no-source", message, "Add sources:, or change evidence: status.")
    if record.evidence.limits is None:
        message = "A documented record must say what its evidence does not show."
        yield document.problem(("evidence",), "no-limits", message, "Add limits: below evidence:.")


def _check_review(record: Record, document: LocatedDocument) -> Iterator[Problem]:
    """A published record was reviewed, and is due again later."""
    if record.review is None:
        message = "A published record must say when it was reviewed."
        yield document.problem((), "no-review", message, "Add review: with reviewed_on, review_by and owner.")
    elif record.review.review_by <= record.review.reviewed_on:
        message = "The next review must be later than the last one."
        yield document.problem(("review", "review_by"), "bad-review", message, "Choose a later date.")


def _check_facets(record: Record, document: LocatedDocument) -> Iterator[Problem]:
    """A published record can be found by the facets that make sense for its type."""
    for facet in record.required_facets:
        if not record.facet_ids(facet):
            message = f"A published {record.type.replace('-', ' ')} must have “{facet}”."
            yield document.problem((), "missing-facet", message, f"Add {facet}: with at least one id.")


def check_titles(library: Library) -> Iterator[Problem]:
    """Two records of one type never have the same title."""
    seen: dict[tuple[str, str], Record] = {}
    for record in library.records:
        first = seen.setdefault((record.type, record.title.casefold()), record)
        if first is not record:
            path = library.document(first).path
            message = f"Another {record.type.replace('-', ' ')} has the same title ({path})."
            help_text = "Make one of the titles more exact."
            yield library.document(record).problem(("title",), "same-title", message, help_text)
