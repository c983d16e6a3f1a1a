"""A file's bytes to text, and a span of that text to a located problem; unreadable bytes are refused."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge_hub.pasted_text import SPACES, name_invisible, words_before
from knowledge_hub.problems.problem import Problem

MAX_BYTES = 256 * 1024

# Control characters (YAML allows tab, line feed and carriage return), line ends that editors don't count
# as such, characters without width, the marks that reorder text, and halves of characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# Where YAML needs a plain space: before a line, after a list item's hyphen, after a field's colon.
_NEEDS_SPACES = re.compile(rf"^[ {SPACES}]*(?:-[ {SPACES}]+)*(?:[\w-]+:[ {SPACES}]+)?", re.MULTILINE)
_OTHER_SPACE = re.compile(f"[{SPACES}]")
# What nearly every file consists of, and nothing else.
_ORDINARY = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
_ANY_SPACES = re.compile(r"\s+")
_UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file, or of the part that starts on `first_line`; lines end in a line feed."""

    path: str
    text: str
    first_line: int = 1

    def problem(self, start: int, end: int, code: str, message: str, help_text: str = "", field: str = "") -> Problem:
        """Return a problem at text[start:end]; the marker stays on the line where it starts."""
        start = min(start, len(self.text))
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self._line_end(start)
        marked = self.text[start : min(end, line_end)].rstrip()
        line = self.text.count("\n", 0, start) + self.first_line
        return Problem(
            self.path,
            line,
            start - line_start + 1,
            code,
            message,
            help_text,
            length=max(1, len(marked)),
            source=(*self._line_before(line_start), self.text[line_start:line_end]),
            field=field,
        )

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end

    def _line_before(self, line_start: int) -> tuple[str, ...]:
        if line_start == 0:
            return ()
        return (self.text[self.text.rfind("\n", 0, line_start - 1) + 1 : line_start - 1],)


def decode_source(path: str, data: bytes, first_line: int = 1) -> SourceText | Problem:
    """Return the text of a file, or why it can't be read as text."""
    if len(data) > MAX_BYTES:
        message = f"This file has more than {MAX_BYTES // 1024} KB, the most that a record may have."
        return Problem(path, first_line, 1, "too-large", message, "Shorten it, or split it in two.")
    if not data.translate(None, _ORDINARY):
        return SourceText(path, _end_lines(data.decode("ascii")), first_line)
    try:
        text = _end_lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _explain_encoding(path, data, first_line, error.start)
    if _OTHER_SPACE.search(text):
        text = _NEEDS_SPACES.sub(lambda found: _OTHER_SPACE.sub(" ", found[0]), text)
    source = SourceText(path, text, first_line)
    if found := FORBIDDEN.search(text):
        if text[:200].count("\0") > 5:
            return _utf16(path, first_line)
        return forbidden_character(source, found.start(), found[0])
    return source


def _end_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def has_forbidden(text: str) -> bool:
    """Tell whether a text has a character that no file may have."""
    # Bytes are many times as fast as the pattern.
    if text.isascii() and not text.encode("ascii").translate(None, _ORDINARY):
        return False
    return FORBIDDEN.search(text) is not None


def find_spaced(text: str, words: Sequence[str], start: int, end: int) -> tuple[int, int] | None:
    """Return where words stand in text[start:end] over any spaces and line ends, None where they don't."""
    if not words:
        return start, start
    at = text.find(words[0], start, end)
    while at >= 0:
        stop = _match_spaced(text, words, at)
        if stop is not None and stop <= end:
            return at, stop
        at = text.find(words[0], at + 1, end)
    return None


def _match_spaced(text: str, words: Sequence[str], at: int) -> int | None:
    """Return where words end of which the first begins at a place, None where others follow it."""
    at += len(words[0])
    for word in words[1:]:
        spaces = _ANY_SPACES.match(text, at)
        if spaces is None or not text.startswith(word, spaces.end()):
            return None
        at = spaces.end() + len(word)
    return at


def forbidden_character(source: SourceText, start: int, character: str) -> Problem:
    """Return the problem of an invisible character at `start`."""
    before = words_before(source.text, start)
    place = f"after “{before}”" if before else "at the start"
    message = f"There is an invisible character {place}: {name_invisible(character)} (U+{ord(character):04X})."
    help_text = "Delete it: retype the words on both sides of this spot."
    return source.problem(start, start + 1, "control-character", message, help_text)


def _explain_encoding(path: str, data: bytes, first_line: int, start: int) -> Problem:
    if data.startswith(_UTF16_STARTS):
        return _utf16(path, first_line)
    before = data[:start].decode("utf-8-sig")
    # The older program's letters, as far as Windows-1252 has them, so that the line can be recognized.
    text = before + data[start:].decode("cp1252", "replace")
    source = SourceText(path, _end_lines(text), first_line)
    at = len(_end_lines(before))
    message = f"This letter isn’t saved as UTF-8; it looks like “{text[len(before)]}” from Word or an older program."
    help_text = "Save the file again as UTF-8 (in most editors: Save As, then choose the encoding UTF-8)."
    return source.problem(at, at + 1, "encoding", message, help_text)


def _utf16(path: str, first_line: int) -> Problem:
    message = "This file is saved as UTF-16, which some programs call “Unicode”."
    help_text = "Save the file again as UTF-8 (in most editors: Save As, then choose the encoding UTF-8)."
    return Problem(path, first_line, 1, "encoding", message, help_text)
