"""Only public web servers are ever asked, whatever name an address hides behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from links.faults import NoAnswerError, RefusedError, UnknownNameError
from links.targets import Target, create_target, find_machines, is_public
from support.event_loop import run_waiting


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://a.org", Target("https", "a.org", 443, "/")),
        ("http://A.org:8080/b?c=d#e", Target("http", "a.org", 8080, "/b?c=d")),
        ("https://bücher.example/ñ?q=ü", Target("https", "xn--bcher-kva.example", 443, "/%C3%B1?q=%C3%BC")),
        ("https://a.org/%20a%2Fb", Target("https", "a.org", 443, "/%20a%2Fb")),
        ("http://me:secret@a.org/", Target("http", "a.org", 80, "/")),
        ("http://[2001:db8::1]:81/", Target("http", "2001:db8::1", 81, "/")),
        ('https://a.org/"<x>\r\nHost: b', Target("https", "a.org", 443, "/%22%3Cx%3EHost:%20b")),
    ],
)
def test_an_address_is_taken_apart(address: str, target: Target) -> None:
    """What it may not hold is written in percent signs, and who is named in it is told to nobody."""
    assert create_target(address) == target


def test_a_port_is_named_where_it_is_not_the_usual_one() -> None:
    """So is an IPv6 address in brackets."""
    shown = [create_target(f"http://{host}/").authority for host in ("a.org", "a.org:80", "a.org:81", "[::1]:81")]
    assert shown == ["a.org", "a.org", "a.org:81", "[::1]:81"]


@pytest.mark.parametrize(
    "address",
    ["", "a.org", "ftp://a.org/", "http://", "http://[", "http://a:x/", "http://a..b/", "http://a b/", "http://a\x00/"],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    """With a sentence."""
    with pytest.raises(RefusedError, match="web"):
        create_target(address)


@given(st.sampled_from(["http://", "https://", "//", ""]), st.text(), st.text(alphabet="[]:@/?#%.\\ax1\r\n\t\u202eñ "))
def test_any_text_is_one_request_or_none(scheme: str, one: str, other: str) -> None:
    """Nothing that somebody writes ends a line of a request, or adds one."""
    for address in (scheme + one, scheme + other + one):
        try:
            target = create_target(address)
        except RefusedError:
            continue
        request = f"HEAD {target.path} HTTP/1.1|Host: {target.authority}"
        assert request.isascii()
        assert request.isprintable()
        assert request.count(" ") == 3


@pytest.mark.parametrize(
    ("machine", "expected"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        *((machine, False) for machine in ("127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1")),  # noqa: S104
        *((machine, False) for machine in ("169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255")),
        *((machine, False) for machine in ("::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "fec0::1")),
        *((machine, False) for machine in ("::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "2002:a00:1::", "2002:7f00:1::")),
    ],
)
def test_private_machines_are_known(machine: str, *, expected: bool) -> None:
    """Also where an IPv6 address only wraps one."""
    assert is_public(machine) == expected


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "169.254.169.254", "2130706433", "0x7f000001", "127.1"])
def test_a_way_into_a_private_network_is_refused(host: str) -> None:
    """However the number is written; what the system doesn't take for a number is a name that nobody has."""
    with pytest.raises((RefusedError, UnknownNameError, NoAnswerError)):
        run_waiting(find_machines(create_target(f"http://{host}/")))


def test_who_asks_for_it_may_reach_this_machine() -> None:
    """No command does."""
    assert run_waiting(find_machines(create_target("http://127.0.0.1/"), may_be_private=True)) == ["127.0.0.1"]
