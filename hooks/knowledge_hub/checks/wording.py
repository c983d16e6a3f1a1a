"""Words that can hurt or shut out, with better ones; a reviewer may accept one with a reason."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

from knowledge_hub.checks.acceptances import Acceptances
from knowledge_hub.checks.texts.browser_patterns import create_browser_pattern
from knowledge_hub.checks.texts.scanning import MOST_LOOKS, is_in_address, look_at, record_texts
from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import Glossary
from knowledge_hub.records.single_files.phrases_to_avoid import Phrase, Wording
from knowledge_hub.spelled_words import find_words, spell
from knowledge_hub.vocabulary import Vocabularies
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.source_text import SourceText

_MOST = 20
# What a reviewer may accept of this; the rule for claims looks after its own.
_CODES = ("suicide-wording", "person-first", "jargon", "abbreviation")
# Looking back after the capitals, not before them, lets the search jump from capital to capital.
_ABBREVIATION = re.compile(r"[A-Z](?<![\w./&@:-].)[A-Z0-9]*[A-Z](?![\w&/@:-]|\.\w)", re.DOTALL)
# How its first two signs stand in a text of which A and 0 are left.
_CAPITALS = bytes(
    ord("A") if 0x41 <= code <= 0x5A else ord("0") if 0x30 <= code <= 0x39 else ord(" ") for code in range(256)
)
_ROMAN = re.compile(r"[IVX]+")
# Short forms that are better known than what they stand for.
_EVERYDAY = frozenset("AM BY CC CD COVID DC DVD EU FAQ HTML ID IQ OK PDF PM QR TV UK UN URL US USA USB".split())  # noqa: SIM905 -- reads better in a line


# Stands for the forms that have no word.
_NO_WORD = b""
_UNSHOWN = (("accepted",), ("redirect_from",))


@dataclass(frozen=True)
class _Avoided:
    """One form of a phrase."""

    phrase: Phrase
    form: str

    @cached_property
    def words(self) -> set[bytes]:
        """The words of the form, all of which a text with it has."""
        return find_words(self.form)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The form over any spaces and line ends; most forms are never looked for."""
        spaced = r"\s+".join(map(re.escape, self.form.split()))
        return re.compile(rf"(?<![\w/:-]){spaced}(?![\w-]|:\S)", re.IGNORECASE)


class KnownWords(NamedTuple):
    """What a library says of words: forms to avoid by their `clues`, and abbreviations that need no long form."""

    avoided: Mapping[bytes, list[_Avoided]]
    # A set meets the keys of a dictionary far more slowly.
    clues: frozenset[bytes]
    abbreviations: frozenset[str]


def find_known_words(library: Library) -> KnownWords:
    """Return what a library says of words."""
    avoided = _group_by_clue(library.wording)
    return KnownWords(avoided, frozenset(avoided), _known_abbreviations(library.glossary, library.vocabularies))


def check_wording(library: Library, known: KnownWords | None = None) -> Iterator[Problem]:
    """Yield what a reviewer should look at: phrases to avoid, abbreviations that nothing explains.

    Who asks more than once about records of one library passes what is `known` of its words.
    """
    known = known or find_known_words(library)
    accepted = {f"{record.folder}/{record.id}": Acceptances(record) for record in library.records}
    for record, source, document in record_texts(library):
        of_record = accepted[f"{record.folder}/{record.id}"]
        phrases = _check_phrases(source, document, known)
        for found in (phrases, _check_abbreviations(source, document, known.abbreviations)):
            # All of them before the cut, so that no acceptance seems unused.
            yield from list(of_record.drop_accepted(found))[:_MOST]
    for acceptances in accepted.values():
        yield from acceptances.find_unused(library, _CODES)


def _group_by_clue(wording: Wording) -> dict[bytes, list[_Avoided]]:
    """Return every form by its longest word, so that a text is compared only with forms it could hold.

    A form without a word is looked for in every text.
    """
    groups: dict[bytes, list[_Avoided]] = {}
    for phrase in wording.phrases:
        for form in phrase.avoid:
            clue = max(spell(form.lower()).split(), key=len, default=_NO_WORD)
            groups.setdefault(clue, []).append(_Avoided(phrase, form))
    return groups


def _check_phrases(
    source: SourceText, document: LocatedDocument | None, known: KnownWords
) -> Iterator[tuple[str, Problem]]:
    """A text speaks of people and of suicide with care, and in plain words; no mark of Markdown hides a phrase."""
    seen: set[tuple[str, int]] = set()
    look = look_at(source)
    met = sorted(known.clues & look.words)
    if _NO_WORD in known.clues:
        met.insert(0, _NO_WORD)
    for reading, _ in look.texts if met else ():
        for clue in met:
            for item in known.avoided[clue]:
                if not item.words <= look.words:
                    continue
                for found in islice(item.pattern.finditer(reading.text), MOST_LOOKS):
                    start, end = reading.span(found)
                    if (item.form, start) in seen or not _is_shown(source.text, document, start, end):
                        continue
                    seen.add((item.form, start))
                    words = " ".join(found[0].split())
                    message = f"“{words}”: better “{item.phrase.better}”."
                    yield words, source.problem(start, end, item.phrase.code, message, item.phrase.reason)


def _check_abbreviations(
    source: SourceText, document: LocatedDocument | None, known: frozenset[str]
) -> Iterator[tuple[str, Problem]]:
    """An abbreviation is in the glossary, or its long form stands beside it."""
    if not _has_capitals(source.text):
        return
    seen: set[str] = set()
    unknown = (found for found in _ABBREVIATION.finditer(source.text) if found[0] not in known)
    for found in islice(unknown, MOST_LOOKS):
        words = found[0]
        if words in seen or _ROMAN.fullmatch(words) or not _is_shown(source.text, document, *found.span()):
            continue
        seen.add(words)
        if f"({words}" in source.text or f"{words} (" in source.text:
            continue
        message = f"“{words}” is explained neither here nor in the glossary."
        help_text = f"Write it out at its first use, as in: the long form ({words})."
        yield words, source.problem(found.start(), found.end(), "abbreviation", message, help_text)


def _has_capitals(text: str) -> bool:
    """Tell, fast, whether a text could have an abbreviation."""
    capitals = text.encode(errors="replace").translate(_CAPITALS)
    return b"AA" in capitals or b"A0" in capitals


def _is_shown(text: str, document: LocatedDocument | None, start: int, end: int) -> bool:
    """Readers don't see comments, other search words, addresses, or what was accepted."""
    if is_in_address(text, start, end):
        return False
    if document is None:
        return True
    names = document.names_at(start)
    return not document.is_comment(start) and names[:1] not in _UNSHOWN and names[-1:] != ("aliases",)


def _known_abbreviations(glossary: Glossary, vocabularies: Vocabularies) -> frozenset[str]:
    texts = [text for term in glossary.terms for text in (term.term, *term.aliases)]
    for vocabulary in vocabularies.by_name.values():
        texts += [text for term in vocabulary.terms for text in (term.label.en, (term.code or ""))]
    return _EVERYDAY.union(word.strip("().,;") for text in texts for word in text.split())


def describe_wording_rules(wording: Wording) -> Iterator[dict[str, Any]]:
    """Yield every form of a phrase to avoid as data for the browser, like the rules of privacy."""
    for phrase in wording.phrases:
        for form in phrase.avoid:
            yield {
                "code": phrase.code,
                "message": f"“{{found}}”: better “{phrase.better}”.",
                "help": phrase.reason,
                "fine": ["address"],
                **create_browser_pattern(_Avoided(phrase, form).pattern),
            }
