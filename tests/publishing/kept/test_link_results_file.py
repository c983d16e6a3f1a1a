"""Where the results of link checks are kept."""

import datetime
from pathlib import Path

import pytest

from knowledge_hub.publishing.kept.link_results_file import (
    find_link_results,
    load_link_results,
    read_link_results,
    write_link_results,
)
from knowledge_hub.upkeep.link_results import LinkResult


def test_what_is_written_is_read_by_the_next_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In .cache/ of the hub, or where HUB_CACHE says; without a file nothing is known."""
    monkeypatch.delenv("HUB_CACHE", raising=False)
    assert load_link_results(tmp_path) == {}
    results = {"https://a.org/": LinkResult(state="ok", asked=datetime.date(2026, 1, 1))}
    write_link_results(find_link_results(tmp_path), results)
    assert load_link_results(tmp_path) == results
    assert [path.name for path in (tmp_path / ".cache").iterdir()] == ["links.json"]
    monkeypatch.setenv("HUB_CACHE", str(tmp_path / "elsewhere"))
    assert load_link_results(tmp_path) == {}


def test_a_damaged_file_stops_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check that writes it anew is told of it."""
    monkeypatch.setenv("HUB_CACHE", str(tmp_path))
    (tmp_path / "links.json").write_bytes(b"\xff{")
    assert load_link_results(tmp_path) == {}
    with pytest.raises(ValueError):  # noqa: PT011 -- the class is the promise
        read_link_results(tmp_path / "links.json")
