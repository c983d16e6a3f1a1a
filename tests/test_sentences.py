"""How a text ends before another follows."""

import pytest

from knowledge_hub.sentences import end_sentence


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("A plan", "A plan."),
        ("Example Inc.", "Example Inc."),
        ("Why?", "Why?"),
        ("And then…", "And then…"),
        ("“Why?”", "“Why?”"),
        ("An “aim”", "An “aim”."),
        ("Office (O.)", "Office (O.)."),
        ("", ""),
    ],
)
def test_nothing_ends_twice(text: str, ended: str) -> None:
    """A text that ends a sentence gets no second stop, whatever stands around its end."""
    assert end_sentence(text) == ended
