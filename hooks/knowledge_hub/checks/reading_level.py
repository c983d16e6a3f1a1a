"""How many years of school a text asks for: a hint for authors, never a verdict.

The formula is the Flesch-Kincaid grade level: 0.39 * words per sentence + 11.8 * syllables per word - 15.59
(Kincaid, Fishburne, Rogers and Chissom, 1975, Naval Technical Training Command, Research Branch Report 8-75).
Syllables are counted by groups of vowels, which is right for about nine words in ten.
"""

import functools
import re
from collections.abc import Iterator, Sequence

from knowledge_hub.library.loading import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records.walking import walk_prose
from knowledge_hub.yaml_text.located import LocatedDocument, Location

HIGHEST_GRADE = 12
# A short text says nothing about how its author writes.
_FEWEST_WORDS = 100
_LONGEST_SHOWN = 3
# The formula goes on where school ends.
_HIGHEST_TOLD = 18

_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
# A blank line, a list item and a heading end a sentence, as its mark does.
_SENTENCE_END = re.compile(
    r"[.!?;\n](?:(?<=[.!?])[\"”’)*_]*\s+|(?<=;)\n|(?<=\n)[ \t]*(?:\n|(?:[-*+]|\d{1,3}[.)]|#{1,6})\s))"
)
_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’]*")
_VOWELS = re.compile(r"[aeiouyáéíóúü]+")

_SILENT = ("e", "es", "ed")
_SPOKEN = ("le", "ted", "ded", "ses", "zes", "ces", "ges")


def check_reading_level(library: Library) -> Iterator[Problem]:
    """A record's long texts can be read with twelve years of school or fewer."""
    for record in library.records:
        texts = list(walk_prose(record))
        grade = measure_grade("\n\n".join(text for _, text in texts))
        if grade is not None and grade > HIGHEST_GRADE:
            yield _explain(library.document(record), texts, grade)


def measure_grade(markdown: str) -> float | None:
    """Return the Flesch-Kincaid grade of a Markdown text, None for a text too short to tell."""
    words = _WORD.findall(_without_links(markdown))
    if len(words) < _FEWEST_WORDS:
        return None
    syllables = sum(map(_count_syllables, words))
    return 0.39 * len(words) / len(_split_sentences(markdown)) + 11.8 * syllables / len(words) - 15.59


def _explain(document: LocatedDocument, texts: Sequence[tuple[Location, str]], grade: float) -> Problem:
    sentences = [
        (len(_WORD.findall(sentence)), " ".join(sentence.split(maxsplit=4)[:4]), location)
        for location, text in texts
        for sentence in _split_sentences(text)
    ]
    longest = sorted(sentences, key=lambda sentence: -sentence[0])[:_LONGEST_SHOWN]
    years = f"about {round(grade)}" if grade < _HIGHEST_TOLD else f"more than {_HIGHEST_TOLD}"
    message = f"The long texts of this record ask for {years} years of school; {HIGHEST_GRADE} are enough."
    listed = "; ".join(f"“{start} …” ({count} words)" for count, start, _ in longest)
    help_text = f"Split the longest sentences, and use shorter words: {listed}."
    _, start, location = longest[0]
    return document.problem_at_words(location, start, "reading-level", message, help_text)


def _without_links(markdown: str) -> str:
    return _LINK.sub(r"\1", markdown) if "](" in markdown else markdown


def _split_sentences(markdown: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(_without_links(markdown)) if _WORD.search(sentence)]


@functools.lru_cache(maxsize=20_000)
def _count_syllables(word: str) -> int:
    lowered = word.lower()
    groups = len(_VOWELS.findall(lowered))
    if groups > 1 and lowered.endswith(_SILENT) and not lowered.endswith(_SPOKEN):
        groups -= 1
    return max(groups, 1)
