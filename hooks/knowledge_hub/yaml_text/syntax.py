"""What a YAML parser stumbled over, in words that a contributor can act on.

The parser says where it gave up; what was meant is read from the text around that spot. Its messages
are those of libyaml 0.2.5 (PyYAML's C parser); the pure-Python parser's differ in a word or two.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge_hub.quoting import quote, quoted_example, shorten
from knowledge_hub.yaml_text.faults import Fault, curly_quotes, has_meaning, never_closed, no_space, tag

_FIELD_START = re.compile(r"[ \t]*(?:- +)*(?:[^\s:\"'][^:\"']*?[ \t]*:[ \t]+)?")
_FIELD_NAME = re.compile(r" *(?:- +)*[\w-]+ *$")
_UNSPACED_FIELD = re.compile(r" *(?:- +)*[A-Za-z_]\w*:(?=\S)")
_SIGNS = frozenset("*&@%`|>,]}?-!{[")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the parser gave up, and what it says it was doing."""

    text: str
    at: int
    opened_at: int
    problem: str
    context: str

    @property
    def line_start(self) -> int:
        return self.text.rfind("\n", 0, self.at) + 1

    @property
    def before(self) -> str:
        """The line up to the spot."""
        return self.text[self.line_start : self.at]

    def value(self, at: int) -> tuple[int, str]:
        """Return start and text of the value on the line of `at`."""
        start = self.text.rfind("\n", 0, at) + 1
        line = self.line(at)
        found = _FIELD_START.match(line)
        skipped = found.end() if found else 0
        return start + skipped, line[skipped:].rstrip()

    def line(self, at: int) -> str:
        """Return the line of `at`, without its end."""
        end = self.text.find("\n", at)
        return self.text[self.text.rfind("\n", 0, at) + 1 : len(self.text) if end < 0 else end]


def explain_syntax(text: str, error: Exception) -> Fault:
    """Return one fault for the error that ended the parsing of `text`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Fault(0, 1, "yaml-syntax", "This file can’t be read as YAML.", "Compare it with a similar record.")
    opened = getattr(error, "context_mark", None) or mark
    spot = _Spot(
        text,
        min(mark.index, len(text)),
        min(opened.index, len(text)),
        getattr(error, "problem", None) or "",
        getattr(error, "context", None) or "",
    )
    for explain in _EXPLANATIONS:
        if fault := explain(spot):
            return fault
    message = "The text here can’t be read as YAML."
    return Fault(spot.at, spot.at + 1, "yaml-syntax", message, "Check the colons, quotes and spaces just above it.")


def _tab(spot: _Spot) -> Fault | None:
    """A line is indented with spaces only."""
    line = spot.line(spot.at)
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    start = spot.line_start + indent.index("\t")
    message = "This line is indented with a TAB."
    return Fault(start, start + 1, "tab", message, "Use spaces instead, two for each level.")


def _escape(spot: _Spot) -> Fault | None:
    """A backslash between double quotation marks starts a code."""
    if "escape" not in spot.problem and "hex" not in spot.problem:
        return None
    start = spot.at if spot.text[spot.at : spot.at + 1] == "\\" else max(spot.text.rfind("\\", 0, spot.at + 1), 0)
    message = "A backslash ( \\ ) between double quotation marks starts a code, and this one isn’t known."
    return Fault(start, start + 2, "bad-escape", message, "Write two backslashes, or use single quotation marks.")


def _unclosed_quote(spot: _Spot) -> Fault | None:
    """A quotation mark that opens a value is closed again."""
    if "quoted scalar" not in spot.context:
        return None
    return never_closed(spot.opened_at)


def _curly_quotes(spot: _Spot) -> Fault | None:
    """Only straight quotation marks hold a value together."""
    start, value = spot.value(spot.at)
    if not value.startswith(("“", "”", "„", "‘", "’")):
        return None
    return curly_quotes(start, value)


def _special_start(spot: _Spot) -> Fault | None:
    """A value that starts with a sign of YAML's own is quoted."""
    start = spot.opened_at if spot.context.startswith("while scanning") else spot.at
    sign = spot.text[start : start + 1]
    if "tag" in spot.problem or "tag" in spot.context:
        return tag(spot.opened_at, spot.value(spot.opened_at)[1])
    value_start, value = spot.value(start)
    if sign not in _SIGNS or start != value_start:
        return None
    return has_meaning(start, sign, value)


def _after_bracket(spot: _Spot) -> Fault | None:
    """A value that starts with a bracket ends with it."""
    ended = spot.text[: spot.at].rstrip()
    start, value = spot.value(spot.at)
    if not ended.endswith(("]", "}")) or not value.startswith(("[", "{")):
        return None
    message = f"The value starts with {value[0]}, so it should end with the closing bracket, but text follows."
    return Fault(start, start + len(value), "special-start", message, quoted_example(value))


def _unclosed_bracket(spot: _Spot) -> Fault | None:
    """A bracket is closed again."""
    if "flow" not in spot.context:
        return None
    sign = spot.text[spot.opened_at : spot.opened_at + 1]
    message = f"The bracket {sign} is opened here and never closed."
    closing = "]" if sign == "[" else "}"
    help_text = f"Add {closing} after the last item, or put the value in quotation marks if it is one text."
    return Fault(spot.opened_at, spot.opened_at + 1, "bracket", message, help_text)


def _after_quote(spot: _Spot) -> Fault | None:
    """Quotation marks hold the whole value; one that ends on a later line was most likely forgotten."""
    ended = spot.text[: spot.at].rstrip(" ")
    mark = ended[-1:]
    if mark not in ('"', "'") or not spot.context.startswith("while parsing a block"):
        return None
    opening = re.compile(rf"(?:^|[:\-][ \n] *){mark}", re.MULTILINE)
    starts = [found.end() - 1 for found in opening.finditer(ended, max(0, len(ended) - 2000), len(ended) - 1)]
    for start in reversed(starts):
        if "\n" in ended[start:]:
            return never_closed(start)
        value = spot.value(spot.at)[1]
        message = "Text follows the closing quotation mark."
        help_text = f"Write the whole value in one pair: {quote(shorten(value))}"
        if mark == "'":
            help_text = "An apostrophe ends single quotation marks. Use double ones around the whole value."
        return Fault(spot.at, spot.at + len(spot.line(spot.at)), "text-after-quote", message, help_text)
    return None


def _colon(spot: _Spot) -> Fault | None:
    """A plain value holds no colon with a space after it, and each field starts where its neighbors do."""
    if not spot.problem.startswith("mapping values are not allowed"):
        return None
    if not _FIELD_NAME.fullmatch(spot.before):
        start, value = spot.value(spot.at)
        message = "There is a second colon with a space after it in this line."
        if start > spot.at:
            return Fault(spot.at, spot.at + 1, "second-colon", message, "Put the value in quotation marks.")
        return Fault(spot.at, spot.at + 1, "second-colon", message, quoted_example(value))
    above = spot.text[: spot.line_start].rstrip()
    if above and (fault := _unfinished_field(spot, len(above) - 1)):
        return fault
    return _misplaced(spot, spot.line_start)


def _simple_key(spot: _Spot) -> Fault | None:
    """A field has a colon and a space after its name."""
    if not spot.problem.startswith("could not find expected ':'"):
        return None
    return _unfinished_field(spot, spot.opened_at)


def _unfinished_field(spot: _Spot, at: int) -> Fault | None:
    """Return what is wrong with a line that should be a field but has no colon, or no space after it."""
    start = spot.text.rfind("\n", 0, at) + 1
    line = spot.line(at)
    first = start + len(line) - len(line.lstrip())
    if found := _UNSPACED_FIELD.match(line):
        return no_space(start + found.end() - 1, "colon", f"{line.strip()[: found.end()].partition(':')[0]}: …")
    if re.match(r" *-[^\s-]", line):
        return no_space(first, "hyphen", f"- {line.strip()[1:]}")
    if ":" in line or line.lstrip().startswith(("- ", "#")):
        return None
    words = line.split(maxsplit=1)
    message = "This line has no colon, so it can’t be told which field it is."
    help_text = f"Write it as name: value, for example {words[0]}: {shorten(words[1]) if len(words) > 1 else '…'}"
    return Fault(first, start + len(line), "no-colon", message, help_text)


def _indentation(spot: _Spot) -> Fault | None:
    """Each line starts where the lines it belongs to start."""
    if spot.before.strip() not in ("", "-") or not spot.context.startswith("while parsing a block"):
        return None
    return _misplaced(spot, spot.line_start)


def _misplaced(spot: _Spot, line_start: int) -> Fault:
    line = spot.line(line_start)
    indent = len(line) - len(line.lstrip(" "))
    message = f"This line has {_count_spaces(indent)} before it, which fits no line above it."
    places = [f"{_count_spaces(spaces)}, like “{name}”" for spaces, name in _levels_above(spot, line_start, indent)]
    help_text = f"Give it {'; or '.join(places)}." if places else "Compare it with a similar record."
    if ":" not in line and not line.lstrip().startswith("-"):
        help_text = "If it belongs to the text above it, give it as many spaces as that text has."
    return Fault(line_start + indent, line_start + len(line), "indentation", message, help_text)


def _count_spaces(number: int) -> str:
    return "no spaces" if number == 0 else "1 space" if number == 1 else f"{number} spaces"


def _levels_above(spot: _Spot, line_start: int, indent: int) -> list[tuple[int, str]]:
    """Return the nearest fields above that start further left than the one before, nearest first."""
    levels: list[tuple[int, str]] = []
    for line in reversed(spot.text[max(0, line_start - 4000) : line_start].split("\n")):
        found = re.match(r"( *(?:- +)*)([\w-]+) *:", line)
        if found is None:
            continue
        spaces = len(found[1])
        if spaces != indent and (not levels or spaces < levels[-1][0]):
            levels.append((spaces, found[2]))
        if spaces == 0:
            break
    return levels[:3]


def _ended(spot: _Spot) -> Fault | None:
    """Nothing follows the end of the record."""
    if "<document start>" not in spot.problem:
        return None
    message = "The record ended above, at a line with only three dots ( ... )."
    return Fault(spot.at, spot.at + len(spot.line(spot.at)), "yaml-syntax", message, "Delete the line with the dots.")


def _directive(spot: _Spot) -> Fault | None:
    """A line that starts with a per cent sign is an instruction in YAML."""
    if "directive" not in spot.context:
        return None
    return has_meaning(spot.opened_at, "%", spot.line(spot.opened_at))


# The first that recognizes the spot explains it: those that look at one sign come before those that
# look at the whole line.
_EXPLANATIONS: tuple[Callable[[_Spot], Fault | None], ...] = (
    _tab,
    _escape,
    _unclosed_quote,
    _curly_quotes,
    _directive,
    _ended,
    _simple_key,
    _special_start,
    _after_bracket,
    _unclosed_bracket,
    _after_quote,
    _colon,
    _indentation,
)
