"""Timeline, matrix, map, connections, drivers and profile: what is counted, placed and said."""

import itertools

import pytest

from knowledge_hub.records.community import Component, PrimaryDriver, Session
from knowledge_hub.records.community import TestOfChange as Cycle
from knowledge_hub.visuals.component_profile import create_profile, write_profile_summary
from knowledge_hub.visuals.connections import (
    can_be_drawn,
    create_connections,
    cut_short,
    draw_cross_links,
    draw_nodes,
)
from knowledge_hub.visuals.driver_diagram import list_change_ideas, write_driver_summary
from knowledge_hub.visuals.matrix import Seat, Table
from knowledge_hub.visuals.numbered_tests import number_tests
from knowledge_hub.visuals.session_times import is_past
from knowledge_hub.visuals.state_map import create_state_map
from knowledge_hub.visuals.timeline import create_timeline, find_action_periods
from knowledge_hub.vocabulary import Term, Translated
from knowledge_hub.words.words import Words
from support.fixed_day import TODAY


def _session(date: str, kind: str = "learning-session", **fields: str | None) -> Session:
    return Session.model_validate({"date": date, "kind": kind, "title": date, **fields})


def _cycle(name: str, started: str | None, ended: str | None = None) -> tuple[Cycle, str]:
    fields = {"id": name, "title": name, "change_idea": "x", "started": started, "ended": ended}
    return Cycle.model_validate(fields), f"{name}/"


def _term(term_id: str, code: str | None = None) -> Term:
    return Term(id=term_id, label=Translated(en=term_id.title()), code=code)


def test_tests_are_numbered_in_order_of_time() -> None:
    """Those without a date come last and keep a number."""
    numbered = number_tests([_cycle("later", "2025-03"), _cycle("never", None), _cycle("first", "2024-12-30")])
    assert [(item.number, item.test.id) for item in numbered] == [(1, "first"), (2, "later"), (3, "never")]


def test_action_periods_lie_between_learning_sessions() -> None:
    """A launch starts none, and a call ends none."""
    sessions = [
        _session("2026-03-01"), _session("2025-10-01", end="2025-10-02"), _session("2025-09", "launch"),
        _session("2025-11", "action-period-call"),
    ]  # fmt: skip
    assert find_action_periods(sessions) == [("2025-10-02", "2026-03-01")]


@pytest.mark.parametrize(
    ("date", "end", "expected"),
    [
        ("2026-05-30", None, True), ("2026-05-31", None, False), ("2026-05-30", "2026-06-01", False),
        ("2026-04", None, True), ("2026-05", None, False), ("2026-06", None, False), ("2026", None, False), ("2025", None, True),
    ],
)  # fmt: skip
def test_a_session_is_past_when_all_of_it_is(date: str, end: str | None, expected: bool) -> None:
    """A month or a year is over when its last day is; a day without a clock, when it is over everywhere on earth."""
    assert is_past(_session(date, end=end), TODAY) is expected


@pytest.mark.parametrize(
    ("ends", "expected"), [("19:59", True), ("20:00", True), ("20:01", False), ("23:30", False), (None, False)]
)
def test_a_session_follows_its_own_clock(ends: str | None, expected: bool) -> None:
    """At 8 p.m. Eastern time the day of UTC begins: what goes on until later isn't past then."""
    times = {"starts": "16:00", "ends": ends} if ends else {}
    session = _session("2026-05-31", timezone="eastern", **times)
    assert is_past(session, TODAY, {"eastern": "America/New_York"}) is expected


def test_a_timeline_needs_three_things() -> None:
    """With fewer, a sentence says it better."""
    assert create_timeline([_session("2025"), _session("2026")], [], TODAY) is None
    timeline = create_timeline([_session("2025"), _session("2026-07")], number_tests([_cycle("a", "2025-03")]), TODAY)
    assert timeline is not None
    assert [mark.is_coming for mark in timeline.sessions] == [False, True]


def test_tests_that_overlap_lie_on_levels_of_their_own() -> None:
    """No bar hides another or its number, and all lie on the drawing."""
    cycles = [_cycle(f"t{n}", f"2025-01-{n + 1:02}", "2025-04") for n in range(4)] + [_cycle("late", "2025-12")]
    timeline = create_timeline([_session("2024-12")], number_tests(cycles), TODAY)
    assert timeline is not None
    assert len({bar.y for bar in timeline.tests}) == 4
    assert timeline.tests[4].y == timeline.tests[0].y
    assert all(float(bar.x) >= 0 and float(bar.x) + float(bar.width) <= timeline.width for bar in timeline.tests)


def test_the_matrix_shows_who_is_missing() -> None:
    """Empty disciplines and levels are named in one sentence; a seat without a place isn't lost."""
    seats = [Seat("Nurse", "nurse/", "health", ("local", "state")), Seat("A parent", "", None, ())]
    table = Table([_term("health"), _term("education")], [_term("local"), _term("state"), _term("national")])
    matrix = table.seat(seats)
    assert [[len(cell.seats) for cell in row.cells] for row in matrix.rows] == [[1, 1, 0], [0, 0, 0]]
    assert [row.is_empty for row in matrix.rows] == [False, True]
    assert matrix.finding == "No role is listed here for: education; the national level."
    assert matrix.unplaced == (seats[1],)


def test_a_full_matrix_says_so() -> None:
    """Nothing is missing, so nothing is named."""
    matrix = Table([_term("health")], [_term("local")]).seat([Seat("Nurse", "", "health", ("local",))])
    assert matrix.finding == "Every discipline and every level has a role here."


def _place(term_id: str, tile: tuple[int, int] | None, code: str | None = None) -> Term:
    return Term(id=term_id, label=Translated(en=term_id.title()), code=code, tile=tile)


def test_the_map_shows_the_places_that_have_a_tile() -> None:
    """Tiles stand where the vocabulary says, in reading order; the map is as large as they and their lines need."""
    places = [_place("oh", (2, 3), "OH"), _place("bavaria", (1, 2)), _place("national", None)]
    drawn = create_state_map(places, {"oh": (3, "oh/"), "national": (1, "national/")}, Words())
    assert drawn is not None
    assert [(tile.code, tile.x, tile.y) for tile in drawn.tiles] == [("BAVA", 48, 0), ("OH", 96, 48)]
    assert drawn.view_box == "-2 -2 144 96"
    assert [tile.label for tile in drawn.tiles if tile.href] == ["OH 3 records, Oh"]


def test_the_map_says_what_is_elsewhere() -> None:
    """Places with records that have no tile, such as other countries, are named beside the map with their counts."""
    places = [_place("oh", (2, 3), "OH"), _place("national", None), _place("england", None), _place("canada", None)]
    used = {"oh": (3, "oh/"), "national": (1, "national/"), "england": (2, "england/")}
    drawn = create_state_map(places, used, Words())
    assert drawn is not None
    assert [(place.label, place.count, place.href) for place in drawn.elsewhere] == [
        ("National", "1 record", "national/"),
        ("England", "2 records", "england/"),
    ]


def test_without_tiles_in_use_there_is_no_map() -> None:
    """Places that have no tile are only listed, and tiles without records make no map."""
    assert create_state_map([_place("berlin", None)], {"berlin": (1, "berlin/")}, Words()) is None
    assert create_state_map([_place("oh", (2, 3))], {}, Words()) is None


@pytest.mark.parametrize(("count", "has_picture"), [(2, False), (3, True), (16, True), (17, False)])
def test_a_picture_of_connections_needs_a_few_and_bears_no_crowd(count: int, has_picture: bool) -> None:
    """From 3 to 16; the list says the rest."""
    assert can_be_drawn(count) is has_picture


def test_connections_lie_apart_and_on_the_drawing() -> None:
    """Every node has a place of its own."""
    picture = create_connections(7)
    labels = [*picture.right, *picture.left]
    assert len(set(labels)) == 7
    assert all(0 < float(label.x) < picture.width and 0 < float(label.y) < picture.height for label in labels)
    paths = (draw_nodes(("lesson",) * 7), picture.links, draw_cross_links(7, [(0, 1)]))
    assert [path.count("M") for path in paths] == [7, 7, 1]


def test_many_pairs_are_not_drawn() -> None:
    """They would hide everything else."""
    assert draw_cross_links(12, list(itertools.combinations(range(12), 2))) == ""


def test_long_titles_are_cut_at_a_word() -> None:
    """A word is cut only where little would be left."""
    assert cut_short("Short", 10) == "Short"
    assert cut_short("Family partnership, step by step", 22) == "Family partnership…"
    assert cut_short("Incomprehensibilities", 12) == "Incomprehen…"


def _driver(*ideas: dict[str, object]) -> PrimaryDriver:
    return PrimaryDriver.model_validate({"text": "P", "secondary": [{"text": "S", "ideas": list(ideas)}]})


def test_change_ideas_are_listed_in_their_place() -> None:
    """Each idea with the drivers above it, for pages and packs alike."""
    placed = list_change_ideas([_driver({"text": "A"}, {"text": "B", "tests": ["x"]})])
    assert [(item.primary, item.secondary, item.idea.text) for item in placed] == [("P", "S", "A"), ("P", "S", "B")]


@pytest.mark.parametrize(
    ("drivers", "summary"),
    [
        (
            [_driver({"text": "A"}, {"text": "B", "tests": ["x"]})],
            "1 primary driver, 1 secondary driver and 2 change ideas; 1 of the ideas was tested.",
        ),
        (
            [_driver({"text": "A"})],
            "1 primary driver, 1 secondary driver and 1 change idea; none of the ideas was tested.",
        ),
        ([PrimaryDriver(text="P"), PrimaryDriver(text="Q")], "2 primary drivers."),
    ],
)
def test_drivers_are_summed_up(drivers: list[PrimaryDriver], summary: str) -> None:
    """One sentence says what the diagram holds."""
    assert write_driver_summary(drivers) == summary


def test_a_profile_names_every_part() -> None:
    """What a record leaves out is not reported, and isn't counted as absent."""
    components = [Component(part="aim", present="yes"), Component(part="teams", present="no", note="Alone.")]
    profile = create_profile(components, ["aim", "coaching", "teams"])
    assert [(row.part, row.present) for row in profile] == [
        ("aim", "yes"),
        ("coaching", "not-reported"),
        ("teams", "no"),
    ]
    assert write_profile_summary(profile) == "1 of 3 parts are there, 1 is not, and of 1 the sources say nothing."


def test_a_profile_tells_of_states_that_a_host_adds() -> None:
    """The sentence adds up: a part that is partly there is not passed over."""
    components = [Component(part="aim", present="yes"), Component(part="teams", present="partly")]
    summary = write_profile_summary(create_profile(components, ["aim", "teams"]))
    assert summary == "1 of 2 parts are there, 1 has another state."
