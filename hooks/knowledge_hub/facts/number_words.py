"""Number words and what they stand for: patterns that find them, and their values as figures write them."""

import re

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

WORD_VALUES = {word: number for number, word in enumerate(f"{_UNITS} {_TEENS}".split(), start=1)}
WORD_VALUES |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}

_ONE_WORD = "|".join(WORD_VALUES)
WORD = rf"(?:(?:{'|'.join(_TENS.split())})-(?:{'|'.join(_UNITS.split())})|{_ONE_WORD})"
# "Half of", not "half a day" or "the first half of the year"; "a third of", not "a third meeting".
PART = (
    r"(?<!first )(?<!second )(?<!other )half(?![\w-]| an? | hour| day| year)"
    r"|(?:one|an?)[ -](?:third|quarter|fifth|sixth|eighth|tenth)(?= of\b)"
    r"|one[ -](?:third|quarter)|(?:two|three|four|five|seven|nine)[ -](?:thirds|quarters|fifths|sixths|eighths|tenths)"
    rf"|(?:one|two|three) (?:in|out of)(?: every)? (?:{_ONE_WORD})"
)
TIMES = {"doubled": "x2", "twice as": "x2", "twofold": "x2", "tripled": "x3", "threefold": "x3", "halved": "1/2"}


def word_value(word: str) -> str:
    """Return the value of a number word, such as "25" for "twenty-five"."""
    return str(sum(WORD_VALUES[part] for part in word.lower().split("-")))


def part_value(words: str) -> str:
    """Return the value of a share in words, such as "2/3" for "two thirds" and "1/3" for "one in three"."""
    count, *_, last = re.split("[ -]", f"one {words.lower()}" if words.lower() == "half" else words.lower())
    whole = WORD_VALUES.get(last) or PARTS[last.removesuffix("s")]
    return f"{WORD_VALUES.get(count, 1)}/{whole}"


def percents_of(part: str) -> frozenset[str]:
    """Return the figures that say a share such as "2/3" in percent."""
    count, _, whole = part.partition("/")
    percent = 100 * int(count) / int(whole)
    return frozenset(f"{number:g}" for number in (int(percent), round(percent), round(percent, 1)))
