"""The server of a built site: it answers as GitHub Pages does, and keeps quiet about browsers that go away."""

import gzip
import socket
import struct
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from setup.site_server import serve_site

# More than any buffer between a server and a browser holds.
LARGE = b"x" * 30_000_000
# On closing, a connection is cut instead of ended politely.
CUT = struct.pack("ii", 1, 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site, and a secret beside it."""
    (tmp_path / "site" / "lessons").mkdir(parents=True)
    (tmp_path / "site" / "lessons" / "index.html").write_text("Lessons", encoding="utf-8")
    (tmp_path / "site" / "404.html").write_text("Not here", encoding="utf-8")
    (tmp_path / "site" / "film.bin").write_bytes(LARGE)
    (tmp_path / "secret.html").write_text("Secret", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with serve_site(folder, "/repo-name/") as address:
        yield address


def _get(address: str) -> HTTPResponse:
    response: HTTPResponse = urllib.request.urlopen(address, timeout=30)  # noqa: S310 -- our own server
    return response


def test_a_folder_is_its_index(address: str) -> None:
    """Text is sent compressed, with its type."""
    with _get(f"{address}lessons/?q=x") as response:
        assert gzip.decompress(response.read()) == b"Lessons"
        assert response.headers["Content-Type"] == "text/html"


@pytest.mark.parametrize("path", ["nowhere/", "../secret.html", "%2e%2e/secret.html", "../lessons/"])
def test_what_is_not_there_has_a_page(address: str, path: str) -> None:
    """So has what lies outside the site, or above its folder."""
    with pytest.raises(urllib.error.HTTPError) as error:
        _get(address + path)
    with error.value as response:
        assert (response.code, gzip.decompress(response.read())) == (404, b"Not here")


def test_answers_are_noted_with_their_size(folder: Path) -> None:
    """Path and bytes over the wire, as they were asked for."""
    answers: list[tuple[str, int]] = []
    with serve_site(folder, answers=answers) as address, _get(f"{address}film.bin") as response:
        response.read()
    assert answers == [("/film.bin", len(LARGE))]


def test_a_browser_that_goes_away_is_no_noise(address: str, capfd: pytest.CaptureFixture[str]) -> None:
    """It closes a page before everything is there, and nothing of that stands in the log."""
    before = threading.active_count()
    with socket.create_connection(("127.0.0.1", urlsplit(address).port or 0)) as browser:
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, CUT)
        browser.sendall(b"GET /repo-name/film.bin HTTP/1.0\r\n\r\n")
        assert browser.recv(15) == b"HTTP/1.0 200 OK"
    _wait_until_answered(before)
    assert capfd.readouterr().err == ""


def test_every_other_fault_is_told(folder: Path, address: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever measures or tests learns what went wrong."""
    (folder / "404.html").unlink()
    before = threading.active_count()
    with pytest.raises(OSError, match="closed"):
        _get(f"{address}nowhere/")
    _wait_until_answered(before)
    assert "FileNotFoundError" in capfd.readouterr().err


def _wait_until_answered(threads: int) -> None:
    """Return when the server has ended all that it has begun."""
    while threading.active_count() > threads:
        time.sleep(0.01)
