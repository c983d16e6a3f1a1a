"""Starts the Firefox of this computer, which speaks WebDriver BiDi itself: there is no driver between."""

import base64
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from selenium.webdriver.remote.websocket_connection import WebSocketConnection

from setup.programs.firefox import MISSING, find_firefox
from support.browser.missing import leave_out
from support.browser.other_browser import AnswerLostError, OtherBrowser

_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
# How it says that what was asked of a page ended with the page.
_PAGE_LEFT = re.compile("no such frame|AbortError|Discarded|destroyed")
_STAYED = "Beforeunload prompt was rejected"
_TIMEOUT, _PAUSE = 30, 0.01
# Nothing is asked or told elsewhere.
_PREFERENCES = """
user_pref("app.update.disabledForTesting", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("extensions.update.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,#none");
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
"""


class StayedError(AssertionError):
    """The page asked whether it may be left, and was not left."""


class Firefox(OtherBrowser):
    """A tab of Firefox."""

    def __init__(self, connection: WebSocketConnection) -> None:
        self._connection = connection
        self._context = self._send("browsingContext.create", type="tab")["context"]

    def open_tab(self) -> "Firefox":
        """Return one more tab, which shares what is stored with this one."""
        return Firefox(self._connection)

    def close(self) -> None:
        """Close the tab as a reader does: the page is asked."""
        self._send("browsingContext.close", context=self._context, promptUnload=True)

    def _go(self, address: str) -> None:
        self._send("browsingContext.navigate", context=self._context, url=address, wait="none")

    def resize(self, width: int, height: int) -> None:  # noqa: D102 -- as in OtherBrowser
        viewport = {"width": width, "height": height}
        self._send("browsingContext.setViewport", context=self._context, viewport=viewport)

    def take_screenshot(self) -> bytes:  # noqa: D102 -- as in OtherBrowser
        return base64.b64decode(self._send("browsingContext.captureScreenshot", context=self._context)["data"])

    def print_pages(self) -> bytes:
        """Return the page on paper, as PDF."""
        return base64.b64decode(self._send("browsingContext.print", context=self._context)["data"])

    def _call(self, function: str, arguments: str) -> str:
        result = self._send(
            "script.callFunction",
            functionDeclaration=function,
            awaitPromise=True,
            target={"context": self._context},
            arguments=[{"type": "string", "value": arguments}],
        )
        assert result["type"] == "success", result
        return str(result["result"]["value"])

    def _perform(self, actions: list[dict[str, Any]]) -> None:
        self._send("input.performActions", context=self._context, actions=actions)

    def _send(self, method: str, **parameters: Any) -> dict[str, Any]:
        reply = self._connection.send_cmd(method, parameters)
        if "error" in reply and _PAGE_LEFT.search(f"{reply['error']} {reply.get('message')}"):
            raise AnswerLostError(reply)
        if _STAYED in reply.get("message", ""):
            raise StayedError
        assert "error" not in reply, reply
        return dict(reply["result"])


@contextmanager
def start_firefox(*, stays: bool = False) -> Iterator[Firefox]:
    """Give a browser that ends with the block. It says yes to every question; one that stays never to leaving a page."""
    path = find_firefox() or leave_out(MISSING)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        Path(profile, "user.js").write_text(_PREFERENCES, encoding="utf-8")
        command = [path, "--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile]
        with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
            assert process.stderr
            try:
                with _connect(_find_address(process.stderr), stays) as connection:
                    yield Firefox(connection)
            finally:
                process.terminate()


@contextmanager
def _connect(address: str, stays: bool) -> Iterator[WebSocketConnection]:
    """Give a session with Firefox."""
    connection = WebSocketConnection(f"{address}/session", _TIMEOUT, _PAUSE)
    answers = {"default": "accept", "beforeUnload": "dismiss" if stays else "accept"}
    reply = connection.send_cmd("session.new", {"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": answers}}})
    assert "error" not in reply, reply
    yield connection
    connection.close()


def _find_address(said: IO[str]) -> str:
    """Return where Firefox listens, which it says on a port of its own choice."""
    for line in said:
        if found := _LISTENING.search(line):
            return found[1]
    raise AssertionError("Firefox ended before it listened.")
