"""Builds the site of a preview as MkDocs' own `serve` does, but never ends: what went wrong is shown."""

import logging
import time
import traceback
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from knowledge_hub.publishing.preview_faults import Fault
from knowledge_hub.publishing.publication import Publication
from knowledge_hub.search.places import is_of_index
from knowledge_hub.settings.reader import FILE
from mkdocs_adapter.preview.faults import ErrorLog, explain_end
from mkdocs_adapter.preview.first_pages import make_first_pages
from mkdocs_adapter.preview.server import PreviewServer
from mkdocs_adapter.preview.shown_site import ShownSite
from mkdocs_adapter.preview.watching import Watcher

_LOG = logging.getLogger("mkdocs.plugins.hub")
_MKDOCS = logging.getLogger("mkdocs")
# Every so often, so that Ctrl+C is noticed on Windows, too.
_BREATH = 0.5


class Preview:
    """One preview, from its start to Ctrl+C: watch, build, show."""

    def __init__(self, root: Path, address: tuple[str, int], folder: Path, theme: Path) -> None:
        self._root = root
        self._host = f"http://{address[0]}:{address[1]}"
        self._shown = ShownSite(folder)
        self._watcher = Watcher()
        self._server = PreviewServer(address, self._shown, self._watcher, theme)
        # What plugins are told once: of the first settings that can be read, and of the first build that succeeds.
        self._started: MkDocsConfig | None = None
        self._is_served = False
        self._last: MkDocsConfig | None = None

    def run(self, watched: Iterable[Path]) -> None:
        """Serve until the program is told to stop; `watched` counts from the start, whatever the settings say."""
        for path in watched:
            self._watcher.watch(path)
        self._watcher.start()
        self._server.open()
        try:
            self._build_or_explain()
            _LOG.info("Serving on %s", self._host + self._server.mount_path)
            while True:
                if self._watcher.wait(_BREATH):
                    _LOG.info("Detected file changes")
                    self._show_first()
                    self._build_or_explain()
        except KeyboardInterrupt:
            _LOG.info("Shutting down...")
        finally:
            self._watcher.stop()
            self._server.shutdown()
            if self._started:
                self._started.plugins.on_shutdown()

    def _build_or_explain(self) -> None:
        log = ErrorLog()
        _MKDOCS.addHandler(log)
        try:
            self._build()
        except (Exception, SystemExit) as error:  # noqa: BLE001 -- whatever it is, the preview goes on
            faults = explain_end(error, log.said, self._root, self._server.words)
            self._shown.fail(faults)
            _say(error, faults)
            _LOG.error("The pages stay as they were until this is mended.")
        finally:
            _MKDOCS.removeHandler(log)

    def _show_first(self) -> None:
        """Show the pages of a record that was saved, if that is all that changed since a build that succeeded."""
        last, self._last = self._last, None
        if last is None:
            return
        try:
            pages = make_first_pages(last, self._watcher.changed)
        except Exception:  # noqa: BLE001 -- the build that follows says what is wrong
            return
        if pages:
            self._last = last
            self._shown.show_first(pages)
            _LOG.info("The pages of the record are up to date.")

    def _build(self) -> None:
        start = time.monotonic()
        folder = self._shown.begin()
        config = load_config(config_file=str(self._root / FILE), site_dir=str(folder))
        for path in (config.docs_dir, *config.watch):
            self._server.watch(str(path))
        if self._started is None:
            self._started = config
            config.plugins.on_startup(command="serve", dirty=False)
        self._server.mount_path = f"{urlsplit(config.site_url or '').path.rstrip('/')}/"
        config.site_url = self._host + self._server.mount_path
        config.extra["hub_show_pages"] = partial(self._show, folder, start)
        build(config, serve_url=config.site_url)
        self._shown.complete()
        self._last = config
        _LOG.info("So is everything else.")
        if not self._is_served:
            self._is_served = True
            config.plugins.on_serve(self._server, config=config, builder=self._build_or_explain)

    def _show(self, folder: Path, start: float, publication: Publication) -> None:
        self._server.words = publication.site.words
        programs = publication.program_files
        self._shown.show(folder, publication.made_on_request, lambda path: path in programs or is_of_index(path))
        _LOG.info("The pages are up to date, after %.1f seconds.", time.monotonic() - start)


def _say(error: BaseException, faults: tuple[Fault, ...]) -> None:
    """Print what MkDocs hasn't said itself; where the code is at fault, all that is known."""
    if isinstance(error, Abort):
        return
    if isinstance(error, MkDocsException):
        _LOG.error(error.format_message())
    elif faults[0].place:
        _LOG.error("%s %s", *faults[0][:2])
    else:
        traceback.print_exception(error)
