"""The one privacy threshold, and that nothing the hub says has another number."""

import re

from knowledge_hub.small_groups import SMALL_COUNTS, SMALLEST_GROUP, SMALLEST_GROUP_WORD
from support.builds import ROOT

_SAID = re.compile(r"\b(?:fewer than|under|below)\s+(\w+)\s+(?:people|students)\b", re.IGNORECASE)
_ENDINGS = {".py", ".html", ".js", ".typ", ".md", ".yml"}


def test_digits_and_words_end_at_the_same_number() -> None:
    """What is looked for in texts is every smaller count, in digits and in words."""
    digits, words = [text for text in SMALL_COUNTS if text.isdigit()], [text for text in SMALL_COUNTS if text.isalpha()]
    assert (len(digits), len(words)) == (SMALLEST_GROUP - 1, SMALLEST_GROUP - 1)
    assert digits[-1] == str(SMALLEST_GROUP - 1)
    assert SMALLEST_GROUP_WORD not in words


def test_every_text_says_the_same_number() -> None:
    """Templates, forms and the guide for contributors promise what the checks hold."""
    folders = [path for folder in ("hooks", ".github") for path in (ROOT / folder).rglob("*")]
    texts = [path for path in (*folders, ROOT / "CONTRIBUTING.md") if path.suffix in _ENDINGS]
    said = {
        (path.relative_to(ROOT).as_posix(), number)
        for path in texts
        for number in _SAID.findall(path.read_text(encoding="utf-8"))
    }
    assert said != set()
    assert {place for place in said if place[1] not in (str(SMALLEST_GROUP), SMALLEST_GROUP_WORD)} == set()
