"""What a reader waits for between a letter typed into the search page and the new results, on a slow processor."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from measuring.site_browser import open_browser

# A processor slowed so many times, as that of a phone is beside a desk computer's.
SLOWED = 4
_FIRST_RESULT = ".hub-card--result"
# From the event of a letter to the first frame that shows its results, with the pause that search waits for more.
_TYPE = """async (texts) => {
  const input = document.querySelector("[data-hub-search-input]");
  const results = document.querySelector("[data-hub-search-list]");
  const status = document.querySelector("[data-hub-search-status]");
  // Where nothing is found, before and now, only what is said of it changes.
  const nextResults = () => new Promise((resolve) => {
    const observer = new MutationObserver((changes) => {
      if (results.children.length && changes.every(({ target }) => !results.contains(target))) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(resolve));
    });
    for (const part of [results, status]) observer.observe(part, { childList: true, characterData: true });
  });
  const waits = [];
  for (const text of texts) {
    const shown = nextResults();
    input.value = text;
    const start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await shown;
    waits.push((performance.now() - start) / 1000);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return waits;
}"""


@dataclass(frozen=True)
class TypingTimes:
    """Seconds from a letter to its results: in the middle, and at most, over so many letters."""

    median: float
    most: float
    letters: int


def measure_typing(site: Path, first: str, typed: str) -> TypingTimes:
    """Return what typing another word behind a first one takes on the search page of a built site, letter by letter.

    Ends the program with a sentence where there is no browser.
    """
    with open_browser(site) as (browser, address):
        page = browser.new_page()
        page.goto(f"{address}search/?q={first}", wait_until="networkidle")
        page.locator(_FIRST_RESULT).first.wait_for()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        waits = page.evaluate(_TYPE, list(_list_letters(first, typed)))
    return _summarize(waits)


def describe_typing(times: TypingTimes) -> str:
    """Return in words what typing takes."""
    waits = f"{times.median:.2f} s in the middle, {times.most:.2f} s at most"
    return f"a letter to its results on a processor slowed {SLOWED} times: {waits}, of {times.letters} letters"


def _list_letters(first: str, typed: str) -> Sequence[str]:
    return [f"{first} {typed[:end]}" for end in range(1, len(typed) + 1)]


def _summarize(waits: Sequence[float]) -> TypingTimes:
    return TypingTimes(statistics.median(waits), max(waits), len(waits))
