"""What becomes of the plugins that a host names."""

import pytest

from knowledge_hub.settings.plugins import REFUSED, UNUSED, WORKING, read_plugins
from knowledge_hub.settings.reader import SettingReader


def test_each_plugin_has_one_verdict() -> None:
    """None is said to work and refused at once."""
    names = [*WORKING, *UNUSED, *REFUSED]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("name", "code"),
    [*((name, "unused-setting") for name in UNUSED), *((name, "bad-setting") for name in REFUSED)],
)
def test_a_plugin_that_does_not_work_is_told_with_the_alternative(name: str, code: str) -> None:
    """One whole sentence says why, another what to do, whether the plugin is written with options or without."""
    for written in ([name], [f"material/{name}"], [{name: {"enabled": True}}], {name: {}}):
        reader = SettingReader({"plugins": written}, "site_name: x\nplugins:\n  - x\n")
        read_plugins(reader)
        (problem,) = reader.problems
        assert (problem.code, problem.line) == (code, 2)
        assert problem.message.startswith(f"“plugins: {name}” ")
        assert problem.message.endswith(".")
        assert ".." not in problem.message
        assert problem.help.endswith(".")


def test_what_works_is_left_alone_and_what_was_never_tried_is_a_notice() -> None:
    """The hub promises nothing of what it doesn't know, and stops nobody from using it."""
    reader = SettingReader({"plugins": [*WORKING, "somebodys-plugin"]})
    read_plugins(reader)
    assert [(problem.code, problem.message.split("”")[0]) for problem in reader.problems] == [
        ("setting-notice", "“plugins: somebodys-plugin")
    ]
