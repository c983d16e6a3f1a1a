"""What the hub promises of its speed, in one place: what, and how much at most."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from measuring.speed.processes import Measured
from measuring.speed.results import BODY, COLD, SAME, Results, cost_growth, ratio

STOCK, HUGO = "MkDocs with Material", "Hugo"
# From saving to the fresh page under serve.py, for a library of up to so many records.
MOST_SECONDS_TO_A_FRESH_PAGE = {100: 0.6, 1000: 1.2, 10_000: 5.0}


@dataclass(frozen=True)
class Promise:
    """What must not be more than so much; `find` returns what was measured, None where it wasn't."""

    what: str
    most: float
    find: Callable[[Results], float | None]


@dataclass(frozen=True)
class Judged:
    """A promise that was measured."""

    what: str
    most: float
    value: float

    @property
    def is_kept(self) -> bool:
        """Whether the promise holds."""
        return self.value <= self.most

    def __str__(self) -> str:
        """Return it as the command prints it."""
        return f"{self.what}: {self.value:.2f} (at most {self.most:g}): {'kept' if self.is_kept else 'not reached'}"


def judge(promises: tuple[Promise, ...], results: Results) -> Iterator[Judged]:
    """Yield the promises about which something was measured."""
    for promise in promises:
        value = promise.find(results)
        if value is not None:
            yield Judged(promise.what, promise.most, value)


def _cpu(measured: Measured | None) -> float | None:
    return measured.cpu if measured else None


def _memory(measured: Measured | None) -> float | None:
    return measured.memory / 1000 if measured else None


def _save(records: int) -> Callable[[Results], float | None]:
    def find(results: Results) -> float | None:
        times = results.made_up.get(records)
        return times.save if times else None

    return find


SPEED = (
    Promise(
        "save to fresh page, the library that comes with the hub, seconds",
        MOST_SECONDS_TO_A_FRESH_PAGE[100],
        lambda found: found.real.save if found.real else None,
    ),
    Promise("save to fresh page, 1,000 records, seconds", MOST_SECONDS_TO_A_FRESH_PAGE[1000], _save(1000)),
    Promise("save to fresh page, 10,000 records, seconds", MOST_SECONDS_TO_A_FRESH_PAGE[10_000], _save(10_000)),
    Promise("nothing changed, 1,000 records, seconds of CPU", 0.9, lambda found: _cpu(found.pages(1000, SAME))),
    Promise("nothing changed, 10,000 records, seconds of CPU", 4, lambda found: _cpu(found.pages(10_000, SAME))),
    Promise(
        "first build, 10,000 records, share of stock Material's CPU",
        0.33,
        lambda found: ratio(found.pages(10_000, COLD), found.peer(10_000, STOCK, COLD)),
    ),
    Promise(
        "first build, 10,000 records, share of stock Material's time by the clock",
        0.25,
        lambda found: ratio(found.pages(10_000, COLD), found.peer(10_000, STOCK, COLD), "wall"),
    ),
    Promise(
        "first build, 10,000 records, times Hugo's CPU",
        1.8,
        lambda found: ratio(found.pages(10_000, COLD), found.peer(10_000, HUGO, COLD)),
    ),
    Promise(
        "one text changed, 10,000 records, share of Hugo's rebuild by the clock",
        0.7,
        lambda found: ratio(found.pages(10_000, BODY), found.peer(10_000, HUGO, BODY), "wall"),
    ),
    Promise("check.py, 10,000 records, nothing kept, seconds of CPU", 6, lambda found: _cpu(found.check(10_000, COLD))),
    Promise(
        "check.py, 10,000 records, nothing changed, seconds of CPU", 1.5, lambda found: _cpu(found.check(10_000, SAME))
    ),
    Promise("memory, first build, 10,000 records, GB", 0.8, lambda found: _memory(found.pages(10_000, COLD))),
    Promise(
        "CPU of a record in 10,000 against one in 1,000, first build",
        1.1,
        lambda found: cost_growth(found, 10_000, 1000),
    ),
    Promise(
        "CPU of a record in 50,000 against one in 10,000, first build",
        1.15,
        lambda found: cost_growth(found, 50_000, 10_000),
    ),
)
