"""A slip in the name of a setting is told: what it should have set would be missing in silence."""

import pytest

from knowledge_hub.settings.settings import create_settings


@pytest.mark.parametrize(
    ("settings", "told", "mend"),
    [
        ({"extra": {"help": {"phne": "116 123", "emergency": "112"}}}, "“extra: help: phne” is no setting.", "“phone”"),
        ({"extra": {"home": {"headline": "x"}}}, "“extra: home: headline” is no setting.", "Here stand: heading"),
        ({"theme": {"palette": {"primry": "teal"}}}, "“theme: palette: primry” is no setting.", "“primary”"),
        ({"theme": {"palette": [{"scheme": "slate", "acent": "red"}]}}, "“theme: palette: acent” is no", "“accent”"),
        ({"theme": {"palette": {"primary": None}}}, "“theme: palette: primary” has no color.", "quotation marks"),
    ],
)
def test_a_name_that_means_nothing_is_refused(settings: dict[str, object], told: str, mend: str) -> None:
    """With the name that was probably meant, or what may stand there."""
    (problem,) = create_settings(settings)[1]
    assert problem.code == "bad-setting"
    assert problem.message.startswith(told)
    assert mend in problem.help


def test_below_extra_only_a_near_miss_is_told() -> None:
    """A host may keep words for templates of its own there."""
    extra = {"hsot": "The office", "our_colleges": ["x"], "alternate": [], "version": None}
    (problem,) = create_settings({"extra": extra})[1]
    assert (problem.code, problem.message) == ("unused-setting", "“extra: hsot” is no setting of the hub.")
    assert problem.help == "Did you mean “host”?"
