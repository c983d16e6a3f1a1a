"""Measure the search index of made-up records, and a reader's first query in a browser.

python3 scripts/search_bench.py --entries 1000 10000
"""

import environment

environment.enter("requirements-test.txt")

import argparse  # noqa: E402 -- the environment comes first
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from chromium import MISSING, find_chromium  # noqa: E402
from index_times import measure_index  # noqa: E402
from made_up_records import WORDS, write_content  # noqa: E402
from site_builds import ROOT, mkdocs_command, mkdocs_environment  # noqa: E402
from site_server import serve_site  # noqa: E402

MOST_SECONDS = 1.0
MOST_BYTES = 500_000
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


def main() -> int:
    """Measure, print, and return 1 where a promise doesn't hold."""
    chromium = find_chromium()
    if chromium is None:
        print(MISSING)
        return 1
    kept = True
    for number in _parse_arguments():
        with tempfile.TemporaryDirectory() as name:
            site = build_site(Path(name), number)
            print(f"{number:>7} records: {describe_index(site)}", flush=True)
            typed, opened = measure_queries(site, chromium)
        kept &= _report(number, "typed into the box of a page", typed)
        kept &= _report(number, "search page opened with a question", opened)
    return 0 if kept else 1


def build_site(folder: Path, entries: int) -> Path:
    """Return the folder of a built site of made-up records."""
    write_content(folder / "content", entries, ROOT / "content" / "vocabularies")
    (folder / "docs").mkdir()
    command = mkdocs_command("build", "--quiet", "--site-dir", str(folder / "site"))
    subprocess.run(command, cwd=ROOT, env=mkdocs_environment(str(folder / "content")), check=True)  # noqa: S603 -- our own
    return folder / "site"


def describe_index(site: Path) -> str:
    """Return in words what indexing the built site again takes."""
    index = measure_index(site)
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


def _report(entries: int, what: str, query: FirstQuery) -> bool:
    kept = query.seconds <= MOST_SECONDS and query.size <= MOST_BYTES
    print(
        f"{entries:>7} records, {what}: {query.seconds:.2f} s, {query.size / 1000:.0f} kB, "
        f"{query.requests} requests: {'kept' if kept else 'BROKEN'}",
        flush=True,
    )
    return kept


def _parse_arguments() -> list[int]:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, nargs="+", default=[1000], metavar="N")
    return list(parser.parse_args().entries)


if __name__ == "__main__":
    sys.exit(main())
