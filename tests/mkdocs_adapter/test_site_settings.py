"""MkDocs' configuration as the host's settings."""

import json
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_adapter.site_settings import read_settings


def _config(folder: Path, **settings: object) -> MkDocsConfig:
    written = {"site_name": "A hub", "theme": {"name": "material", "language": "es"}, **settings}
    (folder / "mkdocs.yml").write_text(json.dumps(written), encoding="utf-8")
    (folder / "docs").mkdir()
    config = MkDocsConfig(str(folder / "mkdocs.yml"))
    config.load_dict(written)
    assert config.validate() == ([], [])
    return config


def test_the_address_is_the_published_one(tmp_path: Path) -> None:
    """A preview has another one, which would be of no use in a file that somebody takes along."""
    config = _config(tmp_path, site_url="https://hub.example/x", extra={"host": "The office"})
    config.site_url = "http://127.0.0.1:8000/"
    settings = read_settings(config)
    assert (settings.site_name, settings.site_url) == ("A hub", "https://hub.example/x/")
    assert (settings.language, settings.host) == ("es", "The office")


def test_a_setting_that_cannot_be_used_ends_the_build_with_its_line(tmp_path: Path) -> None:
    """The host is told where and how to mend it, and all at once."""
    config = _config(tmp_path, extra={"email": "nobody", "host": ["a", "list"]})
    with pytest.raises(PluginError, match=r"(?s)(?=.*email)(?=.*host)(?=.*mkdocs.yml:1)"):
        read_settings(config)


def test_a_hub_without_an_address_hears_what_it_lacks(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """As a notice: the site itself needs none, and feeds can't do without."""
    with caplog.at_level("INFO", logger="mkdocs.plugins.hub"):
        read_settings(_config(tmp_path))
    told = [record.levelname for record in caplog.records if "so there are no feeds" in record.getMessage()]
    assert told == ["INFO"]
