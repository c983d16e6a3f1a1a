"""The clocks that sessions may follow, each with its name in the IANA time zone database."""

from collections.abc import Iterator
from functools import cache
from zoneinfo import available_timezones

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.problems.problem import Problem
from knowledge_hub.quoting import shorten
from knowledge_hub.vocabulary import Vocabulary
from knowledge_hub.yaml_text.located import LocatedDocument

TIME_ZONES = "timezones"


def check_time_zones(document: LocatedDocument, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield each clock without a zone that computers know: its sessions would be at another hour in calendars."""
    for number, term in enumerate(vocabulary.terms):
        if term.code not in _known_zones():
            written = shorten(term.code or "")
            message = f"“{written}” isn’t a time zone." if written else f"“{term.id}” doesn’t say its time zone."
            meant = nearest(term.code or "", sorted(_known_zones()))
            hint = f"Did you mean {meant}? " if meant else ""
            help_text = f"{hint}Write its name in the IANA time zone database as its code, such as America/New_York."
            location = ("terms", number, "code") if term.code else ("terms", number)
            yield document.problem(location, "bad-value", message, help_text)


@cache
def _known_zones() -> frozenset[str]:
    return frozenset(available_timezones())
