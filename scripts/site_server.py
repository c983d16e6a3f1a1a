"""Serves a built site as a host would: below a path, compressed, under a strict policy; notes what was asked."""

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What search needs and no more; the hub's own pages bring a policy of their own.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


@dataclass
class ServedSite:
    """A running server: its address, and path and bytes of every answer."""

    address: str
    answers: list[tuple[str, int]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _ in self.answers]


@contextmanager
def serve_site(site: Path, *, below: str = "/") -> Iterator[ServedSite]:
    """Serve the folder `site` on a free port of this computer, below a path such as "/hub/"."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        served = ServedSite(f"http://127.0.0.1:{server.server_port}{below}")
        server.RequestHandlerClass = partial(_Handler, site, below, served)  # type: ignore[assignment]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, below: str, served: ServedSite, *arguments: object) -> None:
        self._site, self._below, self._served = site.resolve(), below, served
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        found = self._find(path)
        file = found or self._site / "404.html"
        body = file.read_bytes()
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", _TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Security-Policy", POLICY)
        if file.suffix in _COMPRESSED:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self._served.answers.append((path, len(body)))

    def _find(self, path: str) -> Path | None:
        if not path.startswith(self._below):
            return None
        file = (self._site / path.removeprefix(self._below)).resolve()
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_file() and file.is_relative_to(self._site) else None

    def log_message(self, *_: object) -> None:
        """Keep the terminal quiet."""
