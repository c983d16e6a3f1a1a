"""The list of published addresses as a file."""

import pytest

from knowledge_hub.publishing.addresses.ledger import read_ledger, render_ledger


def test_a_list_only_grows() -> None:
    """What it promised stays, new addresses are sorted in, each once."""
    old = render_ledger([], ["/b/", "/a/#x", "/a/"])
    new = render_ledger(read_ledger(old), ["/c.pdf", "/a/"])
    lines = [line for line in new.splitlines() if not line.startswith("# ")]
    assert lines == ["/a/", "/a/#x", "/b/", "/c.pdf"]
    assert render_ledger(read_ledger(new), []) == new


def test_a_line_is_an_address_and_a_place() -> None:
    """Comments and empty lines are passed over; a line is known by its number."""
    read = read_ledger("# About\r\n#\r\n\r\n  /lessons/ask/#why \r\n/#x\r\n")
    assert [(promise.line, promise.path, promise.fragment) for promise in read] == [
        (4, "/lessons/ask/", "why"),
        (5, "/", "x"),
    ]


@pytest.mark.parametrize("line", ["https://hub.example/lessons/ask/", "lessons/ask/", "/../secret", "//elsewhere/"])
def test_what_is_no_address_is_kept_and_known(line: str) -> None:
    """Nothing outside the site is looked for."""
    (promise,) = read_ledger(line)
    assert (promise.path, promise.text) == ("", line)
