"""What a build says of a host's settings and pages: nothing is passed over, and `--strict` decides as in MkDocs."""

from pathlib import Path

import pytest

from support.own_hub import VIDEO_HOST, build_own_hub, write_own_hub

pytestmark = pytest.mark.slow


def test_what_has_no_effect_ends_a_strict_build(tmp_path: Path) -> None:
    """Each option and each blocked thing on a page has its own line, with its place; the site isn't written over."""
    settings = {"site_name": "Hub", "theme": {"features": ["navigation.instant"], "icon": {"logo": "material/library"}}}
    built = build_own_hub(write_own_hub(tmp_path, settings), tmp_path / "site")
    warnings = [line for line in built.stderr.splitlines() if line.startswith("WARNING")]
    assert built.returncode == 1
    assert "Aborted with 4 warnings in strict mode!" in built.stderr + built.stdout
    assert [line.split()[2].rstrip(":") for line in warnings] == [
        *("mkdocs.yml:7", "mkdocs.yml:11", "docs/own.md:3", "docs/own.md:5"),
    ]


def test_a_notice_ends_no_build(tmp_path: Path) -> None:
    """The example address is said in one line, and the site is made."""
    settings = {"site_name": "Hub", "site_url": "https://example.org/", "extra": {"allowed_hosts": [VIDEO_HOST]}}
    built = build_own_hub(write_own_hub(tmp_path, settings), tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert built.stderr.count("is still the example “https://example.org/”") == 1
    assert "WARNING" not in built.stderr


def test_what_cannot_be_used_ends_every_build(tmp_path: Path) -> None:
    """All of it at once, in sentences, and nothing of a traceback."""
    settings = {
        "site_name": "Hub",
        "extra": {"email": "hub at example", "allowed_hosts": ["https://a.example"]},
        "theme": {"logo": "gone.png", "palette": {"primary": "#808080"}},
    }
    built = build_own_hub(write_own_hub(tmp_path, settings), tmp_path / "site")
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    for told in ("isn’t an e-mail address", "isn’t a host", "“docs/gone.png”", "The nearest color"):
        assert told in built.stderr


def test_tables_keep_their_alignment(tmp_path: Path) -> None:
    """Python-Markdown would write it as inline style, which browsers block."""
    path = write_own_hub(tmp_path, {"site_name": "Hub", "markdown_extensions": ["extra"]})
    (tmp_path / "docs/own.md").write_text("| a | b |\n|:-:|--:|\n| 1 | 2 |\n", encoding="utf-8")
    built = build_own_hub(path, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert '<td align="center">1</td>' in (tmp_path / "site/own/index.html").read_text(encoding="utf-8")
