"""What was measured in one run, by library and step."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from measuring.speed.processes import Measured

COLD, SAME, BODY, TITLE, VOCABULARY = "cold", "same", "body", "title", "vocabulary"
# In the order in which they are measured.
STEPS = {
    COLD: "first build, nothing kept",
    SAME: "again, nothing changed",
    BODY: "one text changed",
    TITLE: "one title changed",
    VOCABULARY: "one word of a vocabulary changed",
}
Steps = Mapping[str, Measured]


@dataclass(frozen=True)
class HubTimes:
    """What one library takes: its pages step by step, the same with files to take along, and check.py.

    `save` is the seconds from a save under serve.py to the fresh page, None where that wasn't measured.
    """

    records: int
    pages: Steps
    packs: Steps = field(default_factory=dict)
    check: Steps = field(default_factory=dict)
    save: float | None = None


@dataclass
class Results:
    """Everything: the library that comes with the hub, made-up ones by number of records, and other generators.

    `labels` are the names of these with their versions, `left_out` says why one wasn't measured. Builds of few
    records were run `short_runs` times, and the least is told.
    """

    short_runs: int = 1
    real: HubTimes | None = None
    made_up: dict[int, HubTimes] = field(default_factory=dict)
    peers: dict[int, dict[str, Steps]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    def pages(self, records: int, step: str) -> Measured | None:
        """Return what a build of made-up records took, None where it wasn't measured."""
        times = self.made_up.get(records)
        return times.pages.get(step) if times else None

    def check(self, records: int, step: str) -> Measured | None:
        """Return what check.py took."""
        times = self.made_up.get(records)
        return times.check.get(step) if times else None

    def peer(self, records: int, name: str, step: str) -> Measured | None:
        """Return what another generator took."""
        return self.peers.get(records, {}).get(name, {}).get(step)


def ratio(first: Measured | None, second: Measured | None, what: str = "cpu") -> float | None:
    """Return how many times the second the first took, None where one of them wasn't measured."""
    if first is None or second is None:
        return None
    return float(getattr(first, what) / getattr(second, what))


def cost_growth(results: Results, larger: int, smaller: int, step: str = COLD) -> float | None:
    """Return how many times the CPU of a record in the smaller library one in the larger takes."""
    growth = ratio(results.pages(larger, step), results.pages(smaller, step))
    return None if growth is None else growth * smaller / larger
