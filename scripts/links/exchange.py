"""One question to one server, and the head of its answer: the only code of the check that uses the network.

Nothing of an answer's body is read. Every wait ends when the caller's time is over.
"""

import asyncio
import datetime
import email.utils
import http.client
import io
import re
import ssl
from dataclasses import dataclass

from links.faults import NoAnswerError
from links.targets import Target

# More than any honest head; a server can't fill the memory.
_MOST_BYTES = 64 * 1024
_STATUS = re.compile(rb"HTTP/1\.[01] ([1-5][0-9]{2})(?: [^\r\n]*)?\r?\n")
# Of the addresses that a name has, the first that answers will do.
_MOST_MACHINES = 3


@dataclass(frozen=True, slots=True)
class Head:
    """What a server says before it sends anything: `location` of a redirect, `wait` in seconds where it asks for it."""

    status: int
    location: str = ""
    wait: float | None = None


async def ask_head(
    method: str, target: Target, machines: list[str], user_agent: str, context: ssl.SSLContext | None
) -> Head:
    """Return the head of the answer to a request by HEAD or GET; NoAnswerError where there is none.

    `context` is for https; `machines` are the IP addresses to try, in their order.
    """
    request = (
        f"{method} {target.path} HTTP/1.1\r\nHost: {target.authority}\r\nUser-Agent: {user_agent}\r\n"
        "Accept: text/html, */*;q=0.8\r\nConnection: close\r\n\r\n"
    )
    reader, writer = await _connect(target, machines, context)
    try:
        writer.write(request.encode("ascii"))
        return parse_head(await _read_head(reader))
    except (OSError, asyncio.IncompleteReadError):
        raise NoAnswerError("The server closed the connection without an answer.") from None
    finally:
        # What it still has to say isn't waited for.
        writer.transport.abort()


async def _connect(
    target: Target, machines: list[str], context: ssl.SSLContext | None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    is_secure = target.scheme == "https"
    for machine in machines[:_MOST_MACHINES]:
        try:
            return await asyncio.open_connection(
                machine,
                target.port,
                limit=_MOST_BYTES,
                ssl=context if is_secure else None,
                server_hostname=target.host if is_secure else None,
            )
        except ssl.SSLError:
            raise NoAnswerError("The server can’t prove that it is the one (its certificate, or its TLS).") from None
        except OSError:
            continue
    raise NoAnswerError("No connection to the server.")


async def _read_head(reader: asyncio.StreamReader) -> bytes:
    """Return the head of the final answer: one that only says “go on” comes before it."""
    while True:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
        except asyncio.LimitOverrunError:
            raise NoAnswerError("The server’s answer never begins: its head is too long.") from None
        if not re.match(rb"HTTP/1\.[01] 1", head):
            return head


def parse_head(head: bytes, now: datetime.datetime | None = None) -> Head:
    """Return what the head of an answer says; NoAnswerError where it isn't one of HTTP."""
    status = _STATUS.match(head)
    if not status:
        raise NoAnswerError("The server’s answer isn’t one of the web.")
    try:
        headers = http.client.parse_headers(io.BytesIO(head[status.end() :]))
    except http.client.HTTPException:
        raise NoAnswerError("The server’s answer isn’t one of the web.") from None
    location = headers.get("Location", "").strip().encode("latin-1", "replace").decode("utf-8", "replace")
    wait = _parse_wait(headers.get("Retry-After", ""), now or datetime.datetime.now(datetime.UTC))
    return Head(int(status[1]), location, wait)


def _parse_wait(written: str, now: datetime.datetime) -> float | None:
    """Return the seconds that Retry-After asks for, as a number or a date; None where it says nothing."""
    if re.fullmatch(r"[0-9]{1,9}", written.strip()):
        return float(written)
    try:
        until = email.utils.parsedate_to_datetime(written)
    except (TypeError, ValueError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=datetime.UTC)
    return max(0.0, (until - now).total_seconds())
