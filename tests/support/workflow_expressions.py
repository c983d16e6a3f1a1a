"""Evaluates the expressions of GitHub's workflows, as far as this project's workflows use them; all else raises.

https://docs.github.com/actions/reference/workflows-and-actions/expressions
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<name>[A-Za-z_][\w-]*)|(?P<sign>==|!=|&&|\|\||[!().,]))"
)
# Braces in a text don't end an expression.
_EXPRESSION = re.compile(r"\$\{\{((?:'[^']*'|[^'])*?)\}\}")
_CONSTANTS = {"true": True, "false": False, "null": None}

Context = Mapping[str, Any]


class UnknownConstruct(Exception):
    """An expression says something that this evaluator doesn't know."""


def fill(text: str, context: Context) -> str:
    """Return a text with each `${{ … }}` in it replaced by its value."""
    return _EXPRESSION.sub(lambda found: render(evaluate(found[1], context)), text)


def is_true(condition: str, context: Context) -> bool:
    """Tell whether an `if:` holds; the braces around it may be left out."""
    whole = _EXPRESSION.fullmatch(condition.strip())
    return bool(evaluate(whole[1] if whole else condition, context))


def evaluate(expression: str, context: Context) -> Any:
    """Return the value of one expression; UnknownConstruct where it can't be had."""
    parser = _Parser(list(_split(expression)), context)
    value = parser.either()
    if parser.ahead:
        raise UnknownConstruct(f"{parser.ahead} in {expression}")
    return value


def render(value: Any) -> str:
    """Return a value as GitHub writes it into a text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float):
        return str(value)
    raise UnknownConstruct(f"{type(value).__name__} as a text")


def _split(expression: str) -> Iterator[str]:
    rest = expression.rstrip()
    while rest:
        found = _TOKEN.match(rest)
        if not found:
            raise UnknownConstruct(rest)
        yield found[0].strip()
        rest = rest[found.end() :]


class _Parser:
    """Reads from the loosest binding to the tightest; both sides are always read, which here has no effect."""

    def __init__(self, tokens: list[str], context: Context) -> None:
        self._tokens = tokens
        self._context = context

    @property
    def ahead(self) -> str:
        return self._tokens[0] if self._tokens else ""

    def either(self) -> Any:
        value = self._both()
        while self._took("||"):
            other = self._both()
            value = value or other
        return value

    def _both(self) -> Any:
        value = self._same()
        while self._took("&&"):
            other = self._same()
            value = value and other
        return value

    def _same(self) -> Any:
        value = self._not()
        for sign in ("==", "!="):
            if self._took(sign):
                return _equals(value, self._not()) == (sign == "==")
        return value

    def _not(self) -> Any:
        return not self._not() if self._took("!") else self._single()

    def _single(self) -> Any:
        piece = self._next()
        if piece == "(":
            value = self.either()
            self._expect(")")
            return value
        if piece.startswith("'"):
            return piece[1:-1].replace("''", "'")
        if piece[:1].isdigit():
            return float(piece) if "." in piece else int(piece)
        if piece in _CONSTANTS:
            return _CONSTANTS[piece]
        return self._call(piece) if self._took("(") else self._property(piece)

    def _call(self, name: str) -> str:
        arguments = [self.either()]
        while self._took(","):
            arguments.append(self.either())
        self._expect(")")
        if name != "format":
            raise UnknownConstruct(f"{name}()")
        # Python's braces mean the same here: {0}, and two for one.
        return str(arguments[0]).format(*map(render, arguments[1:]))

    def _property(self, name: str) -> Any:
        if name not in self._context:
            raise UnknownConstruct(name)
        value: Any = self._context[name]
        while self._took("."):
            key = self._next()
            # What an object doesn't have is nothing, and nothing has nothing.
            value = value.get(key) if isinstance(value, Mapping) else None
        return value

    def _next(self) -> str:
        if not self._tokens:
            raise UnknownConstruct("an expression that ends too early")
        return self._tokens.pop(0)

    def _took(self, sign: str) -> bool:
        if self.ahead != sign:
            return False
        self._tokens.pop(0)
        return True

    def _expect(self, sign: str) -> None:
        if not self._took(sign):
            raise UnknownConstruct(f"{self.ahead or 'the end'} in place of {sign}")


def _equals(one: Any, other: Any) -> bool:
    """Compare as GitHub does: texts without regard to case, nothing and a text as numbers (what is none equals none)."""
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    text = other if one is None else one
    if None in (one, other) and isinstance(text, str) and not text.strip().isdigit():
        return text == ""
    if type(one) is not type(other):
        raise UnknownConstruct(f"comparing {one!r} with {other!r}")
    return bool(one == other)
