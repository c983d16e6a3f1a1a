"""Serves a built site as GitHub Pages does: below a folder, compressed, with 404.html for what isn't there."""

import gzip
import mimetypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}
# Windows may say of scripts that they are plain text, and then no browser runs them.
mimetypes.add_type("text/javascript", ".js")


@contextmanager
def serve_site(folder: Path, prefix: str = "/", answers: list[tuple[str, int]] | None = None) -> Iterator[str]:
    """Serve a folder on a free port while the block runs; gives the address of its root.

    Path and bytes of each answer are added to `answers`.
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = _find_file(folder, prefix, self.path)
            body = (path or folder / "404.html").read_bytes()
            self.send_response(200 if path else 404)
            shown = path or folder / "404.html"
            self.send_header("Content-Type", mimetypes.guess_type(shown.name)[0] or "application/octet-stream")
            if shown.suffix in _COMPRESSED:
                body = gzip.compress(body)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            if answers is not None:
                answers.append((self.path, len(body)))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class's name
            """Say nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has gone on before its answer was there; every other fault is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _find_file(folder: Path, prefix: str, request: str) -> Path | None:
    address = unquote(urlsplit(request).path)
    if not address.startswith(prefix):
        return None
    path = (folder / address.removeprefix(prefix)).resolve()
    if not path.is_relative_to(folder.resolve()):
        return None
    if path.is_dir():
        path /= "index.html"
    return path if path.is_file() else None
