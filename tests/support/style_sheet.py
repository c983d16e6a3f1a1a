"""A style sheet as what stands in it, read without a browser: each declaration with the rules around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_SIGNS = re.compile(r""""[^"]*"|'[^']*'|[^"'(){};]+|[(){};]""")
_ENDS = {"{", "}", ";"}
_VARIABLE = re.compile(r"var\((--[\w-]+)\)")


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property with its value; `around` has the heads of its rules, the outermost first."""

    around: tuple[str, ...]
    name: str
    value: str


def read_declarations(css: str) -> Iterator[Declaration]:
    """Yield every declaration of a style sheet that has no comments."""
    around: list[str] = []
    text, depth = "", 0
    for sign in _SIGNS.findall(css):
        depth += (sign == "(") - (sign == ")")
        if depth or sign not in _ENDS:
            text += sign
            continue
        if sign == "{":
            around.append(text.strip())
        elif text.strip():
            name, _, value = text.partition(":")
            yield Declaration(tuple(around), name.strip(), value.strip())
        if sign == "}":
            around.pop()
        text = ""


def fill_in_variables(declarations: Sequence[Declaration]) -> list[Declaration]:
    """Return the declarations with values in place of the names that have one: browsers take any name unseen."""
    values: dict[str, str] = {}
    for declaration in declarations:
        values.setdefault(declaration.name, declaration.value)
    return [replace(declaration, value=_fill_in(declaration.value, values)) for declaration in declarations]


def _fill_in(value: str, values: dict[str, str]) -> str:
    while (filled := _VARIABLE.sub(lambda found: values.get(found[1], found[0]), value)) != value:
        value = filled
    return value
