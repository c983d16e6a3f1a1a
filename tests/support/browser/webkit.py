"""Starts WebKit on a screen that nobody sees."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from selenium.common.exceptions import NoSuchFrameException, WebDriverException
from selenium.webdriver import Remote
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from setup.programs.webkit import MISSING, find_webkit
from support.browser.missing import leave_out
from support.browser.other_browser import AnswerLostError, OtherBrowser

_SCREEN = "1400x1000x24"
# What the driver now and then says of a page at work.
_UNREADABLE = "Could not parse script result"


class WebKit(OtherBrowser):
    """A window of WebKit's small browser."""

    def __init__(self, driver: Remote) -> None:
        self._driver = driver

    def _go(self, address: str) -> None:
        self._driver.get(address)

    def resize(self, width: int, height: int) -> None:  # noqa: D102 -- as in OtherBrowser
        self._driver.set_window_size(width, height)

    def take_screenshot(self) -> bytes:  # noqa: D102 -- as in OtherBrowser
        return bytes(self._driver.get_screenshot_as_png())

    def _call(self, function: str, arguments: str) -> str:
        try:
            return str(self._driver.execute_async_script(f"({function})(arguments[0]).then(arguments[1]);", arguments))
        except NoSuchFrameException as left:
            raise AnswerLostError from left
        except WebDriverException as failed:
            if _UNREADABLE not in str(failed.msg):
                raise
            raise AnswerLostError from failed

    def _perform(self, actions: list[dict[str, Any]]) -> None:
        self._driver.execute(Command.W3C_ACTIONS, {"actions": actions})


@contextmanager
def start_webkit() -> Iterator[WebKit]:
    """Give a browser that ends with the block."""
    driver, screen = find_webkit() or leave_out(MISSING)
    with _show_screen(screen) as name:
        # Drawing in layers crashed about one page in two hundred on a screen that isn't there.
        quiet = {"DISPLAY": name, "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        service = Service(executable_path=driver, env={**os.environ, **quiet})
        service.start()
        # What selenium itself makes of the address is deprecated in it.
        connection = RemoteConnection(client_config=ClientConfig(service.service_url))
        try:
            options = Options()
            options.page_load_strategy = "none"
            with Remote(connection, options=options) as remote:
                yield WebKit(remote)
        finally:
            connection.close()
            service.stop()


@contextmanager
def _show_screen(program: str) -> Iterator[str]:
    """Give the name of a new screen; the program itself finds one that is free."""
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as screen:
        os.close(writing)
        try:
            with os.fdopen(reading) as names:
                yield f":{names.readline().strip()}"
        finally:
            screen.terminate()
