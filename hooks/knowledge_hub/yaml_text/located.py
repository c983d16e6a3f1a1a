"""YAML text to plain values that can tell their line and column; hostile or unclear YAML is refused.

Only mappings, lists and text come out: every scalar stays the text that was written, so that `NO`,
`02138`, `1:30` and `1.10` mean what their author meant. Reading walks the event stream of the C
parser once, the short way of simple.py where there is nothing but words to find. Places are worked
out by a second walk, and only for a document that has a problem. A field without a value counts as not written.
"""

import bisect
import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from knowledge_hub.problems.problem import Problem
from knowledge_hub.yaml_text.simple import SYNTAX_ERRORS, read_simple
from knowledge_hub.yaml_text.source_text import SourceText, decode_source, find_spaced
from knowledge_hub.yaml_text.syntax import explain_syntax
from knowledge_hub.yaml_text.walk import KEY, MOST_PROBLEMS, Plain, Refused, Spans, Walk, find_span

# Git writes these where two people changed the same lines.
_CONFLICT_MARK = "<<<<<<< "
_CONFLICT = re.compile(rf"^{_CONFLICT_MARK}.*$", re.MULTILINE)
Location = Sequence[str | int]


class _Places:
    """Where everything in a text is written, and the look-ups made from that once they are asked for."""

    def __init__(self, text: str) -> None:
        self.spans: Spans = {}
        Walk(text, self.spans).read()

    @cached_property
    def starts(self) -> list[int]:
        """Where each value and each field's name starts, in the order of the text."""
        return [start for start, _ in self.spans.values()]

    @cached_property
    def names(self) -> dict[tuple[str | int, ...], list[str]]:
        """The field names by the place of the part that they belong to, those without a value too."""
        names: dict[tuple[str | int, ...], list[str]] = defaultdict(list)
        for *place, name, mark in (location for location in self.spans if len(location) > 1):
            if mark == KEY:
                names[tuple(place)].append(str(name))
        return names


class _Content(NamedTuple):
    """What a document says: its plain value, and where a field's name stands without a value."""

    value: Plain
    without_value: tuple[tuple[str | int, ...], ...] = ()


class LocatedDocument:
    """One file's plain value, the text it came from, and where a field's name stands without a value.

    `path` is the one that people see. One that is made of its bytes reads no more of them than it is asked for: its
    text can be had without its values.
    """

    __slots__ = ("_content", "_places", "_was_asked", "_written", "path")

    def __init__(self, path: str, written: bytes | SourceText, content: _Content | None = None) -> None:
        self.path = path
        self._written = written
        self._content = content
        self._places: _Places | None = None
        self._was_asked = False

    def read(self) -> list[Problem]:
        """Read what hasn't been read yet, and return what keeps it from being a document."""
        if self._content is not None:
            return []
        source = self._decode()
        if isinstance(source, Problem):
            return [source]
        self._content, problems = _read_content(source)
        return problems

    def with_value(self, value: Plain) -> "LocatedDocument":
        """Return the document with another value for the same text."""
        return LocatedDocument(self.path, self.source, _Content(value))

    @property
    def source(self) -> SourceText:
        """The text that is written, with its path."""
        source = self._decode()
        if isinstance(source, SourceText):
            return source
        raise ValueError(f"{self.path} can't be read.")

    @property
    def value(self) -> Plain:
        """What is written, as mappings, lists and text."""
        return self._find_content().value

    @property
    def without_value(self) -> tuple[tuple[str | int, ...], ...]:
        """Where a field's name stands without a value."""
        return self._find_content().without_value

    @property
    def text(self) -> str:
        """The text that is written, with line feeds only."""
        return self.source.text

    def _decode(self) -> SourceText | Problem:
        if isinstance(self._written, SourceText):
            return self._written
        source = decode_source(self.path, self._written)
        if isinstance(source, SourceText):
            self._written = source
        return source

    def _find_content(self) -> _Content:
        self.read()
        if self._content is None:
            raise ValueError(f"{self.path} can't be read.")
        return self._content

    def keys(self, location: Location) -> list[str]:
        """Return the field names written at `location`, in their order, with those that have no value."""
        return self._find_places().names.get(tuple(location), [])

    def names_at(self, start: int) -> tuple[str, ...]:
        """Return the field names that lead to the value at `start` of the text, outermost first."""
        return tuple(step for step in self._location_at(start) if isinstance(step, str))

    def field_at(self, start: int) -> str:
        """Return the field that holds `start` of the text as problems name it, such as "steps.0.text"."""
        return ".".join(map(str, self._location_at(start)))

    def _location_at(self, start: int) -> tuple[str | int, ...]:
        places = self._find_places()
        number = bisect.bisect_right(places.starts, start) - 1
        location = next(itertools.islice(places.spans, max(number, 0), None), ())
        return tuple(step for step in location if step != KEY)

    def is_comment(self, start: int) -> bool:
        """Tell whether `start` of the text is on a line that YAML takes for a comment."""
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start + 1]
        if not line.lstrip().startswith("#"):
            return False
        location = self._location_at(start)
        return not self.span(location)[0] <= start < self.span(location)[1]

    def is_text(self, start: int) -> bool:
        """Tell whether the name at `start` of the text was read as text, not as a field."""
        spans = self._find_places().spans.items()
        return all(span[0] != start for place, span in spans if place[-1:] == (KEY,))

    def span(self, location: Location, *, of_key: bool = False) -> tuple[int, int]:
        """Return start and end of what is written at `location` (keys and list positions from the root).

        The nearest enclosing span is returned where the exact one isn't in the file; with `of_key` it is
        the span of the key instead of its value.
        """
        if self._places is None and not self._was_asked and not of_key:
            # Most documents are asked for one place and never again.
            self._was_asked = True
            if found := find_span(self.text, location):
                return found
        spans = self._find_places().spans
        wanted: tuple[str | int, ...] = tuple(location)
        if of_key and (*wanted, KEY) in spans:
            return spans[*wanted, KEY]
        while wanted and wanted not in spans:
            wanted = wanted[:-1]
            if (*wanted, KEY) in spans:
                return spans[*wanted, KEY]
        return spans.get(wanted, (0, 1))

    def problem(
        self, location: Location, code: str, message: str, help_text: str = "", *, of_key: bool = False
    ) -> Problem:
        """Return a problem placed at `location` of this document."""
        start, end = self.span(location, of_key=of_key)
        return self.source.problem(start, end, code, message, help_text, ".".join(map(str, location)))

    def problem_at_words(self, location: Location, words: str, code: str, message: str, help_text: str = "") -> Problem:
        """Return a problem placed at `words` inside the text at `location`, at its start if they aren't found.

        In the file the words may stand on several lines.
        """
        start, end = self._find_words(location, words)
        return self.source.problem(start, end, code, message, help_text, ".".join(map(str, location)))

    def _find_words(self, location: Location, words: str) -> tuple[int, int]:
        if " " not in words and self.text.count(words) == 1:
            # There is no need to work out all places: a single word is never broken over two lines.
            start = self.text.index(words)
            return start, start + len(words)
        span = self.span(location)
        return find_spaced(self.text, words.split(), *span) or span

    def _find_places(self) -> _Places:
        if self._places is None:
            self._places = _Places(self.text)
        return self._places


def read_yaml(path: str, data: bytes, *, first_line: int = 1) -> tuple[LocatedDocument | None, list[Problem]]:
    """Return the document in `data`, or None with the problems that keep it from being read.

    `first_line` is the line of the file at which `data` starts (front matter starts at 2).
    """
    source = decode_source(path, data, first_line)
    if isinstance(source, Problem):
        return None, [source]
    content, problems = _read_content(source)
    return (LocatedDocument(path, source, content) if content else None), problems


def _read_content(source: SourceText) -> tuple[_Content | None, list[Problem]]:
    if _CONFLICT_MARK in source.text and (found := _CONFLICT.search(source.text)):
        message = "Two people changed these lines, and Git has left both versions in the file."
        mend = "Keep the lines that are right; delete the three that start with <<<<<<<, ======= and >>>>>>>."
        return None, [source.problem(*found.span(), "conflict-marker", message, mend)]
    if (simple := read_simple(source.text)) is not None:
        return _Content(simple), []
    walk = Walk(source.text)
    try:
        value = walk.read()
    except Refused as refused:
        walk.faults.append(refused.fault)
        value = None
    except SYNTAX_ERRORS as error:
        walk.give_up(explain_syntax(source.text, error))
        value = None
    if walk.faults:
        return None, limit_problems([source.problem(*fault) for fault in walk.faults])
    return _Content(value, tuple(walk.without_value)), []


def limit_problems(problems: list[Problem]) -> list[Problem]:
    """Return the first problems of one file, and one more that says that there are others."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    last = problems[MOST_PROBLEMS]
    message = f"There are more problems in this file than the {MOST_PROBLEMS} shown."
    more = Problem(last.path, last.line, last.column, "too-many", message, "Mend these first, then check again.")
    return [*problems[:MOST_PROBLEMS], more]
