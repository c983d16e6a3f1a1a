"""Faults in the writing of YAML that several places find: each in words, with its mend."""

import re
from typing import NamedTuple

from knowledge_hub.quoting import quote, quoted_example, shorten

_UNSPACED = re.compile(r"([A-Za-z_]\w*):(?=\S)")
_FIELD = re.compile(r"\s*([A-Za-z_]\w*)\s*:\s+(.+)", re.DOTALL)
_QUOTES = re.compile(r"""^["']|["'](?=,)|["']$""")
_SPLIT_NUMBER = re.compile(r"-?\d{1,3}(?:, ?\d{3})+")


class Fault(NamedTuple):
    """A problem at text[start:end], not yet tied to a file."""

    start: int
    end: int
    code: str
    message: str
    help_text: str = ""


def curly_quotes(start: int, value: str) -> Fault:
    """Return the fault of a value in curly quotation marks."""
    message = "Curly quotation marks, as Word makes them, can’t hold a value together."
    help_text = f"Use straight ones: {quote(shorten(value.strip(' “”„‘’')))}"
    return Fault(start, start + len(value), "curly-quotes", message, help_text)


def tag(start: int, value: str) -> Fault:
    """Return the fault of a value that starts with an exclamation mark."""
    message = "A word that starts with ! would be read as an instruction to the computer."
    return Fault(start, start + len(value), "tag", message, quoted_example(value))


def no_space(start: int, sign: str, example: str) -> Fault:
    """Return the fault of a colon or hyphen that touches the text after it."""
    message = f"There must be a space after the {sign}."
    return Fault(start, start + 1, "no-space", message, f"Write: {shorten(example)}")


def split_by_comma(text: str, kept: int, start: int, end: int) -> Fault:
    """Return the fault of text[start:end] between braces, which has no colon and would be lost.

    A comma parts it from the field at `kept`, to which it most likely belongs.
    """
    lost = " ".join(text[start:end].split())
    if found := _UNSPACED.match(lost):
        return no_space(start + found.end() - 1, "colon", f"{found[1]}: {lost[found.end() :]}")
    message = f"Between braces a comma starts a new field, and “{shorten(lost)}” has no colon and value."
    help_text = "Write it as name: value."
    if field := _FIELD.fullmatch(text[kept:end]):
        name, value = field[1], _QUOTES.sub("", " ".join(field[2].split()))
        help_text = f"If it belongs to “{name}”, put quotation marks round all of it: {name}: {quote(shorten(value))}"
        if _SPLIT_NUMBER.fullmatch(value):
            help_text = f"Write the number without commas: {name}: {re.sub('[, ]', '', value)}"
    return Fault(start, end, "no-colon", message, help_text)


def never_closed(start: int) -> Fault:
    """Return the fault of a quotation mark at `start`."""
    message = "A quotation mark is opened here and never closed."
    return Fault(start, start + 1, "unclosed-quote", message, "Add the closing quotation mark at the end of the value.")


def has_meaning(start: int, sign: str, value: str) -> Fault:
    """Return the fault of a value that starts with a sign of YAML's own."""
    if sign == "-":
        message = "A list item can’t stand on the line of the field’s name."
        return Fault(start, start + 1, "special-start", message, "Start it on the next line, with two spaces in front.")
    message = f"At the start of a value the sign {sign} has a meaning of its own."
    return Fault(start, start + len(value), "special-start", message, quoted_example(value))


def written_twice(text: str, key: str, span: tuple[int, int], first_line: int) -> Fault:
    """Return the fault of a field that is written twice, the first time on `first_line`.

    Where the first one follows a field without a value, it was most likely meant to belong to that one.
    """
    lines = text.split("\n")
    line = lines[first_line - 1]
    indent = line[: len(line) - len(line.lstrip())]
    above = re.fullmatch(rf"{indent}([\w-]+): *", lines[first_line - 2]) if first_line > 1 else None
    if above is None:
        message = f"“{shorten(key)}” is written twice (first on line {first_line})."
        return Fault(*span, "duplicate-key", message, "Only one of them would be kept: join them or delete one.")
    start = sum(len(before) + 1 for before in lines[: first_line - 1]) + len(indent)
    message = f"“{above[1]}” has no value, so this line most likely belongs to it and starts too far left."
    help_text = f"Put two more spaces before it, and before the other lines that belong to “{above[1]}”."
    return Fault(start, start + len(line), "indentation", message, help_text)
