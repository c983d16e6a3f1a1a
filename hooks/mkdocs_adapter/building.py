"""Builds a site as `mkdocs build --strict` does, in this process: what was read already isn't read again."""

import functools
from pathlib import Path

import click
from mkdocs.__main__ import _enable_warnings, color_option
from mkdocs.commands.build import build
from mkdocs.config import load_config

from knowledge_hub.library.read_content import ReadContent


def build_site(site_dir: Path, read: ReadContent) -> None:
    """Build the hub of the working directory, or end the program with the exit code and the words of MkDocs.

    `read` is what was read of its content.
    """
    command = click.Command("build", callback=functools.partial(_build, site_dir, read))
    color_option(command)  # type: ignore[no-untyped-call]
    try:
        command.main([])
    except SystemExit as end:
        if end.code:
            raise


def _build(site_dir: Path, read: ReadContent) -> None:
    _enable_warnings()  # type: ignore[no-untyped-call]
    config = load_config(site_dir=str(site_dir), strict=True)
    config.extra["hub_read"] = read
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
