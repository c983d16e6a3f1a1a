"""The parts of one file have ids of their own, and name each other by them."""

from collections.abc import Iterable, Iterator

from knowledge_hub.dates import date_words
from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import CaseStudy, Community, Toolkit
from knowledge_hub.records.community import CALENDAR_YEARS, Session
from knowledge_hub.records.toolkit import WorksheetColumn, WorksheetField
from knowledge_hub.yaml_text.located import LocatedDocument

Location = tuple[str | int, ...]


def check_parts(library: Library) -> Iterator[Problem]:
    """Yield ids that are used twice in one file, and ids that no part of it has."""
    if library.glossary.terms and library.looks_into(("", "glossary.yml")):
        document = library.documents["", "glossary.yml"]
        yield from _check_unique(document, ((("terms", n), term.id) for n, term in enumerate(library.glossary.terms)))
    for record in library.records:
        document = library.document(record)
        match record:
            case Toolkit():
                yield from _check_toolkit(record, document)
            case Community():
                yield from _check_measures(record, document)
                yield from _check_tests(record, document)
                yield from _check_ideas(record, document)
                yield from _check_sessions(record, document)
            case CaseStudy():
                yield from _check_measures(record, document)


def _check_toolkit(toolkit: Toolkit, document: LocatedDocument) -> Iterator[Problem]:
    """A step names a worksheet of its toolkit; a worksheet's fields have different ids."""
    worksheets = [worksheet.id for worksheet in toolkit.worksheets]
    yield from _check_unique(document, ((("worksheets", n), name) for n, name in enumerate(worksheets)))
    for number, worksheet in enumerate(toolkit.worksheets):
        fields = (
            (("worksheets", number, "sections", s, "fields", f), field.id)
            for s, section in enumerate(worksheet.sections)
            for f, field in enumerate(section.fields)
        )
        yield from _check_unique(document, fields)
        for s, section in enumerate(worksheet.sections):
            for f, field in enumerate(section.fields):
                yield from _check_field(field, ("worksheets", number, "sections", s, "fields", f), document)
    for number, step in enumerate(toolkit.steps):
        if step.worksheet and step.worksheet not in worksheets:
            yield _unknown(document, ("steps", number, "worksheet"), "worksheet", step.worksheet, worksheets)


def _check_field(field: WorksheetField, place: Location, document: LocatedDocument) -> Iterator[Problem]:
    """A question to choose from has choices, a table has columns, and neither stands where nothing shows it."""
    yield from _check_options(field, place, document)
    if field.type == "table" and not field.columns:
        message = "A table needs its columns."
        yield document.problem((*place, "type"), "missing-field", message, "Add columns: with at least one.")
    if field.columns and field.type != "table":
        message = f"Only a table has columns, and this is “{field.type}”."
        yield document.problem((*place, "columns"), "unknown-field", message, "Write type: table, or delete them.")
    columns = (((*place, "columns", number), column.id) for number, column in enumerate(field.columns))
    yield from _check_unique(document, columns)
    for number, column in enumerate(field.columns):
        yield from _check_options(column, (*place, "columns", number), document)


def _check_options(
    field: WorksheetField | WorksheetColumn, place: Location, document: LocatedDocument
) -> Iterator[Problem]:
    has_choices = field.type in ("choice", "choices", "scale")
    if has_choices and not field.options:
        message = "A choice needs its options."
        yield document.problem((*place, "type"), "missing-field", message, "Add options: with at least one.")
    if field.options and not has_choices:
        message = f"Only a choice or a scale has options, and this is “{field.type}”."
        yield document.problem((*place, "options"), "unknown-field", message, "Write type: choice, or delete them.")
    seen: set[str] = set()
    for number, option in enumerate(field.options):
        if option in seen:
            message = f"The choice “{option}” is written twice."
            yield document.problem((*place, "options", number), "duplicate-id", message, "Delete one of the two.")
        seen.add(option)


def _check_measures(record: Community | CaseStudy, document: LocatedDocument) -> Iterator[Problem]:
    yield from _check_unique(document, ((("measures", n), measure.id) for n, measure in enumerate(record.measures)))
    for number, measure in enumerate(record.measures):
        place = ("measures", number)
        for index, date in _find_repeated(point.date for point in measure.points):
            message = f"“{measure.name}” has two values for {date_words(date)}."
            location = (*place, "points", index, "date")
            yield document.problem(location, "same-date", message, "Correct one of the dates, or delete one point.")
        for index, date in _find_repeated(new.from_ for new in measure.new_baselines):
            message = f"“{measure.name}” has two new baselines from {date_words(date)}."
            location = (*place, "new_baselines", index, "from")
            yield document.problem(location, "same-date", message, "Correct one of the dates, or delete one of them.")


def _find_repeated(dates: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, date in enumerate(dates):
        if date in seen:
            yield index, date
        seen.add(date)


def _check_tests(community: Community, document: LocatedDocument) -> Iterator[Problem]:
    """A test of change names measures of its community."""
    tests = community.tests_of_change
    yield from _check_unique(document, ((("tests_of_change", n), test.id) for n, test in enumerate(tests)))
    measures = [measure.id for measure in community.measures]
    for number, test in enumerate(tests):
        for position, name in enumerate(test.measures):
            if name not in measures:
                yield _unknown(document, ("tests_of_change", number, "measures", position), "measure", name, measures)


def _check_ideas(community: Community, document: LocatedDocument) -> Iterator[Problem]:
    """A change idea names tests of change of its community."""
    tests = [test.id for test in community.tests_of_change]
    for p, primary in enumerate(community.drivers):
        for s, secondary in enumerate(primary.secondary):
            for i, idea in enumerate(secondary.ideas):
                for position, name in enumerate(idea.tests):
                    if name not in tests:
                        location = ("drivers", p, "secondary", s, "ideas", i, "tests", position)
                        yield _unknown(document, location, "test", name, tests)


def _check_sessions(community: Community, document: LocatedDocument) -> Iterator[Problem]:
    """A session ends after it starts, in a year of calendars, and its times of day come with the clock they follow."""
    yield from _check_unique(
        document, ((("sessions", n), session.id) for n, session in enumerate(community.sessions) if session.id)
    )
    for number, session in enumerate(community.sessions):
        location: Location = ("sessions", number)
        times = (session.starts, session.ends, session.timezone)
        if any(times) and not all(times):
            message = "The times of a session need all of starts, ends and timezone."
            yield document.problem(location, "missing-field", message, "Add what is missing, or leave all three out.")
        elif not session.is_in_calendar_years:
            message = f"No calendar has this day: {session.date} to {session.end or session.date}."
            help_text = f"Write a year from {CALENDAR_YEARS[0]} to {CALENDAR_YEARS[-1]}."
            yield document.problem(location, "bad-date", message, help_text)
        elif _ends_too_early(session):
            message = "This session ends before it starts."
            yield document.problem(location, "bad-date", message, "Check its dates, and its times where it has any.")


def _ends_too_early(session: Session) -> bool:
    if session.first_day == session.last_day and session.starts and session.ends:
        return session.ends <= session.starts
    return session.last_day < session.first_day


def _check_unique(document: LocatedDocument, parts: Iterable[tuple[Location, str]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for location, name in parts:
        if name in seen:
            message = f"The id “{name}” is used twice here."
            yield document.problem((*location, "id"), "duplicate-id", message, "Give one of the two another id.")
        seen.add(name)


def _unknown(document: LocatedDocument, location: Location, word: str, name: str, known: list[str]) -> Problem:
    message = f"There is no {word} with the id “{name}” in this file."
    help_text = f"Its {word}s: {', '.join(known)}." if known else f"Describe the {word} first, or delete this."
    return document.problem(location, "unknown-id", message, help_text)
