"""Code is kept where Python keeps its own, or not at all."""

import sys
from pathlib import Path

import pytest

from knowledge_hub.publishing.kept.code_cache import CodeCache, open_template_cache


def test_code_lies_where_python_keeps_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where Python was told of another place; each kind of templates has its own."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    open_template_cache("pages")["abc"] = b"code"
    assert open_template_cache("pages")["abc"] == b"code"
    assert "abc" not in open_template_cache("shell")
    assert [path.read_bytes() for path in tmp_path.rglob("abc")] == [b"code"]


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there may still be read, as Python does."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    cache = CodeCache(tmp_path)
    cache["abc"] = b"code"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    cache["def"] = b"code"
    assert dict(cache) == {"abc": b"code"}


def test_a_place_that_cannot_be_used_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub may lie where a build may not write."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "file").touch()
    cache = CodeCache(tmp_path / "file")
    cache["abc"] = b"code"
    assert cache.get("abc") is None
