"""The picture of a community's time: sessions on a spine, action periods between them, tests of change below."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from knowledge_hub.dates import month_position
from knowledge_hub.records.community import Session
from knowledge_hub.visuals.numbered_tests import NumberedTest
from knowledge_hub.visuals.scales import Scale, coordinate, month_ticks
from knowledge_hub.visuals.session_times import end_words, is_past

WIDTH = 640
_LEFT, _RIGHT = 16, 624
_SPINE = 60
_TESTS = 132
_LANE = 34
_NUMBER = 36
# In these all teams meet; an action period lies between two of them.
_LEARNING = "learning-session"
_LARGE = frozenset({_LEARNING, "launch", "forum"})


class SessionMark(NamedTuple):
    """A session on the spine: large ones are those where all meet, hollow ones are still to come.

    `over` is the moment from which one that is coming is past, "" where nobody knows.
    """

    x: str
    is_large: bool
    is_coming: bool
    over: str


class Bar(NamedTuple):
    """A span of time; a test of change has its number to the left."""

    x: str
    y: str
    width: str
    number: int = 0
    number_x: str = ""
    middle: str = ""


class Tick(NamedTuple):
    """A month named below the picture."""

    x: str
    text: str


class Timeline(NamedTuple):
    """Everything on the picture, in coordinates of a drawing that is WIDTH wide."""

    height: int
    sessions: tuple[SessionMark, ...]
    action_periods: tuple[Bar, ...]
    tests: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    width: int = WIDTH
    spine: int = _SPINE
    left: int = _LEFT
    right: int = _RIGHT

    @property
    def axis(self) -> int:
        """The height of the line above the months."""
        return self.height - 36


def find_action_periods(sessions: Sequence[Session]) -> list[tuple[str, str]]:
    """Return the times between learning sessions, as end of one and start of the next."""
    meetings = sorted((item for item in sessions if item.kind == _LEARNING), key=lambda item: item.first_day)
    return [(before.end or before.date, after.date) for before, after in pairwise(meetings)]


def create_timeline(
    sessions: Sequence[Session], tests: Sequence[NumberedTest], today: date, zones: Mapping[str, str] | None = None
) -> Timeline | None:
    """Return the picture, None where fewer than three things have a date: a sentence says that better.

    `zones` has the IANA name of each clock by its id.
    """
    dated = [test for test in tests if test.date]
    if len(sessions) + len(dated) < 3:
        return None
    scale = _create_scale(sessions, dated)
    bars = tuple(_create_test_bars(dated, scale))
    lanes = len({bar.y for bar in bars})
    return Timeline(
        height=(_TESTS + lanes * _LANE if bars else _SPINE + 36) + 40,
        sessions=tuple(
            _create_session_mark(item, scale, is_coming=not is_past(item, today, zones), over=end_words(item, zones))
            for item in sessions
        ),
        action_periods=tuple(
            _create_bar(month_position(start), month_position(end), scale, _SPINE - 10)
            for start, end in find_action_periods(sessions)
        ),
        tests=bars,
        ticks=tuple(Tick(coordinate(scale.place(month)), name) for month, name in month_ticks(scale.low, scale.high)),
    )


def _create_scale(sessions: Sequence[Session], tests: Sequence[NumberedTest]) -> Scale:
    places = [month_position(item.date) for item in sessions] + [test.start for test in tests]
    places += [month_position(item.end) for item in sessions if item.end]
    places += [month_position(test.test.ended) for test in tests if test.test.ended]
    low, high = min(places), max(places)
    margin = max((high - low) * 0.03, 0.5)
    # Room for the number of a test that comes first.
    return Scale(low - margin, high + margin, _LEFT + (_NUMBER if tests else 0), _RIGHT)


def _create_session_mark(session: Session, scale: Scale, *, is_coming: bool, over: str) -> SessionMark:
    x = coordinate(scale.place(month_position(session.date)))
    return SessionMark(x, session.kind in _LARGE, is_coming, over if is_coming else "")


def _create_bar(start: float, end: float, scale: Scale, y: float) -> Bar:
    x = scale.place(start)
    return Bar(coordinate(x), coordinate(y), coordinate(max(scale.place(end) - x, 8)))


def _create_test_bars(tests: Sequence[NumberedTest], scale: Scale) -> Iterator[Bar]:
    """Yield a bar for each test, on the first level where it has room for itself and its number."""
    ends: list[float] = []
    for item in tests:
        x = scale.place(item.start)
        end = max(scale.place(month_position(item.test.ended or item.date)), x + 8)
        lane = next((lane for lane, taken in enumerate(ends) if x - _NUMBER >= taken), len(ends))
        ends[lane:] = [end, *ends[lane + 1 :]]
        y = _TESTS + lane * _LANE
        yield Bar(coordinate(x), coordinate(y), coordinate(end - x), item.number, coordinate(x - 6), coordinate(y + 10))
