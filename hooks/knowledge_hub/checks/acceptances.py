"""What a reviewer has accepted, with a reason; and what was accepted that nothing needs any more."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import Record


@dataclass(slots=True)
class Acceptances:
    """The acceptances of one record, and the numbers of those that were needed."""

    record: Record
    used: set[int] = field(default_factory=set)

    def drop_accepted(self, found: Iterable[tuple[str, Problem]]) -> Iterator[Problem]:
        """Yield what no reviewer has accepted; each problem comes with the words that it is about."""
        for words, problem in found:
            if not self.has(problem.code, stands_in(words)):
                yield problem

    def has(self, code: str, is_about: Callable[[str], bool]) -> bool:
        """Tell whether a reviewer has accepted something, by the text of the acceptance; note that it was needed."""
        for number, acceptance in enumerate(self.record.accepted):
            if acceptance.code == code and is_about(acceptance.text):
                self.used.add(number)
                return True
        return False

    def find_unused(self, library: Library, codes: Collection[str]) -> Iterator[Problem]:
        """Yield the acceptances of some kinds that nothing in the record needs."""
        for number, acceptance in enumerate(self.record.accepted):
            if acceptance.code in codes and number not in self.used:
                message = f"“{acceptance.text}” was accepted, but nothing in the record needs it."
                location = ("accepted", number, "text")
                yield library.document(self.record).problem(
                    location, "unused-acceptance", message, "Delete this entry."
                )


def stands_in(words: str) -> Callable[[str], bool]:
    """Return a test whether words stand in an accepted text, in any case."""
    return lambda accepted: words.casefold() in accepted.casefold()


def has_words(text: str) -> Callable[[str], bool]:
    """Return a test whether a text has the accepted words, in any case."""
    line = " ".join(text.split()).casefold()
    return lambda accepted: accepted.casefold() in line
