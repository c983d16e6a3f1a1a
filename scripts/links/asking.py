"""Asks for many addresses, politely: one question to a host at a time, and an end in any case."""

import asyncio
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from knowledge_hub.upkeep.link_results import Answer
from links.exchange import Head, ask_head
from links.faults import NoAnswerError, RefusedError, UnknownNameError
from links.targets import create_target, find_machines

_GONE = frozenset({404, 410})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What may be over in a moment.
_BUSY = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How the check behaves; times are in seconds.

    `pause` lies between two questions to one host, `request_time` is all that one question may take, whatever the
    server does. After `most_silent` questions in a row without an answer a host is left alone, and so it is after
    as many addresses in a row for which it was busy. Retry-After is obeyed up to `longest_wait`; a host that wants
    more is left alone, too. `total_time` ends everything.
    """

    user_agent: str
    pause: float = 1.0
    hosts_at_once: int = 16
    request_time: float = 20.0
    tries: int = 3
    back_off: float = 5.0
    longest_wait: float = 60.0
    most_redirects: int = 8
    most_silent: int = 3
    total_time: float = 25 * 60.0
    may_be_private: bool = False


@dataclass(slots=True)
class _Host:
    """What one run knows of a host: when it may be asked again, and why it is left alone, "" while it isn't."""

    machines: list[str] = field(default_factory=list)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    silent: int = 0
    busy: int = 0
    left: str = ""


@dataclass(frozen=True, slots=True)
class _Reply:
    """What one way of asking led to.

    `may_pass` says that trying again may help, `wait` how long the server wants to rest, `is_limit` that it was
    asked too much. `asks_get` says that GET could tell something else than HEAD did.
    """

    answer: Answer
    host: str
    may_pass: bool = False
    wait: float | None = None
    is_limit: bool = False
    asks_get: bool = False


async def ask_all(addresses: Iterable[str], manners: Manners, answers: dict[str, Answer]) -> None:
    """Put the answer for each address into `answers`, as soon as it is known; what time was too short for is missing.

    Addresses are asked in their order, those of one host one after another.
    """
    asking = _Asking(manners)
    queues: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        queues[_host_of(address)].append(address)
    places = asyncio.Semaphore(manners.hosts_at_once)

    async def work(queue: list[str]) -> None:
        async with places:
            for address in queue:
                answers[address] = await asking.ask(address)

    try:
        async with asyncio.timeout(manners.total_time), asyncio.TaskGroup() as group:
            for queue in queues.values():
                group.create_task(work(queue))
    except TimeoutError:
        pass


class _Asking:
    """One run: the hosts that it has met."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._hosts: dict[str, _Host] = defaultdict(_Host)
        self._context = ssl.create_default_context()

    async def ask(self, address: str) -> Answer:
        """Return the answer for one address, tried again while that may help."""
        for number in range(self._manners.tries):
            reply = await self._ask_once(address)
            if not reply.may_pass:
                break
            self._postpone(reply, self._manners.back_off * 2**number)
        self._note_end(reply)
        return reply.answer

    def _note_end(self, reply: _Reply) -> None:
        """Leave a host alone that was asked too much, or was busy for one address after the other."""
        host = self._hosts[reply.host]
        host.busy = host.busy + 1 if reply.may_pass else 0
        if reply.is_limit:
            host.left = "The server wants fewer questions than this check has."
        elif host.busy >= self._manners.most_silent:
            host.left = "The server is busy or out of order."

    def _postpone(self, reply: _Reply, back_off: float) -> None:
        """Let a host rest before it is asked again, by this address or another one."""
        host = self._hosts[reply.host]
        wait = back_off if reply.wait is None else reply.wait
        if wait > self._manners.longest_wait:
            host.left = "The server asked to be left alone for longer than this check runs."
        host.free_at = max(host.free_at, _now() + wait)

    async def _ask_once(self, address: str) -> _Reply:
        reply = await self._follow("HEAD", address)
        # Many servers answer HEAD wrongly: only GET can say that something isn't there.
        return await self._follow("GET", address) if reply.asks_get else reply

    async def _follow(self, method: str, address: str) -> _Reply:
        seen = {address}
        while True:
            reply = await self._ask_step(method, address)
            if isinstance(reply, _Reply):
                is_elsewhere = reply.answer.state == "refused" and len(seen) > 1
                return (
                    _unsure("It leads to something else than a public web page.", reply.host) if is_elsewhere else reply
                )
            name, address = _host_of(address), _join(address, reply)
            if address in seen:
                return _unsure("It leads in a circle.", name, asks_get=True)
            if len(seen) > self._manners.most_redirects:
                return _unsure("It leads on and on, from one address to the next.", name, asks_get=True)
            seen.add(address)

    async def _ask_step(self, method: str, address: str) -> _Reply | str:
        """Return what became of one question, or the address that it leads on to."""
        name = _host_of(address)
        try:
            head = await self._ask_host(name, method, address)
        except RefusedError as refused:
            return _Reply(Answer("refused", str(refused)), name)
        except UnknownNameError:
            return _Reply(Answer("gone", "No server has this name."), name)
        except NoAnswerError as silence:
            is_left = bool(self._hosts[name].left)
            return _unsure(str(silence), name, may_pass=not is_left, asks_get=not is_left)
        if head.status in _REDIRECTS and head.location:
            return head.location
        return _judge(head, name)

    async def _ask_host(self, name: str, method: str, address: str) -> Head:
        target = create_target(address)
        host = self._hosts[name]
        async with self._turn(host):
            try:
                async with asyncio.timeout(self._manners.request_time):
                    host.machines = host.machines or await find_machines(
                        target, may_be_private=self._manners.may_be_private
                    )
                    head = await ask_head(method, target, host.machines, self._manners.user_agent, self._context)
            except TimeoutError:
                raise self._note_silence(host, "The server took too long.") from None
            except NoAnswerError as silence:
                raise self._note_silence(host, str(silence)) from None
            host.silent = 0
            return head

    def _note_silence(self, host: _Host, why: str) -> NoAnswerError:
        """Count a question without an answer, and return it as the error that it is."""
        host.silent += 1
        if host.silent >= self._manners.most_silent:
            host.left = why
        return NoAnswerError(why)

    @asynccontextmanager
    async def _turn(self, host: _Host) -> AsyncIterator[None]:
        """Wait until a host may be asked; NoAnswerError for one that is left alone."""
        async with host.turn:
            if not host.left:
                await asyncio.sleep(host.free_at - _now())
            if host.left:
                raise NoAnswerError(host.left)
            try:
                yield
            finally:
                host.free_at = max(host.free_at, _now() + self._manners.pause)


def _judge(head: Head, host: str) -> _Reply:
    if 200 <= head.status < 300:
        return _Reply(Answer("ok", is_heard=True), host)
    if head.status in _GONE:
        told = f"The server says that there is nothing here ({head.status})."
        return _Reply(Answer("gone", told, is_heard=True), host, asks_get=True)
    is_busy, is_limit = head.status in _BUSY, head.status == 429
    # A server that wants a rest isn't asked once more at once.
    asks_get = not is_limit and head.wait is None
    told = f"The server answers {head.status}, which says nothing about readers with a browser."
    answer = Answer("unsure", told, is_heard=True)
    return _Reply(answer, host, may_pass=is_busy, wait=head.wait, is_limit=is_limit, asks_get=asks_get)


def _unsure(why: str, host: str, *, may_pass: bool = False, asks_get: bool = False) -> _Reply:
    return _Reply(Answer("unsure", why), host, may_pass=may_pass, asks_get=asks_get)


def _join(address: str, location: str) -> str:
    """Return where a redirect leads; what can't be read is refused when it is asked for."""
    try:
        return urljoin(address, location)
    except ValueError:
        return location


def _host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _now() -> float:
    return asyncio.get_running_loop().time()
