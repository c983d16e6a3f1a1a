"""What the hub doesn't use is named with what to do instead; what it uses is not."""

from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.settings.reader import SettingReader
from knowledge_hub.settings.settings import create_settings
from knowledge_hub.settings.unused import tell_unused

# From Material's own documentation: what a site that moves here has.
WORKING_EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "pymdownx.details"),
    *("pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.snippets"),
    {"toc": {"permalink": True}},
    {"pymdownx.emoji": {"emoji_generator": "tag:material.extensions.emoji.to_svg"}},
    {"pymdownx.superfences": None},
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
]


def _tell(settings: dict[str, Any], docs: Path | None = None) -> list[str]:
    reader = SettingReader(settings)
    tell_unused(reader, docs)
    return [f"{problem.code}: {problem.message} {problem.help}" for problem in reader.problems]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"theme": "material"},
        {"theme": {"name": "material", "font": False, "features": [], "language": "en", "icon": None}},
        {"plugins": [], "markdown_extensions": WORKING_EXTENSIONS},
        {"plugins": {"tags": {}, "blog": None}, "extra_css": [], "extra": {"alternate": [{"lang": "es"}]}},
    ],
)
def test_what_works_is_not_named(settings: dict[str, Any]) -> None:
    """Nobody reads warnings about nothing."""
    assert _tell(settings) == []


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"theme": {"font": {"text": "Roboto"}}}, "“theme: font” has no effect here. The hub brings its own typeface"),
        ({"theme": {"icon": {"logo": "material/library"}}}, "“theme: icon: logo” has no effect here. Put a picture"),
        ({"theme": {"icon": {"repo": "x"}}}, "“theme: icon” has no effect here."),
        ({"theme": {"features": ["navigation.instant"]}}, "“navigation.instant”. Every page is loaded whole"),
        ({"theme": {"features": ["navigation.tabs"]}}, "“navigation.tabs”. Menu and footer"),
        ({"theme": {"features": ["search.suggest"]}}, "“search.suggest”. The hub has its own search"),
        ({"theme": {"features": ["something.new"]}}, "“something.new”. The hub doesn’t know this feature"),
        ({"extra": {"version": {"provider": "mike"}}}, "“extra: version” has no effect here."),
        ({"markdown_extensions": [{"pymdownx.arithmatex": {"generic": True}}]}, "“pymdownx.arithmatex”. Formulas"),
        ({"markdown_extensions": [{"pymdownx.superfences": {"custom_fences": [{"name": "mermaid"}]}}]}, "“mermaid”."),
        ({"markdown_extensions": ["pymdownx.emoji"]}, "“pymdownx.emoji”. Set emoji_generator"),
        ({"markdown_extensions": ["pymdownx.tabbed"]}, "“pymdownx.tabbed”. Add alternate_style: true."),
        ({"markdown_extensions": {"codehilite": {"noclasses": True}}}, "“codehilite: noclasses”. Remove noclasses."),
        ({"extra_css": ["https://cdn.example/a.css"]}, "which browsers will block: “https://cdn.example/a.css”."),
        ({"extra_javascript": [{"path": "//cdn.example/a.js"}]}, "which browsers will block: “//cdn.example/a.js”."),
    ],
)
def test_each_unused_setting_is_named_once(settings: dict[str, Any], told: str) -> None:
    """One sentence for what it is, one for what to do."""
    said = _tell(settings)
    assert len(said) == 1
    assert said[0].startswith("unused-setting: ")
    assert told in said[0]


def test_an_own_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A style sheet with a slip in its name would be missed by nobody but readers."""
    (tmp_path / "own.css").touch()
    assert _tell({"extra_css": ["own.css"]}, tmp_path) == []
    assert len(_tell({"extra_css": ["onw.css"], "extra_javascript": ["own.js"]}, tmp_path)) == 2


@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("https://example.org/", ["setting-notice"]),
        ("https://hub.example/", []),
        ("https://not-example.org/", []),
        ("", []),
    ],
)
def test_the_example_address_is_noticed(address: str, codes: list[str]) -> None:
    """A clean copy builds with it, and says so."""
    _, problems = create_settings({"site_url": address})
    assert [problem.code for problem in problems] == codes
