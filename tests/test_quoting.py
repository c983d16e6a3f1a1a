"""What somebody wrote, inside a sentence about it."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge_hub.quoting import quote, quoted_example, shorten


@pytest.mark.parametrize(("most", "shown"), [(5, "abcde"), (4, "abc…"), (1, "…")])
def test_a_long_value_is_cut(most: int, shown: str) -> None:
    """What is cut says so, and is never longer than asked for."""
    assert shorten("abcde", most) == shown


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" ")))
@example('It\'s "so": # \\n')
def test_a_quoted_value_is_read_as_it_was(value: str) -> None:
    """A contributor who copies the mend gets exactly what was written."""
    assert yaml.safe_load(quote(value)) == value


def test_an_example_stays_short() -> None:
    """The mend of a long value shows its beginning."""
    assert quoted_example("a: " + "x" * 100).endswith(f'"a: {"x" * 56}…"')
