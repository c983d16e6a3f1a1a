"""The host's own words on the home page."""

from typing import Any

import pytest

from knowledge_hub.settings.home import Door, Home, read_home
from knowledge_hub.settings.reader import SettingReader


def _read(home: Any) -> tuple[Home, list[str]]:
    reader = SettingReader({"extra": {"home": home}})
    return read_home(reader), [problem.code for problem in reader.problems]


def test_nothing_said_keeps_what_the_hub_says() -> None:
    """All of it may be left out."""
    assert _read(None) == (Home(), [])


def test_everything_said_is_taken() -> None:
    """In its order."""
    said = {
        "heading": "H",
        "lead": "L",
        "examples": ["one", "two  words"],
        "doors": [
            {"title": "T", "text": "X", "link": "toolkits/a/#steps", "icon": "toolkit"},
            {"title": "U", "link": "https://a.example/"},
        ],
    }
    doors = (Door("T", "X", "toolkits/a/#steps", "toolkit"), Door("U", "", "https://a.example/"))
    assert _read(said) == (Home("H", "L", ("one", "two words"), doors), [])


@pytest.mark.parametrize(
    "door",
    [
        {"title": "T", "link": "javascript:alert(1)"},
        {"title": "T", "link": "//a.example/"},
        {"title": "T"},
        {"link": "toolkits/"},
        {"title": "T", "link": "toolkits/", "icon": "material/rocket"},
        "toolkits/",
    ],
)
def test_a_door_that_leads_nowhere_is_refused(door: Any) -> None:
    """It has words, and an address of this site or another."""
    assert _read({"doors": [door]}) == (Home(), ["bad-setting"])
