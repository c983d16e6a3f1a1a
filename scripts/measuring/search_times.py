"""What the search index of made-up records takes, and a reader's first query in a browser."""

import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from measuring.index_times import measure_index
from measuring.made_up_records import WORDS, write_made_up_records
from setup.programs.chromium import MISSING, find_chromium, find_shell
from setup.site_builds import mkdocs_command, mkdocs_environment
from setup.site_server import serve_site

RUNS = 3
# A frequent word and a rarer one: each is on many pages, as a reader's words are.
QUERY = f"{WORDS[100]} {WORDS[400]}"
FIRST_RESULT = ".hub-card--result"


@dataclass(frozen=True)
class FirstQuery:
    """From opening the search page with a question to the first result: seconds, bytes, requests."""

    seconds: float
    size: int
    requests: int


def measure_search(root: Path, entries: int) -> tuple[str, FirstQuery, FirstQuery]:
    """Return in words what the index takes, and the first query typed into a page's box and asked of the search page.

    Ends the program with a sentence where there is no browser.
    """
    chromium = find_shell() or find_chromium()
    if chromium is None:
        raise SystemExit(MISSING)
    with tempfile.TemporaryDirectory() as name:
        site = build_site(root, Path(name), entries)
        return describe_index(Path(name) / "content"), *measure_queries(site, chromium)


def build_site(root: Path, folder: Path, entries: int) -> Path:
    """Return the folder of a built site of made-up records."""
    write_made_up_records(folder / "content", entries, root / "content" / "vocabularies")
    (folder / "docs").mkdir()
    command = mkdocs_command("build", "--quiet", "--site-dir", str(folder / "site"))
    subprocess.run(command, cwd=root, env=mkdocs_environment(str(folder / "content")), check=True)  # noqa: S603 -- our own
    return folder / "site"


def describe_index(content: Path) -> str:
    """Return in words what indexing the library takes."""
    index = measure_index(content)
    return f"index {index.cpu:.2f} s CPU, {index.wall:.2f} s, {index.files} files, {index.size:.1f} MB"


def measure_queries(site: Path, chromium: str) -> tuple[FirstQuery, FirstQuery]:
    """Return what the first suggestion on a record's page and the first result on the search page take."""
    record = next(site.glob("case-studies/*/index.html")).parent.name
    answers: list[tuple[str, int]] = []
    with serve_site(site, answers=answers) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        typed = _measure(browser, address, f"case-studies/{record}/", _type_query, answers)
        opened = _measure(browser, address, "404.html", _open_search, answers)
        browser.close()
    return typed, opened


def _measure(
    browser: Browser, address: str, start_at: str, ask: Callable[[Page, str], None], answers: list[tuple[str, int]]
) -> FirstQuery:
    """Return the median of some runs, each with an empty cache; a page is open already, as a reader's is."""
    runs = []
    for _ in range(RUNS):
        page = browser.new_context().new_page()
        page.goto(address + start_at, wait_until="networkidle")
        answers.clear()
        start = time.perf_counter()
        ask(page, address)
        runs.append(time.perf_counter() - start)
        page.wait_for_load_state("networkidle")
        sizes = [size for _, size in answers]
        page.context.close()
    return FirstQuery(statistics.median(runs), sum(sizes), len(sizes))


def _type_query(page: Page, _address: str) -> None:
    page.locator("#search-header").fill(QUERY)
    page.locator('[role="option"]').first.wait_for()


def _open_search(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q={QUERY.replace(' ', '+')}", wait_until="commit")
    page.locator(FIRST_RESULT).first.wait_for()
