"""Switches in the environment: what is on, what is off, and what nobody can tell."""

import pytest

from knowledge_hub.settings.switches import UnclearSwitch, read_switch


@pytest.mark.parametrize("word", ["", "0", "false", "no", "off", "False", " OFF "])
def test_what_says_no_is_off(word: str) -> None:
    """HUB_DRAFTS=0 publishes no drafts, whatever would hold without it."""
    assert read_switch({"HUB_X": word}, "HUB_X", default=True) is False


@pytest.mark.parametrize("word", ["1", "true", "yes", "on", "True"])
def test_what_says_yes_is_on(word: str) -> None:
    """The usual words are understood, in capitals too."""
    assert read_switch({"HUB_X": word}, "HUB_X") is True


@pytest.mark.parametrize("default", [True, False])
def test_without_a_word_the_default_holds(default: bool) -> None:
    """A switch that isn't set decides nothing."""
    assert read_switch({}, "HUB_X", default=default) is default


@pytest.mark.parametrize("word", ["2", "draft", "nein", "-", "y"])
def test_what_is_not_understood_is_refused(word: str) -> None:
    """The sentence names the switch, the word and the mend."""
    with pytest.raises(UnclearSwitch, match=rf"^HUB_X is “{word}”.*Write HUB_X=1 or HUB_X=0\.$"):
        read_switch({"HUB_X": word}, "HUB_X")
