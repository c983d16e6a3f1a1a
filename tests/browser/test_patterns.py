"""The patterns of the published schemas, which the form and editors run as browsers read them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.browser.pages import OpenPage

pytestmark = pytest.mark.slow

TEXTS = (
    *("", "a", "plan-visits", "Plan", "-plan", "a" * 61, "2026", "2026-01", "2026-01-15", "26-01", "09:30", "24:00"),
    *("https://example.org/a(b)?c=d#e", "http://example.org", "ftp://example.org", "https://example.org/“a”"),
    *('https://example.org/"a"', "https://example.org/it's", "https://example.org/a b", "https://example.org/a\\b"),
    *("10.1000/182", '10.1000/"182"', "10.1/x", "lessons/old/", "../old/", "https:///", "lessons//old"),
)
_JUDGE = """([patterns, texts]) => patterns.map((pattern) => {
  try {
    const compiled = new RegExp(pattern, "u");
    return texts.filter((text) => compiled.test(text));
  } catch (error) {
    return String(error);
  }
})"""


def _patterns(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            yield part["pattern"]
        for value in part.values():
            yield from _patterns(value)
    if isinstance(part, list):
        for value in part:
            yield from _patterns(value)


def test_a_browser_judges_by_every_pattern_as_python_does(open_page: OpenPage, tiny_site: Path) -> None:
    """A pattern that a browser can't compile would end the form's own check without a word."""
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in (tiny_site / "schemas").glob("*.json")]
    patterns = sorted({pattern for schema in schemas for pattern in _patterns(schema)})
    assert len(patterns) >= 5
    judged = open_page("about/").evaluate(_JUDGE, [patterns, TEXTS])
    expected = [[text for text in TEXTS if re.search(pattern, text)] for pattern in patterns]
    assert dict(zip(patterns, judged, strict=True)) == dict(zip(patterns, expected, strict=True))
