"""The doctor: everything wrong with a set-up at once, what stops publishing first."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from setup.diagnosis import Finding, diagnose, render_findings
from support.own_hub import ALL_SETTINGS, write_own_hub
from support.small_library import write_content


def _diagnose(root: Path) -> dict[str, str]:
    """Return the sentences of each state, joined."""
    findings = list(diagnose(root, root / "content"))
    return {
        state: "\n".join(sentence for finding in findings if finding.state == state for sentence in finding.sentences)
        for state in ("stop", "advice", "fine")
    }


def test_a_whole_set_up_has_nothing_to_stop_it(tmp_path: Path) -> None:
    """Settings, pages, address and ways in are fine; what is left is advice."""
    write_own_hub(tmp_path, ALL_SETTINGS)
    found = _diagnose(tmp_path)
    assert found["stop"] == ""
    assert "https://host.example/repo-name/" in found["fine"]
    assert "e-mail" not in found["advice"]
    assert "python3 scripts/generate.py" in found["advice"]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"extra": {"email": "hub at example"}}, "mkdocs.yml:2: “extra: email” isn’t an e-mail address"),
        ({"theme": {"logo": "gone.png"}}, "“docs/gone.png”"),
        ({"theme": {"features": ["navigation.instant"]}}, "“navigation.instant”"),
        ({}, "docs/own.md:3: Browsers will block this frame"),
    ],
)
def test_what_a_strict_build_would_not_publish_comes_first(settings: dict[str, Any], told: str, tmp_path: Path) -> None:
    """With its file, its line and what to do."""
    write_own_hub(tmp_path, {"site_name": "Hub", **settings})
    assert told in _diagnose(tmp_path)["stop"]


def test_content_problems_are_counted_and_the_first_is_told(tmp_path: Path) -> None:
    """Someone with forty problems reads one sentence, and where the others are listed."""
    write_own_hub(tmp_path, ALL_SETTINGS)
    for name in ("one", "two"):
        (tmp_path / f"content/lessons/{name}.yml").write_text("title: a: b\n", encoding="utf-8")
    stop = _diagnose(tmp_path)["stop"]
    assert "Found 2 errors. The first: content/lessons/one.yml:1:" in stop
    assert "python3 scripts/check.py" in stop


def test_what_github_fills_in_is_only_advice(tmp_path: Path) -> None:
    """A clean copy can be published as it is."""
    write_own_hub(
        tmp_path,
        {"site_name": "Hub", "site_url": "https://example.org/", "extra": ALL_SETTINGS["extra"] | {"email": ""}},
    )
    found = _diagnose(tmp_path)
    assert found["stop"] == ""
    for told in ("address isn’t known", "by e-mail", "repository isn’t known", "pages.yml is missing"):
        assert told in found["advice"]


def test_it_says_where_pages_are_switched_on(tmp_path: Path) -> None:
    """The address of the very page, from the repository's own origin."""
    write_own_hub(tmp_path, ALL_SETTINGS)
    workflow = tmp_path / ".github/workflows/pages.yml"
    workflow.parent.mkdir(parents=True)
    workflow.touch()
    git = shutil.which("git")
    assert git
    for arguments in (["init", "-q"], ["remote", "add", "origin", "git@github.com:lakeside/hub.git"]):
        subprocess.run([git, "-C", str(tmp_path), *arguments], check=True)
    assert "https://github.com/lakeside/hub/settings/pages" in _diagnose(tmp_path)["advice"]


def test_findings_are_told_in_order_of_what_to_do_first() -> None:
    """Whatever the order in which they were found; what isn't there has no heading."""
    findings = [Finding("fine", ("All.",)), Finding("advice", ("Do.",)), Finding("stop", ("Mend.", "This too."))]
    assert render_findings(findings).splitlines() == [
        *("To do before the site can be published:", "  1. Mend.", "  2. This too.", ""),
        *("Worth doing:", "  1. Do.", "", "Fine:", "  - All."),
    ]
    assert render_findings(findings[:1]) == "Fine:\n  - All."


def test_an_empty_hub_can_be_diagnosed(tmp_path: Path) -> None:
    """Before the first record there is nothing to trip over."""
    write_content(tmp_path, {})
    (tmp_path / "mkdocs.yml").write_text("site_name: Hub\n", encoding="utf-8")
    assert _diagnose(tmp_path)["stop"] == ""
