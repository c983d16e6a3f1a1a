"""A tiny hub with pages, menu and plugins of its host's own, and how a test builds it."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

from support.builds import ROOT, SITE_URL, TINY, run_mkdocs
from support.fixed_day import EPOCH

HOOKS = ROOT / "hooks"
LONG_PAGE = """---
summary: What we ask of families before we share anything.
reviewed_on: 2026-05-05
levels: [local]
---
# Our consent & privacy “rules”

A zebrafinch is what nobody else writes about.

## What we ask

One.

## Whom we ask

Two.

## When we ask

Three.
"""
ROBOTS = "User-agent: *\nDisallow: /rules/\n"
PAGES = {
    "robots.txt": ROBOTS,
    "join.md": "# Join us\n\nRead [the rules](rules/consent.md) and [a lesson](lessons/widen-the-team.md).\n",
    "rules/consent.md": LONG_PAGE,
    "rules/photos.md": "# Photos\n\nA short page.\n",
    "left-over.md": "# Left over\n\nIn no menu.\n",
}
NAV = [
    {"Join us": "join.md"},
    {
        "Rules": [
            "rules/consent.md",
            {"Pictures of people": "rules/photos.md"},
            {"A lesson of ours": "lessons/widen-the-team/"},
        ]
    },
    {"All roles": "roles/"},
    {"The national center": "https://center.example/"},
]


def write_hub(folder: Path, pages: dict[str, str] | None = None, **settings: Any) -> None:
    """Write a hub with these pages beside the tiny hub's own; `settings` come into its mkdocs.yml."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("mkdocs.yml"))
    for path, text in (pages or {}).items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    own = {
        "site_name": "A hub",
        "site_url": SITE_URL,
        "theme": {"name": "material", "custom_dir": str(HOOKS / "knowledge_hub" / "theme"), "font": False},
        "hooks": [str(HOOKS / "hub.py")],
        "plugins": [],
        "validation": {"nav": {"omitted_files": "ignore"}},
        "markdown_extensions": ["tables"],
        **settings,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(own, allow_unicode=True, sort_keys=False), encoding="utf-8")


def build_hub(folder: Path, *, may_warn: bool = False) -> subprocess.CompletedProcess[str]:
    """Build a written hub strictly into its folder site/, and return how it ended."""
    settings = {"HUB_PACKS": "0", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": EPOCH}
    return run_mkdocs(folder, folder / "site", may_warn=may_warn, **settings)
