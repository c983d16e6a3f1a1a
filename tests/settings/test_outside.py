"""Which servers pages may reach: those that a host lists, and a counter only where it is the host's own choice."""

from typing import Any

import pytest

from knowledge_hub.settings.outside import Analytics, Outside, read_outside
from knowledge_hub.settings.reader import SettingReader


def _read(extra: dict[str, Any]) -> tuple[Outside, list[str]]:
    reader = SettingReader({"site_url": "https://hub.example/", "extra": extra})
    return read_outside(reader), [f"{problem.code} {problem.message}" for problem in reader.problems]


def test_nothing_said_reaches_nobody() -> None:
    """Off by default."""
    assert _read({}) == (Outside(), [])


@pytest.mark.parametrize(
    ("entry", "host"),
    [
        ("Player.Vimeo.com", "player.vimeo.com"),
        ("*.media.example", "*.media.example"),
        ("a.example:8443", "a.example:8443"),
    ],
)
def test_a_host_is_a_name(entry: str, host: str) -> None:
    """With a star for its parts, or a port."""
    assert _read({"allowed_hosts": [entry]}) == (Outside((host,)), [])


@pytest.mark.parametrize(
    "entry",
    [
        "https://a.example",
        "a.example/path",
        "*",
        "*.com;",
        "a.example 'unsafe-inline'",
        "localhost",
        "",
        7,
        "a..b.c",
        "a.example; x",
    ],
)
def test_anything_else_is_refused(entry: Any) -> None:
    """Nothing that could change the policy comes into it."""
    outside, problems = _read({"allowed_hosts": [entry]})
    assert outside.hosts == ()
    assert [problem.split()[0] for problem in problems] == ["bad-setting"]


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://a.example/x.png", True),
        ("//a.example/x.png", True),
        ("http://a.example/x.png", False),
        ("https://b.example/a.example", False),
        ("https://x.media.example/", True),
        ("https://media.example/", False),
    ],
)
def test_what_is_listed_may_be_shown(address: str, allowed: bool) -> None:
    """As browsers compare names: by https only, and a star stands for at least one part."""
    assert Outside(("a.example", "*.media.example")).allows(address) is allowed


@pytest.mark.parametrize(
    ("script", "origin"),
    [
        ("own/count.js", ""),
        ("https://stats.example/c.js", "https://stats.example"),
        ("https://hub.example/c.js", "https://hub.example"),
    ],
)
def test_a_counter_is_the_host_s_own(script: str, origin: str) -> None:
    """A file of the site, or on a host that is listed or the site's own."""
    outside, problems = _read(
        {
            "allowed_hosts": ["stats.example"],
            "analytics": {"script": script, "data": {"domain": "x"}},
            "consent": {"title": "T", "description": "D"},
        }
    )
    assert problems == []
    assert outside.analytics == Analytics(script, "T", "D", (("domain", "x"),))
    assert outside.analytics.origin == origin


@pytest.mark.parametrize(
    "analytics",
    [
        {"provider": "google", "property": "G-XXXX"},
        {"provider": "custom"},
        {"script": "https://elsewhere.example/c.js"},
        {"script": "http://stats.example/c.js"},
        {"script": "//elsewhere.example/c.js"},
        {"script": "/../c.js"},
        {"script": "javascript:alert(1)"},
        "G-XXXX",
    ],
)
def test_any_other_counter_is_refused(analytics: Any) -> None:
    """Nobody follows readers from page to page and from site to site."""
    outside, problems = _read({"allowed_hosts": ["stats.example"], "analytics": analytics})
    assert outside.analytics is None
    assert [problem.split()[0] for problem in problems] == ["bad-setting"]


def test_a_wrong_name_of_data_is_refused() -> None:
    """It becomes the name of an attribute."""
    _, problems = _read({"analytics": {"script": "c.js", "data": {"a b": 1}}})
    assert [problem.split()[0] for problem in problems] == ["bad-setting"]
