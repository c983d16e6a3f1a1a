"""What the head of an answer says."""

import datetime

import pytest

from links.exchange import Head, parse_head
from links.faults import NoAnswerError

NOW = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("HTTP/1.1 200 OK\r\n\r\n", Head(200)),
        ("HTTP/1.0 404 Not Found\r\nServer: x\r\n\r\n", Head(404)),
        ("HTTP/1.1 204\r\n\r\n", Head(204)),
        ("HTTP/1.1 301 Moved\r\nlocation:  /next \r\n\r\n", Head(301, "/next")),
        ("HTTP/1.1 301 Moved\r\nLocation: /señal\r\n\r\n", Head(301, "/señal")),
        ("HTTP/1.1 429 Slow\r\nRetry-After: 120\r\n\r\n", Head(429, wait=120)),
        ("HTTP/1.1 503 Busy\r\nRetry-After: Fri, 27 Nov 2026 12:01:00 GMT\r\n\r\n", Head(503, wait=60)),
        ("HTTP/1.1 503 Busy\r\nRetry-After: Fri, 27 Nov 2020 12:01:00 GMT\r\n\r\n", Head(503, wait=0)),
        *(
            (f"HTTP/1.1 503 Busy\r\nRetry-After: {written}\r\n\r\n", Head(503))
            for written in ("", "soon", "-5", "1.5", "9" * 400, "Fri, 99 Nov 2026 12:01:00 GMT")
        ),
    ],
)
def test_status_way_on_and_wait_are_read(head: str, expected: Head) -> None:
    """By hand, after RFC 9110: Retry-After is a number of seconds or a date."""
    assert parse_head(head.encode(), NOW) == expected


@pytest.mark.parametrize(
    "head",
    [
        "",
        "220 mail\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 999 X\r\n\r\n",
        "HTTP/1.1 2000\r\n\r\n",
        "HTTP/1.1 200 OK\r\n" + "X: y\r\n" * 500 + "\r\n",
    ],
)
def test_what_is_no_answer_of_the_web_is_none(head: str) -> None:
    """It says nothing about the page."""
    with pytest.raises(NoAnswerError):
        parse_head(head.encode(), NOW)
