"""The check of links against a server that is slow, lies, leads in circles and wants to be left alone."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace

import pytest

from knowledge_hub.upkeep.link_results import Answer
from links import asking
from links.asking import Manners, ask_all
from links.faults import NoAnswerError, RefusedError, UnknownNameError
from links.targets import Target
from support.bad_server import BadServer, serve_badly
from support.event_loop import run_waiting

QUICK = Manners(
    user_agent="test",
    pause=0.0,
    hosts_at_once=16,
    request_time=60.0,
    back_off=0.0,
    longest_wait=1.0,
    most_redirects=5,
    total_time=600.0,
)
# Where a server never answers, how long it was waited for changes nothing.
IMPATIENT = replace(QUICK, request_time=0.05)
Answers = dict[str, Answer]


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every made-up host is this machine, which no address that a contributor writes may reach."""

    async def find(target: Target, *, may_be_private: bool) -> list[str]:
        assert not may_be_private
        if target.host == "no-such-name.made-up":
            raise UnknownNameError
        if target.host == "name-server-down.made-up":
            raise NoAnswerError("The name server is down.")
        if not target.host.endswith(".made-up"):
            raise RefusedError("Private.")
        return ["127.0.0.1"]

    monkeypatch.setattr(asking, "find_machines", find)


def _check(
    *paths: str, manners: Manners = QUICK, host: Callable[[int], str] = lambda number: f"h{number}"
) -> tuple[list[Answer | None], BadServer]:
    """Return the answers for paths, each by default on a host of its own, None for one that wasn't asked."""

    async def run() -> tuple[list[Answer | None], BadServer]:
        async with serve_badly() as server:
            addresses = [server.address(host(number), path) for number, path in enumerate(paths)]
            answers: Answers = {}
            await ask_all(addresses, manners, answers)
            return [answers.get(address) for address in addresses], server

    return run_waiting(run())


def _states(*paths: str, manners: Manners = QUICK) -> list[str]:
    return [answer.state if answer else "missing" for answer in _check(*paths, manners=manners)[0]]


@pytest.mark.parametrize(
    ("state", "paths"),
    [
        ("ok", ["/ok", "/204", "/early", "/to/ok", "/to/to/ok"]),
        ("ok", [f"/only-get-{what}" for what in ("404", "405", "403", "500", "501", "closes", "garbage")]),
        ("ok", ["/twice/503", "/twice/wait/0", "/twice/500"]),
        ("gone", ["/404", "/410", "/to/404"]),
        ("unsure", ["/401", "/403", "/405", "/429", "/500", "/502", "/503", "/418", "/304"]),
        ("unsure", ["/floods", "/closes", "/garbage"]),
        ("unsure", ["/circle/0", "/to/circle/1", "/on/0"]),
        ("unsure", ["/away/http://10.0.0.1/", "/away/ftp://h.made-up/", "/away/http://[", "/away/http://h:99999/"]),
    ],
    ids=["ok", "head-lies", "it-passes", "gone", "says-nothing", "no-answer", "circles", "away"],
)
def test_each_bad_habit_has_its_answer(state: str, paths: list[str]) -> None:
    """Only what the server itself says is gone counts as gone."""
    assert dict(zip(paths, _states(*paths), strict=True)) == dict.fromkeys(paths, state)


def test_a_server_that_never_comes_to_an_end_is_unsure() -> None:
    """It may say nothing, or a letter now and then: no question takes longer than it may."""
    assert _states("/slow", "/drips", manners=IMPATIENT) == ["unsure", "unsure"]


def test_a_server_that_is_silent_about_heads_is_asked_for_the_page() -> None:
    """That takes the time of one question."""
    assert _states("/only-get-slow", manners=replace(QUICK, request_time=3.0)) == ["ok"]


def test_a_name_that_nobody_has_is_gone_and_one_that_cannot_be_looked_up_is_unsure() -> None:
    """A name server that is down says nothing about the page."""
    addresses = ["http://no-such-name.made-up/", "http://name-server-down.made-up/", "http://127.0.0.1/"]
    answers: Answers = {}
    run_waiting(ask_all(addresses, QUICK, answers))
    assert [answers[address].state for address in addresses] == ["gone", "unsure", "refused"]
    assert not any(answer.is_heard for answer in answers.values())


def test_a_server_that_cannot_prove_who_it_is_is_unsure() -> None:
    """A browser may know its certificate; other pages of the host are told the same reason."""

    async def run() -> Answers:
        async with serve_badly() as server:
            addresses = [server.address("h0", f"/ok?{number}").replace("http:", "https:") for number in range(9)]
            answers: Answers = {}
            await ask_all(addresses, replace(QUICK, request_time=5.0), answers)
            return answers

    told = {(answer.state, answer.why.partition("(")[0]) for answer in run_waiting(run()).values()}
    assert told == {("unsure", "The server can’t prove that it is the one ")}


def test_a_page_that_is_there_is_asked_for_once() -> None:
    """By HEAD, and its text is never fetched."""
    _, server = _check("/ok")
    assert server.order == ["HEAD h0/ok"]


def test_redirects_end() -> None:
    """After as many steps as are allowed, once by HEAD and once by GET; a circle after one round."""
    _, server = _check("/on/0", "/circle/0")
    assert sum(server.asked.values()) == 2 * (QUICK.most_redirects + 1) + 2 * 2


def test_a_host_is_asked_one_question_at_a_time_and_others_meanwhile() -> None:
    """Three hosts with four pages each: never two questions at one host, and no host waits for another."""
    paths = [f"/ok/{number}" for number in range(12)]
    answers, server = _check(*paths, host=lambda number: f"h{number % 3}")
    assert {answer.state for answer in answers if answer} == {"ok"}
    assert server.at_once == {"h0": 1, "h1": 1, "h2": 1}
    assert {question.partition("/")[0] for question in server.order[:3]} == {"HEAD h0", "HEAD h1", "HEAD h2"}


def test_redirects_to_one_host_wait_for_their_turn() -> None:
    """Many addresses that lead to the same server reach it one by one, with a pause."""

    async def run() -> BadServer:
        async with serve_badly() as server:
            target = server.address("aim", "/ok")
            addresses = [server.address(f"h{number}", f"/away/{target}") for number in range(10)]
            await ask_all(addresses, QUICK, {})
            return server

    server = run_waiting(run())
    assert server.asked["HEAD aim/ok"] == 10
    assert server.at_once["aim"] == 1


def test_a_server_that_asks_for_time_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as it says, before the next question to the same host, whichever page that is about."""
    waits: list[float] = []
    sleep = asyncio.sleep

    def keep(seconds: float) -> Awaitable[None]:
        if seconds > 1:
            waits.append(round(seconds))
        return sleep(0 if 1 < seconds < 1000 else seconds)

    monkeypatch.setattr(asking.asyncio, "sleep", keep)
    answers, _ = _check("/twice/wait/30", manners=replace(QUICK, longest_wait=60.0))
    assert answers[0] == Answer("ok", is_heard=True)
    assert waits == [30, 30]


@pytest.mark.parametrize(
    ("path", "questions"),
    [("/wait/3600", 1), ("/wait/0", QUICK.tries), ("/slow", QUICK.most_silent), ("/closes", QUICK.most_silent)],
)
def test_a_host_that_wants_no_questions_is_left_alone(path: str, questions: int) -> None:
    """After so many questions none of its other pages is asked for, and all of them are unsure."""
    paths = [f"{path}", *(f"/ok/{number}" for number in range(50))]
    answers, server = _check(*paths, host=lambda _: "one", manners=IMPATIENT if path == "/slow" else QUICK)
    assert {answer.state for answer in answers if answer} == {"unsure"}
    assert len(server.order) == questions


def test_a_host_that_is_out_of_order_is_left_alone() -> None:
    """After three pages for each of which every try was in vain; a page that is there begins the counting anew."""
    tries = 2 * QUICK.tries
    _, server = _check(*[f"/503?{number}" for number in range(50)], host=lambda _: "one")
    assert len(server.order) == QUICK.most_silent * tries
    paths = [f"/{'ok' if number % 3 == 2 else '500'}?{number}" for number in range(12)]
    answers, _ = _check(*paths, host=lambda _: "one")
    assert [answer.state for answer in answers if answer] == ["unsure", "unsure", "ok"] * 4


def test_five_thousand_addresses_all_get_their_answer() -> None:
    """Each costs one question, a lie one more, and two thousand on a host that hangs up three together."""
    paths = [f"{'/only-get-405' if number < 40 else '/ok'}?{number}" for number in range(3000)]
    paths += [f"/closes?{number}" for number in range(2000)]
    answers, server = _check(*paths, host=lambda number: f"h{number % 50}" if number < 3000 else "dead")
    assert [answer.state for answer in answers if answer] == ["ok"] * 3000 + ["unsure"] * 2000
    assert len(server.order) == 3000 + 40 + QUICK.most_silent
    assert set(server.at_once.values()) == {1}


def test_a_check_that_runs_out_of_time_ends_and_tells_what_it_missed() -> None:
    """Silent servers can't hold it: what was answered is kept, and the rest is missing, not wrong."""
    paths = ["/ok", *["/slow"] * 40]
    answers, _ = _check(*paths, manners=replace(QUICK, total_time=0.5, hosts_at_once=4))
    assert answers[0] == Answer("ok", is_heard=True)
    assert answers[1:] == [None] * 40


def test_no_address_breaks_the_check() -> None:
    """Whatever a contributor writes is refused, gone or unsure, and the others are still asked for."""
    hostile: Iterable[str] = (
        *("http://", "http://[", "http://a..b/", "http://h:99999/", "http://" + "a" * 300 + ".org/", "https://ñ/%"),
        *("javascript:alert(1)", "file:///etc/passwd", "http://a\r\nHost: b/", "http://user:pass@127.0.0.1/", ""),
        *("http://\u202eb.org/", "http://169.254.169.254/latest/", "http://2130706433/", "http://[::1]/"),
    )
    answers: Answers = {}
    run_waiting(ask_all(hostile, QUICK, answers))
    assert {address: answer.state for address, answer in answers.items()} == dict.fromkeys(hostile, "refused")
