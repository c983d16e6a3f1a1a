"""Keeps MkDocs' own server, which a bare `mkdocs serve` starts, in reach while the content has problems."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_log = logging.getLogger("mkdocs.plugins.hub")


def keep_last_site(server: "LiveReloadServer") -> "LiveReloadServer":
    """Let a rebuild that fails leave the last pages in place; MkDocs would let every browser wait until it works."""
    server.builder = _forgiving(server.builder)
    return server


def _forgiving(build: Callable[[], None]) -> Callable[[], None]:
    def rebuild() -> None:
        try:
            build()
        except SystemExit:
            # MkDocs has just said what is wrong.
            _log.error("The pages stay as they were until this is mended.")

    return rebuild
