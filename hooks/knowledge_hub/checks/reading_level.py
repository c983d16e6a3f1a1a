"""How many years of school a text asks for: a hint for authors, never a verdict.

The formula is the Flesch-Kincaid grade level: 0.39 * words per sentence + 11.8 * syllables per word - 15.59
(Kincaid, Fishburne, Rogers and Chissom, 1975, Naval Technical Training Command, Research Branch Report 8-75).
Syllables are counted by groups of vowels. That is right for 98 of 100 words of the starter library, by the CMU
Pronouncing Dictionary: tests/outside/syllables.yml has what it says. A library for it would bring nine packages and
a corpus that it fetches while it runs, and its grades would differ by a quarter of a year of school.
"""

import math
import re
from collections.abc import Iterator, Sequence

from knowledge_hub.checks.acceptances import Acceptances, has_words
from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import Record
from knowledge_hub.records.walking import Location, walk_prose
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.source_text import SourceText

_CODE = "reading-level"

HIGHEST_GRADE = 12
HIGHEST_GRADE_OF_SUMMARIES = 9
HIGHEST_GRADE_OF_GUIDES = 10
# A short text says nothing about how its author writes; a summary is one or two sentences.
_FEWEST_WORDS = 100
_FEWEST_WORDS_OF_SUMMARIES = 12
# More words, and more syllables, than any file has.
_MANY = 1 << 20
_LONGEST_SHOWN = 3
# The formula goes on where school ends.
_HIGHEST_TOLD = 18

_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
# A blank line, a list item and a heading end a sentence, as its mark does.
_SENTENCE_END = re.compile(
    r"[.!?;\n](?:(?<=[.!?])[\"”’)*_]*\s+|(?<=;)\n|(?<=\n)[ \t]*(?:\n|(?:[-*+]|\d{1,3}[.)]|#{1,6})\s))"
)
_SENTENCE_MARKS = (".", "!", "?")
_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’]*")
_VOWELS = re.compile(r"[aeiouyáéíóúü]+")

_SILENT = ("e", "es", "ed")
_SPOKEN = ("ted", "ded", "ses", "zes", "ces", "ges", "ches", "shes", "xes", "ies", "ee")
_SPOKEN_LE = re.compile(r"[^aeiouy]les?$")
# The e in the middle of "improvement", "closely", "useful" and "something".
_SILENT_WITHIN = re.compile(r"(?<=[aeiouy][^aeiouy])e(?=(?:ments?|ly|ful|less|thing|where)$)")


def check_reading_level(library: Library) -> Iterator[Problem]:
    """Texts can be read with few years of school: summaries with 9, guides with 10, a record's long texts with 12.

    A reviewer may accept a text that can't be said in plainer words, by some of its words and with a reason.
    """
    for record in library.records:
        acceptances = Acceptances(record)
        for text, problem in _check_record(library, record):
            if not (record.accepted and acceptances.has(_CODE, has_words(text))):
                yield problem
        if record.accepted:
            yield from acceptances.find_unused(library, (_CODE,))


def _check_record(library: Library, record: Record) -> Iterator[tuple[str, Problem]]:
    """Yield each text that asks for too many years of school, with what is to be said of it."""
    document = library.document(record)
    if grade := measure_grade(record.summary, HIGHEST_GRADE_OF_SUMMARIES, _FEWEST_WORDS_OF_SUMMARIES):
        texts: list[tuple[Location, str]] = [(("summary",), record.summary)]
        yield record.summary, _explain(document, "summary", texts, grade, HIGHEST_GRADE_OF_SUMMARIES)
    texts = list(walk_prose(record))
    prose = "\n\n".join(text for _, text in texts)
    if grade := measure_grade(prose, HIGHEST_GRADE):
        yield prose, _explain(document, "long texts", texts, grade, HIGHEST_GRADE)
    if record.type == "guide":
        page = library.guide_texts[record.id]
        if grade := measure_grade(page.text, HIGHEST_GRADE_OF_GUIDES):
            yield page.text, _explain(page, "page", [((), page.text)], grade, HIGHEST_GRADE_OF_GUIDES)


def measure_grade(markdown: str, enough: float = -math.inf, fewest_words: int = _FEWEST_WORDS) -> float | None:
    """Return the Flesch-Kincaid grade of a Markdown text that asks for more than `enough` years of school.

    None for any other text, and for one too short to tell.
    """
    text = _without_links(markdown)
    rest, words = divmod(sum(map(_SIZES.__getitem__, text.split())), _MANY)
    ends, syllables = divmod(rest, _MANY)
    # Most texts are plain enough even if only the marks behind words ended a sentence; to split them takes longer.
    if words < fewest_words or round(_grade(words, syllables, max(ends, 1))) <= enough:
        return None
    grade = _grade(words, syllables, len(_split_sentences(text)))
    return grade if round(grade) > enough else None


def _grade(words: int, syllables: int, sentences: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _explain(
    document: LocatedDocument | SourceText, what: str, texts: Sequence[tuple[Location, str]], grade: float, enough: int
) -> Problem:
    """Return what is to be said of a document's texts, at the longest sentence."""
    sentences = [
        (sum(map(_SIZES.__getitem__, sentence.split())) % _MANY, sentence, location)
        for location, text in texts
        for sentence in _split_sentences(_without_links(text))
    ]
    longest = sorted(sentences, key=lambda sentence: -sentence[0])[:_LONGEST_SHOWN]
    years = f"about {round(grade)}" if grade < _HIGHEST_TOLD else f"more than {_HIGHEST_TOLD}"
    verb = "ask" if what.endswith("s") else "asks"
    message = f"The {what} of this record {verb} for {years} years of school; {enough} are enough."
    listed = "; ".join(f"“{_start(sentence)} …” ({count} words)" for count, sentence, _ in longest)
    help_text = f"Split the longest sentences, and use shorter words: {listed}."
    _, sentence, location = longest[0]
    start = _start(sentence)
    if isinstance(document, SourceText):
        return _place_on_page(document, start, message, help_text)
    return document.problem_at_words(location, start, "reading-level", message, help_text)


def _start(sentence: str) -> str:
    return " ".join(sentence.split(maxsplit=4)[:4])


def _place_on_page(page: SourceText, words: str, message: str, help_text: str) -> Problem:
    found = re.search(r"\s+".join(map(re.escape, words.split())), page.text)
    start, end = found.span() if found else (0, 1)
    return page.problem(start, end, "reading-level", message, help_text)


def _without_links(markdown: str) -> str:
    return _LINK.sub(lambda found: found[1], markdown) if "](" in markdown else markdown


def _split_sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if _WORD.search(sentence)]


def count_syllables(word: str) -> int:
    """Return how many syllables an English word has, by its letters."""
    lowered = _SILENT_WITHIN.sub("", word.lower().replace("’", "'").removesuffix("'s"))
    groups = len(_VOWELS.findall(lowered))
    is_silent = lowered.endswith(_SILENT) and not lowered.endswith(_SPOKEN) and not _SPOKEN_LE.search(lowered)
    if groups > 1 and is_silent:
        groups -= 1
    return max(groups, 1)


class _Sizes(dict[str, int]):
    """How many words stand between two spaces, their syllables and whether they end a sentence, found when first met.

    Most pieces are one word with the sign that follows it; looking them up is many times as fast as finding their
    words. The three numbers are one, each _MANY times the one before, so that all are summed up in one go.
    """

    def __missing__(self, piece: str) -> int:
        words = _WORD.findall(piece)
        ends = bool(words) and piece.endswith(_SENTENCE_MARKS)
        self[piece] = size = len(words) + _MANY * (sum(map(count_syllables, words)) + _MANY * ends)
        return size


_SIZES = _Sizes()
