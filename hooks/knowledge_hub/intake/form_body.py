"""The text of a submitted GitHub form, back to answers by label.

GitHub writes "### Label", an empty line, the answer, an empty line, and the next label. An answer may
hold anything, so a label that occurs twice can't be told from an answer that quotes it: that is a
problem, never a guess. Each label once, in order, can be taken apart in one way only.
"""

import re
from collections.abc import Sequence

# What GitHub writes where a text was left empty. Of a menu it writes “None”, which in a text is an answer.
_NOTHING = frozenset({"_No response_", ""})
NOTHING_CHOSEN = "None"
_TICK = re.compile(r"- \[([ xX])\] (.*)")
_EMPTY_LINES = re.compile(r"\A(?:[ \t]*\n)+")


class UnclearForm(Exception):
    """The text can't be taken apart; the message says why in plain words."""


def normalize(text: str) -> str:
    """Return the text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def split_answers(body: str, labels: Sequence[str]) -> dict[str, str]:
    """Return the answer to each label, without the ones that were left empty.

    UnclearForm where a label is missing, occurs twice or stands in another order.
    """
    lines = normalize(body).split("\n")
    places = [_find_label(lines, label) for label in labels]
    if places != sorted(places):
        raise UnclearForm("The headings of the form are in another order. Fill in a new form.")
    ends = [*places[1:], len(lines)]
    answers = {
        label: _trim("\n".join(lines[place + 1 : end])) for label, place, end in zip(labels, places, ends, strict=True)
    }
    return {label: answer for label, answer in answers.items() if answer not in _NOTHING}


def has_label(body: str, label: str) -> bool:
    """Tell whether a line of the text is the heading of `label`."""
    return _heading(label) in (line.rstrip() for line in normalize(body).split("\n"))


def read_ticks(answer: str) -> tuple[str, ...]:
    """Return the labels of the boxes that are ticked."""
    found = (_TICK.fullmatch(line.strip()) for line in answer.split("\n"))
    return tuple(match[2] for match in found if match and match[1] != " ")


def _find_label(lines: list[str], label: str) -> int:
    places = [number for number, line in enumerate(lines) if line.rstrip() == _heading(label)]
    if not places:
        raise UnclearForm(f"The heading “{label}” is missing. Fill in a new form, or put the heading back.")
    if len(places) > 1:
        raise UnclearForm(
            f"The heading “{label}” appears twice, so it isn't clear where that answer ends. "
            "If it is part of your text, change the line a little, for example leave out the ### before it."
        )
    return places[0]


def _heading(label: str) -> str:
    return f"### {label}"


def _trim(answer: str) -> str:
    """Take off the empty lines around an answer, and nothing else that was written."""
    return _EMPTY_LINES.sub("", answer).rstrip()
