r"""Patterns of the checks as JavaScript understands them, so that a browser finds what Python finds.

Python's \w, \d and \b know the letters of all languages; JavaScript's know English only. Part of a pattern that
ignores case by itself, (?i:…), is newer than many browsers.
"""

import re

_PIECE = re.compile(r"\\.|\(\?i:|\(\?P<|.", re.DOTALL)
_LETTER = r"\p{L}\p{N}_"
_EDGE = rf"(?:(?<=[{_LETTER}])(?![{_LETTER}])|(?<![{_LETTER}])(?=[{_LETTER}]))"
_INSIDE = {r"\w": _LETTER, r"\d": r"\p{Nd}"}
# A group with a name is written in another way.
_OUTSIDE = {"(?P<": "(?<", r"\w": f"[{_LETTER}]", r"\d": r"\p{Nd}", r"\b": _EDGE}
# Python escapes more than JavaScript lets anybody escape under its flag u.
_NEEDLESS = re.compile(r"\\[-#&~ '\"!%,/:;<=>@_`]")


def create_browser_pattern(pattern: re.Pattern[str]) -> dict[str, str]:
    """Return `source` and `flags` for JavaScript's RegExp; "g", because a search goes on after what it found."""
    flags = "g" + "i" * bool(pattern.flags & re.IGNORECASE) + "m" * bool(pattern.flags & re.MULTILINE) + "u"
    return {"source": "".join(_translate(pattern.pattern)), "flags": flags}


def _translate(source: str) -> list[str]:
    parts: list[str] = []
    groups = [False]  # for each open group, whether it ignores case by itself
    is_in_class = False
    for piece in _PIECE.findall(source):
        if piece == "(?i:":
            groups.append(True)
            parts.append("(?:")
            continue
        if not is_in_class and piece in ("(", "(?P<"):
            groups.append(groups[-1])
        elif not is_in_class and piece == ")":
            groups.pop()
        parts.append(_translate_piece(piece, is_in_class=is_in_class, ignores_case=groups[-1]))
        is_in_class = piece == "[" or (is_in_class and piece != "]")
    return parts


def _translate_piece(piece: str, *, is_in_class: bool, ignores_case: bool) -> str:
    if _NEEDLESS.fullmatch(piece):
        return piece if is_in_class and piece == r"\-" else piece[1]
    known = _INSIDE if is_in_class else _OUTSIDE
    if ignores_case and len(piece) == 1 and piece.isalpha() and not is_in_class:
        return f"[{piece.lower()}{piece.upper()}]"
    return known.get(piece, piece)
