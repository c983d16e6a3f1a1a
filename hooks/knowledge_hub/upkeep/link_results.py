"""What is known of outside links from one check to the next: only a failure that repeats makes a link broken."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

# A server that is down for some days is no broken link.
FAILURES_TO_BREAK = 3
# More addresses than this are no library's; a file that grows for ever is nobody's.
MOST_RESULTS = 20_000
MOST_PLACES = 5
_ARCHIVE = "https://web.archive.org/web/"

# "gone": the server says that there is nothing (404, 410), or no server has this name. "refused": an address that
# is never asked. "unsure" is everything that a person in front of a browser may see otherwise.
State = Literal["ok", "gone", "unsure", "refused"]


class Answer(NamedTuple):
    """What came of asking for one address, why in a sentence of our own ("" for "ok"), whether a server was heard."""

    state: State
    why: str = ""
    is_heard: bool = False


class LinkResult(BaseModel):
    """What is known of one address; `failures` counts the days in a row on which it was gone.

    An unsure answer neither counts nor clears, and doesn't change what is told of a failing address. `since` is the
    first day on which it was found gone or refused. `places` are some of the files that name it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: State
    why: str = ""
    asked: datetime.date
    failures: int = 0
    last_failure: datetime.date | None = None
    since: datetime.date | None = None
    places: tuple[str, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Whether the address has failed on enough days to say so, and not worked since."""
        return self.failures >= FAILURES_TO_BREAK


_FAILING = frozenset({"gone", "refused"})
Results = Mapping[str, LinkResult]
_RESULTS = TypeAdapter(dict[str, LinkResult])


@dataclass(frozen=True, slots=True)
class FailedLink:
    """An address that an editor should look at, where it stands, and an archive that may have a copy, "" for none."""

    address: str
    why: str
    places: tuple[str, ...]
    since: datetime.date
    archived: str


def add_answers(
    before: Results, answers: Mapping[str, Answer], places: Mapping[str, tuple[str, ...]], today: datetime.date
) -> dict[str, LinkResult]:
    """Return what is known now, by address; `places` has every address that the library still names.

    What wasn't asked this time stays as it was known, and what is named nowhere is forgotten.
    """
    found: dict[str, LinkResult] = {}
    for address in sorted(places)[:MOST_RESULTS]:
        named = places[address][:MOST_PLACES]
        old = before.get(address)
        if address in answers:
            found[address] = _judge(old, answers[address], named, today)
        elif old:
            found[address] = old.model_copy(update={"places": named})
    return found


def order_by_age(addresses: Iterable[str], before: Results) -> list[str]:
    """Return addresses in the order in which to ask for them: those never tried, then those tried longest ago.

    So a check that runs out of time comes to the rest in the next one.
    """
    first = datetime.date.min
    kept = sorted(addresses)[:MOST_RESULTS]
    return sorted(kept, key=lambda address: before[address].asked if address in before else first)


def _judge(old: LinkResult | None, answer: Answer, places: tuple[str, ...], today: datetime.date) -> LinkResult:
    if answer.state == "unsure" and old and old.failures:
        return old.model_copy(update={"asked": today, "places": places})
    found = LinkResult(state=answer.state, why=answer.why, asked=today, places=places)
    if answer.state not in _FAILING:
        return found
    since = old.since if old and old.since and old.state == answer.state else today
    if answer.state == "refused":
        return found.model_copy(update={"since": since})
    # Two checks on one day are one failure.
    failures = (old.failures + (old.last_failure != today)) if old else 1
    return found.model_copy(update={"failures": failures, "last_failure": today, "since": since})


def find_failed_links(results: Results) -> tuple[FailedLink, ...]:
    """Return the links that are broken, and those that must never be asked, by address."""
    return tuple(
        FailedLink(
            address,
            result.why,
            result.places,
            result.since or result.asked,
            "" if result.state == "refused" else suggest_archive(address),
        )
        for address, result in sorted(results.items())
        if result.is_broken or result.state == "refused"
    )


def suggest_archive(address: str) -> str:
    """Return where a copy of a page may be kept, "" for what is such a copy already."""
    return "" if urlsplit(address).hostname == "web.archive.org" else f"{_ARCHIVE}{address}"


def parse_results(text: str | bytes) -> dict[str, LinkResult]:
    """Return what a file of results says; ValueError where it is damaged."""
    try:
        return _RESULTS.validate_json(text)
    except ValidationError as error:
        raise ValueError(str(error)) from None


def render_results(results: Results) -> str:
    """Return the file of results: JSON, one address a line."""
    lines = (f"{_as_json(address)}: {result.model_dump_json()}" for address, result in sorted(results.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n" if results else "{}\n"


def _as_json(text: str) -> str:
    return TypeAdapter(str).dump_json(text).decode()
