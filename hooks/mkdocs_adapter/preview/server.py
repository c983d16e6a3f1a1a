"""Answers browsers: pages of the shown build, files that are made on request, and what a preview says about itself."""

import json
import mimetypes
import threading
import urllib.parse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.livereload import LiveReloadServer

from knowledge_hub.publishing.preview_faults import describe_faults, render_faults_page
from knowledge_hub.publishing.styles import HUB_STYLES, join_hub_styles
from knowledge_hub.words.words import Words
from mkdocs_adapter.preview.shown_site import ShownSite
from mkdocs_adapter.preview.watching import Watcher

# The address of what only a preview has, below the site's.
OWN = "hub-preview/"
_FILES = Path(__file__).parent / "files"
# Shorter than what any browser waits for an answer.
_PATIENCE = 25.0
_HTML, _JSON = "text/html; charset=utf-8", "application/json"


class Answer(NamedTuple):
    """What a browser gets; `location` is where it should ask instead."""

    body: bytes = b""
    kind: str = _HTML
    status: str = "200 OK"
    location: str = ""


class PreviewServer(LiveReloadServer):
    """MkDocs' server, as plugins know it, with answers and a watch of its own."""

    def __init__(self, address: tuple[str, int], shown: ShownSite, watcher: Watcher, theme: Path) -> None:
        super().__init__(lambda: None, *address, root="")
        self.words = Words()
        self._shown = shown
        self._watcher = watcher
        self._theme = theme

    def open(self) -> None:
        """Answer from now on."""
        self.server_bind()
        self.server_activate()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Build anew when a file at or below a path changes; plugins call this, too."""
        self._watcher.watch(Path(path).absolute())

    def unwatch(self, path: str) -> None:
        """No longer build anew for a path."""
        self._watcher.unwatch(Path(path).absolute())

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        """Answer one request."""
        answer = self._answer(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore"), environ)
        headers = [("Content-Type", answer.kind), ("Content-Length", str(len(answer.body)))]
        headers += [("Cache-Control", "no-cache")]
        if answer.location:
            headers += [("Location", urllib.parse.quote(answer.location))]
        start_response(answer.status, headers)
        return [answer.body]

    def _answer(self, path: str, environ: dict[str, Any]) -> Answer:
        if not path.startswith(self.mount_path):
            return Answer(status="302 Found", location=self.mount_path)
        name = path.removeprefix(self.mount_path)
        if name.startswith(OWN):
            return self._answer_about_itself(name.removeprefix(OWN), environ)
        return self._answer_from_site(name) if self._shown.news().site else self._answer_without_site(name)

    def _answer_from_site(self, name: str) -> Answer:
        body, site = self._shown.find(_file_at(name))
        if body is not None:
            return self._with_script(body, site) if _file_at(name).endswith(".html") else Answer(body, _guess(name))
        if not name.endswith("/") and self._shown.find(f"{name}/index.html")[0] is not None:
            return Answer(status="302 Found", location=f"{self.mount_path}{name}/")
        body, site = self._shown.find("404.html")
        return self._with_script(body or b"", site)._replace(status="404 Not Found")

    def _answer_without_site(self, name: str) -> Answer:
        """Return the page that says why there is no site yet, or what it loads."""
        if name == HUB_STYLES:
            return Answer(join_hub_styles(self._theme / "assets/hub/styles").encode(), "text/css")
        path = (self._theme / name).resolve()
        if name.startswith("assets/hub/") and path.is_relative_to(self._theme.resolve()) and path.is_file():
            return Answer(path.read_bytes(), _guess(name))
        page = render_faults_page(self._shown.news().faults, self.words, self.mount_path)
        return self._with_script(page.encode(), 0)._replace(status="503 Service Unavailable")

    def _answer_about_itself(self, name: str, environ: dict[str, Any]) -> Answer:
        if name == "state":
            after = urllib.parse.parse_qs(environ["QUERY_STRING"])["after"][0]
            return Answer(json.dumps(self._wait_for_news(int(after))).encode(), _JSON)
        if name == "differs":
            return Answer(json.dumps({"differs": self._differs(environ)}).encode(), _JSON)
        if name in {"preview.js", "preview.css"}:
            return Answer((_FILES / name).read_bytes(), _guess(name))
        return Answer(status="404 Not Found")

    def _wait_for_news(self, state: int) -> dict[str, Any]:
        news = self._shown.wait_for_news(state, _PATIENCE)
        said = describe_faults(news.faults, self.words, has_site=news.site != 0)
        return {"state": news.state, "site": news.site, "said": said}

    def _differs(self, environ: dict[str, Any]) -> bool:
        asked = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        page, *loaded = map(self._path_of, (asked["page"], *asked["loaded"]))
        return self._shown.differs(asked["since"], page, loaded)

    def _path_of(self, address: str) -> str:
        return _file_at(urllib.parse.unquote(address).removeprefix(self.mount_path))

    def _with_script(self, page: bytes, site: int) -> Answer:
        script = f'<script type="module" src="{self.mount_path}{OWN}preview.js?site={site}"></script>'.encode()
        before, end, after = page.rpartition(b"</body>")
        return Answer(b"".join((before, script, end, after)) if end else page + script)


def _file_at(address: str) -> str:
    return address if address and not address.endswith("/") else f"{address}index.html"


def _guess(name: str) -> str:
    # Windows may say of scripts that they are plain text, and then no browser runs them.
    kind = "text/javascript" if name.endswith(".js") else mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
