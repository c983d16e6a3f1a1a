"""The settings of a site, read without MkDocs and as MkDocs reads them."""

from pathlib import Path

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from setup.site_settings import dump_settings, read_settings

SETTINGS = """\
site_name: A hub
site_url: !ENV [HUB_TEST_URL, "https://example.org/"]
strict: !ENV [HUB_TEST_FIRST, HUB_TEST_SECOND, true]
copyright: !ENV HUB_TEST_ONE
nothing: !ENV [HUB_TEST_FIRST, null]
extra:
  host: !ENV [HUB_TEST_HOST, ""]
markdown_extensions:
  - toc: {permalink: false}
"""
TAGGED = """\
site_name: A hub
markdown_extensions:
  - emoji: {emoji_index: !!python/name:no.such.module.twemoji '', where: !relative $docs_dir}
  - toc:
      slugify: !!python/object/apply:os.makedirs
        args: [made]
"""


def _write(folder: Path, text: str, name: str = "mkdocs.yml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"HUB_TEST_URL": "https://hub.example/", "HUB_TEST_ONE": "us"},
        {"HUB_TEST_URL": "", "HUB_TEST_SECOND": "false"},
        {"HUB_TEST_FIRST": "12", "HUB_TEST_SECOND": "x", "HUB_TEST_HOST": "a: b"},
    ],
)
def test_variables_come_first_as_in_mkdocs(
    variables: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each `!ENV` is its first variable that is set, else its default, and has the type that its text has."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    path = _write(tmp_path, SETTINGS)
    with path.open("rb") as file:
        assert read_settings(path) == yaml_load(file)


def test_a_variable_wins_over_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address of a workflow's run is the one that counts."""
    path = _write(tmp_path, SETTINGS)
    assert read_settings(path)["site_url"] == "https://example.org/"
    monkeypatch.setenv("HUB_TEST_URL", "https://hub.example/")
    assert read_settings(path)["site_url"] == "https://hub.example/"


def test_nothing_that_the_file_names_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tags that would load or call something are left as they are, and are written again as they were."""
    monkeypatch.chdir(tmp_path)
    settings = read_settings(_write(tmp_path, TAGGED))
    assert settings["site_name"] == "A hub"
    again = dump_settings(settings)
    assert not (tmp_path / "made").exists()
    assert _shape(yaml.compose(again)) == _shape(yaml.compose(TAGGED))


def test_a_parent_file_is_merged_as_in_mkdocs(tmp_path: Path) -> None:
    """Own values win, mappings are joined, lists are not."""
    _write(
        tmp_path, "site_name: Parent\nextra: {host: us, more: {a: 1}}\nplugins: [search]\nstrict: true\n", "base.yml"
    )
    path = _write(tmp_path, "INHERIT: base.yml\nsite_name: Own\nextra: {email: x, more: {b: 2}}\nplugins: []\n")
    with path.open("rb") as file:
        assert read_settings(path) == yaml_load(file)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("site_name: A: b\n", "mkdocs.yml can’t be read: line 1, column 13: "),
        ("site_url: !ENV {a: b}\n", "mkdocs.yml can’t be read: line 1, column 11: "),
        ("- a\n", "mkdocs.yml can’t be read: it needs names "),
        ("", "mkdocs.yml can’t be read: it needs names "),
        ("INHERIT: gone.yml\n", "gone.yml can’t be read: No such file or directory."),
        ("site_name: \x01\n", "mkdocs.yml can’t be read: "),
    ],
)
def test_what_can_t_be_read_is_a_sentence(text: str, said: str, tmp_path: Path) -> None:
    """A slip in the settings ends a command with the place of the slip."""
    with pytest.raises(SystemExit) as ended:
        read_settings(_write(tmp_path, text))
    assert str(ended.value).startswith(said)
    assert str(ended.value).endswith(".")


def _shape(node: yaml.Node | None) -> object:
    """Return tags and values of a document, however it is laid out."""
    match node:
        case yaml.MappingNode():
            return node.tag, [(_shape(key), _shape(value)) for key, value in node.value]
        case yaml.SequenceNode():
            return node.tag, [_shape(item) for item in node.value]
        case yaml.ScalarNode():
            return node.tag, node.value
    return None
