"""The menu that a host writes as `nav:`."""

import pytest

from knowledge_hub.settings.menu import MenuItem, read_menu
from knowledge_hub.settings.reader import SettingReader


def test_a_menu_has_two_levels() -> None:
    """Pages with and without a title, sections with pages, and addresses, in their order."""
    reader = SettingReader({"nav": ["a.md", {"B": "b.md"}, {"More": ["c.md", {"Out": "https://out.example/"}]}]})
    assert read_menu(reader) == (
        MenuItem("", "a.md"),
        MenuItem("B", "b.md"),
        MenuItem("More", items=(MenuItem("", "c.md"), MenuItem("Out", "https://out.example/"))),
    )
    assert reader.problems == []


def test_a_third_level_is_told_and_its_pages_stay() -> None:
    """No page is lost with its section, and the host reads what became of it."""
    reader = SettingReader({"nav": [{"More": [{"Deep": ["c.md"]}, "d.md"]}]}, "site_name: x\nnav:\n  - More:\n")
    assert read_menu(reader) == (MenuItem("More", items=(MenuItem("", "c.md"), MenuItem("", "d.md"))),)
    (problem,) = reader.problems
    assert (problem.code, problem.line) == ("unused-setting", 2)
    assert "“Deep”" in problem.message
    assert "stand in “More”" in problem.message


@pytest.mark.parametrize("entry", [{"Run": "javascript:alert(1)"}, {"Empty": None}, {"Number": 3}])
def test_an_entry_that_leads_nowhere_is_refused(entry: object) -> None:
    """It is named, and is no part of the menu."""
    reader = SettingReader({"nav": ["a.md", entry]})
    assert read_menu(reader) == (MenuItem("", "a.md"),)
    assert [problem.code for problem in reader.problems] == ["bad-setting"]


@pytest.mark.parametrize("target", ["https://out.example/", "//out.example/x", "mailto:us@out.example"])
def test_an_address_elsewhere_is_known(target: str) -> None:
    """What leads away is never looked for among the pages."""
    assert MenuItem("Out", target).is_outside
