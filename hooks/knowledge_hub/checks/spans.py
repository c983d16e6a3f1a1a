"""What has a start and an end doesn’t end before it starts, and what was replaced leads on."""

from collections.abc import Iterator

from knowledge_hub.dates import first_day, last_day
from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import CaseStudy, Community, Record
from knowledge_hub.yaml_text.located import Location


def check_spans(library: Library) -> Iterator[Problem]:
    """Yield the times that run backwards, and the records that are replaced by themselves or in a circle."""
    replaced = {(record.type, record.id): record for record in library.records if record.replaced_by}
    for record in library.records:
        for location, start, end, what in _find_spans(record):
            if start and end and last_day(end) < first_day(start):
                message = f"{what} ends before it starts."
                help_text = f"It starts in {start}: check both dates."
                yield library.document(record).problem(location, "bad-date", message, help_text)
        if record.replaced_by and (circle := _find_circle(record, replaced)):
            message = f"These records replace each other in a circle: {', '.join(circle)}."
            if len(circle) == 1:
                message = "This record is replaced by itself."
            help_text = "Name the record that readers should go to, or delete this line."
            yield library.document(record).problem(("replaced_by",), "replaced-in-a-circle", message, help_text)


def _find_spans(record: Record) -> Iterator[tuple[Location, str | None, str | None, str]]:
    """Yield the place of each end, with start, end and what it is about."""
    if isinstance(record, CaseStudy) and record.period:
        yield ("period", "end"), record.period.start, record.period.end, "This period"
    if isinstance(record, Community):
        yield ("ended",), record.started, record.ended, "This community"
        for number, test in enumerate(record.tests_of_change):
            yield ("tests_of_change", number, "ended"), test.started, test.ended, "This test"


def _find_circle(record: Record, replaced: dict[tuple[str, str], Record]) -> list[str]:
    """Return the ids that lead from a record back to it, none where they lead elsewhere."""
    seen = [record.id]
    following = replaced.get((record.type, record.replaced_by or ""))
    while following is not None and following.id not in seen:
        seen.append(following.id)
        following = replaced.get((record.type, following.replaced_by or ""))
    return seen if following is not None and following.id == record.id else []
