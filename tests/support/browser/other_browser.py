"""What a reader does in a browser that Playwright doesn't drive here: opens pages, clicks, types and looks."""

import json
import time
from abc import ABC, abstractmethod
from typing import Any

from selenium.webdriver.common.keys import Keys

TAB, ENTER, ESCAPE, SPACE = Keys.TAB, Keys.ENTER, Keys.ESCAPE, " "
# In seconds: only a test that fails waits so long.
_LONGEST_WAIT = 60.0
_PAUSE = 0.05
# The control that a reader calls by these words, if it can be seen, and the middle of it.
_FIND = """(words) => {
  const name = (element) =>
    (element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent).replace(/\\s+/g, " ").trim();
  const controls = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")];
  const found = controls.find((element) => element.checkVisibility() && name(element).startsWith(words));
  if (!found) return null;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const box = found.getBoundingClientRect();
  return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
}"""


_VALUE = """(words) => [...document.querySelectorAll("input, select, textarea")]
  .find((field) => field.labels?.[0]?.textContent.trim().startsWith(words))?.value"""


class AnswerLostError(Exception):
    """A function gave no result: its page was left, for another or for itself anew, or the driver lost it."""


class OtherBrowser(ABC):
    """One window of a browser, driven by W3C's WebDriver."""

    def visit(self, address: str) -> None:
        """Open a page and wait until it is loaded; another page has another time of origin."""
        before = self.run("() => performance.timeOrigin")
        self._go(address)
        self.wait("(before) => performance.timeOrigin !== before && document.readyState === 'complete'", before)

    @abstractmethod
    def _go(self, address: str) -> None:
        """Begin to open a page. Whether it came is asked of the page: drivers' own answers get lost now and then."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make the window about this big, in CSS pixels."""

    @abstractmethod
    def take_screenshot(self) -> bytes:
        """Return what the window shows, as PNG."""

    @abstractmethod
    def _call(self, function: str, arguments: str) -> str:
        """Return what a function of the page's makes of a text, a text too.

        Raises:
            AnswerLostError: There is no result.

        """

    @abstractmethod
    def _perform(self, actions: list[dict[str, Any]]) -> None:
        """Do what a reader does with keys and pointer (WebDriver, section 15)."""

    def run(self, function: str, *arguments: Any) -> Any:
        """Return the result of a function of the page's, as JSON has it; where it was lost, the function runs again."""
        whole = f"async (text) => JSON.stringify((await ({function})(...JSON.parse(text))) ?? null)"
        end = time.monotonic() + _LONGEST_WAIT
        while True:
            try:
                return json.loads(self._call(whole, json.dumps(arguments)))
            except AnswerLostError:
                if time.monotonic() > end:
                    raise
                time.sleep(_PAUSE)

    def wait(self, function: str, *arguments: Any) -> Any:
        """Return the result of a function as soon as it is true; fail with the function where it never is."""
        end = time.monotonic() + _LONGEST_WAIT
        while not (found := self.run(function, *arguments)):
            assert time.monotonic() < end, f"Never true: {function} {arguments}"
            time.sleep(_PAUSE)
        return found

    def click(self, words: str) -> None:
        """Click the first control that can be seen and whose name starts with these words."""
        left, top = self._find_at_rest(words)
        move = {"type": "pointerMove", "x": left, "y": top}
        presses = [move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._perform([{"type": "pointer", "id": "mouse", "actions": presses}])

    def _find_at_rest(self, words: str) -> list[int]:
        """Return where the middle of a control is, once it stands still: a page may still be laying itself out."""
        before, place = None, self.wait(_FIND, words)
        while place != before:
            time.sleep(2 * _PAUSE)
            before, place = place, self.wait(_FIND, words)
        return list(place)

    def press(self, keys: str) -> None:
        """Press and let go one key after another."""
        presses = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._perform([{"type": "key", "id": "keyboard", "actions": presses}])

    def value(self, words: str) -> str | None:
        """Return what stands in the field that is called by these words, None where there is none."""
        value: str | None = self.run(_VALUE, words)
        return value

    def write(self, words: str, text: str) -> None:
        """Write into the field that is called by these words."""
        self.click(words)
        self.press(text)
