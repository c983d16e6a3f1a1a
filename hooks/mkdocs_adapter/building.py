"""Builds a site as `mkdocs build --strict` does, in this process: what was read already isn't read again."""

from pathlib import Path

import click
from mkdocs.__main__ import _enable_warnings, color_option
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from knowledge_hub.library.read_content import ReadContent
from knowledge_hub.publishing.site_folder.writing import Left


def build_site(site_dir: Path, read: ReadContent) -> dict[str, Left] | None:
    """Build the hub of the working directory, or end the program with the exit code and the words of MkDocs.

    `read` is what was read of its content. Return how each file of the site was left, None where only the site knows.
    """
    config = []
    command = click.Command("build", callback=lambda: config.append(_build(site_dir, read)))
    color_option(command)  # type: ignore[no-untyped-call]
    try:
        command.main([])
    except SystemExit as end:
        if end.code:
            raise
    return config[0].extra.get("hub_left")


def _build(site_dir: Path, read: ReadContent) -> MkDocsConfig:
    _enable_warnings()  # type: ignore[no-untyped-call]
    config = load_config(site_dir=str(site_dir), strict=True)
    config.extra["hub_read"] = read
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return config
