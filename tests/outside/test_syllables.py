"""Syllables against a dictionary that others keep: what it says stands in syllables.yml, with where."""

from pathlib import Path

import yaml

from knowledge_hub.checks.reading_level import count_syllables

WORDS = yaml.safe_load((Path(__file__).parent / "syllables.yml").read_text(encoding="utf-8"))


def test_syllables_are_those_of_the_dictionary() -> None:
    """Of the words that records use most, 95 of 100 have as many syllables as the dictionary says."""
    counts = {word: number for number, words in WORDS.items() for word in words.split()}
    right = [word for word, number in counts.items() if count_syllables(word) == number]
    assert len(right) >= 0.95 * len(counts), sorted(counts.keys() - set(right))


def test_all_together_are_nearly_right() -> None:
    """What is counted too high and too low makes up for each other within three of a hundred."""
    counts = {word: number for number, words in WORDS.items() for word in words.split()}
    assert abs(sum(map(count_syllables, counts)) / sum(counts.values()) - 1) < 0.03
