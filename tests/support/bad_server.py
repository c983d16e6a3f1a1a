"""A web server on this machine that behaves as badly as the web does, and counts what it was asked."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_LONG = 3600


class BadServer:
    """What is asked is kept in `asked`, as "HEAD /path" with its host; `at_once` is the most at one time, by host."""

    def __init__(self) -> None:
        self.port = 0
        self.asked: Counter[str] = Counter()
        self.order: list[str] = []
        self.at_once: Counter[str] = Counter()
        self._now: Counter[str] = Counter()

    def address(self, host: str, path: str) -> str:
        """Return the address of a path on a made-up host of this server."""
        return f"http://{host}.made-up:{self.port}{path}"

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request, or don't."""
        try:
            await self._answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = await reader.readexactly(1)
        if first == b"\x16":
            # Who asks for a proof gets none.
            writer.write(b"HTTP/1.1 400 Speak plainly\r\n\r\n")
            return
        request = (first + await reader.readuntil(b"\r\n\r\n")).decode("ascii")
        method, path, _ = request.split(" ", 2)
        host = request.partition("Host: ")[2].partition(".made-up")[0]
        self.asked[f"{method} {host}{path}"] += 1
        self.order.append(f"{method} {host}{path}")
        self._now[host] += 1
        self.at_once[host] = max(self.at_once[host], self._now[host])
        try:
            await self._behave(method, path, self.asked[f"{method} {host}{path}"], writer)
            await writer.drain()
        finally:
            self._now[host] -= 1

    async def _behave(self, method: str, path: str, number: int, writer: asyncio.StreamWriter) -> None:
        kind, _, rest = path.partition("?")[0].strip("/").partition("/")
        if kind.startswith("only-get"):
            kind = kind.removeprefix("only-get-") if method == "HEAD" else "ok"
        elif kind == "twice":
            kind, _, rest = rest.partition("/") if number <= 2 else ("ok", "", "")
        if kind in _ENDLESS:
            await _ENDLESS[kind](writer)
        elif kind != "closes":
            writer.write(_write_answer(kind, rest).encode())


def _write_answer(kind: str, rest: str) -> str:
    """Return an answer that comes to an end; what isn't known is a status."""
    match kind:
        case "garbage":
            return "220 mail server ready\r\n\r\n"
        case "early":
            return "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
        case "ok":
            return "HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n"
        case "wait":
            return f"HTTP/1.1 429 Too Many\r\nRetry-After: {rest}\r\n\r\n"
        case "to" | "on" | "circle" | "away":
            places = {"to": f"/{rest}", "on": f"/on/{rest}1", "circle": f"/circle/{'1' if rest == '0' else '0'}"}
            return f"HTTP/1.1 302 Found\r\nLocation: {places.get(kind, rest)}\r\n\r\n"
    return f"HTTP/1.1 {kind} Whatever\r\n\r\n"


async def _sleep(_: asyncio.StreamWriter) -> None:
    await asyncio.sleep(_LONG)


async def _drip(writer: asyncio.StreamWriter) -> None:
    """Send a letter now and then, so that no single wait is long."""
    while True:
        writer.write(b"H")
        await writer.drain()
        await asyncio.sleep(0.002)


async def _flood(writer: asyncio.StreamWriter) -> None:
    """Begin an answer that has no end."""
    writer.write(b"HTTP/1.1 200 OK\r\n")
    while not writer.is_closing():
        writer.write(b"X: y\r\n" * 1000)
        await writer.drain()


_ENDLESS = {"slow": _sleep, "drips": _drip, "floods": _flood}


@asynccontextmanager
async def serve_badly() -> AsyncIterator[BadServer]:
    """Serve while the block runs."""
    bad = BadServer()
    server = await asyncio.start_server(bad.answer, "127.0.0.1", 0, backlog=1024)
    bad.port = server.sockets[0].getsockname()[1]
    try:
        yield bad
    finally:
        server.close()
