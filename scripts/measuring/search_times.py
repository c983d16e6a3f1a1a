"""What a reader's first query takes in a browser, in the real library and in made-up ones, and what an index takes."""

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from measuring.index_times import IndexTimes, measure_index
from measuring.made_up_records import WORDS, write_made_up_records
from measuring.question_costs import Cost, find_costs
from measuring.site_browser import open_browser
from measuring.typing_times import TypingTimes, measure_typing
from setup.site_builds import mkdocs_command, mkdocs_environment

RUNS = 3
# A frequent word and a rarer one: each is on many pages, as a reader's words are.
QUERY = f"{WORDS[100]} {WORDS[400]}"
# Of middle length among those of tests/search_questions.yml.
REAL_QUERY = "how do we get parents to come to meetings"
# 400 ms there and back, 400 kbit/s.
_SLOW_LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
FIRST_RESULT = ".hub-card--result"


@dataclass(frozen=True)
class FirstQuery:
    """From a question to the first answer: seconds, bytes, requests."""

    seconds: float
    size: int
    requests: int


@dataclass(frozen=True)
class FirstQueries:
    """The first query typed into a page's box, the same on a slow line, and asked of the search page."""

    typed: FirstQuery
    slow: FirstQuery
    opened: FirstQuery


def measure_search(root: Path, entries: int) -> tuple[IndexTimes, FirstQueries, TypingTimes]:
    """Return what the index of a made-up library takes, its first queries, and typing on a slow processor.

    Ends the program with a sentence where there is no browser.
    """
    with tempfile.TemporaryDirectory() as name:
        site = build_site(root, Path(name), entries)
        queries = measure_queries(site, QUERY)
        return measure_index(Path(name) / "content"), queries, measure_typing(site, *QUERY.split())


def measure_real_search(root: Path, questions: Iterable[str]) -> tuple[list[Cost], FirstQueries]:
    """Return what each question costs as the first one asked of the library in content/, and its first queries."""
    with tempfile.TemporaryDirectory() as name:
        site = build_real_site(root, Path(name))
        return find_costs(root, site, list(questions)), measure_queries(site, REAL_QUERY)


def build_real_site(root: Path, folder: Path) -> Path:
    """Return the folder of a built site of the library in content/, without its packs."""
    environment = {**mkdocs_environment(str(root / "content")), "HUB_PACKS": "0"}
    command = mkdocs_command("build", "--quiet", "--site-dir", str(folder / "site"))
    subprocess.run(command, cwd=root, env=environment, check=True)  # noqa: S603 -- our own
    return folder / "site"


def build_site(root: Path, folder: Path, entries: int) -> Path:
    """Return the folder of a built site of made-up records, without their packs."""
    write_made_up_records(folder / "content", entries, root / "content" / "vocabularies")
    (folder / "docs").mkdir()
    environment = {**mkdocs_environment(str(folder / "content")), "HUB_PACKS": "0"}
    command = mkdocs_command("build", "--quiet", "--site-dir", str(folder / "site"))
    subprocess.run(command, cwd=root, env=environment, check=True)  # noqa: S603 -- our own
    return folder / "site"


def measure_queries(site: Path, query: str) -> FirstQueries:
    """Return what the first suggestion on a record's page and the first result on the search page take."""
    record = next(site.glob("case-studies/*/index.html")).parent.name
    answers: list[tuple[str, int]] = []
    with open_browser(site, answers) as (browser, address):

        def measure(start_at: str, ask: Callable[[Page, str, str], None], *, is_slow: bool = False) -> FirstQuery:
            runs = [
                _measure(browser, address, start_at, lambda page: ask(page, address, query), answers, is_slow=is_slow)
                for _ in range(RUNS)
            ]
            return sorted(runs, key=lambda run: run.seconds)[RUNS // 2]

        typed = measure(f"case-studies/{record}/", _type_query)
        slow = measure(f"case-studies/{record}/", _type_query, is_slow=True)
        opened = measure("404.html", _open_search)
    return FirstQueries(typed, slow, opened)


def _measure(
    browser: Browser,
    address: str,
    start_at: str,
    ask: Callable[[Page], None],
    answers: list[tuple[str, int]],
    *,
    is_slow: bool,
) -> FirstQuery:
    """Return one run with an empty cache; a page is open already, as a reader's is."""
    page = browser.new_context().new_page()
    page.goto(address + start_at, wait_until="networkidle")
    if is_slow:
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", _SLOW_LINE)
    answers.clear()
    start = time.perf_counter()
    ask(page)
    seconds = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    sizes = [size for _, size in answers]
    page.context.close()
    return FirstQuery(seconds, sum(sizes), len(sizes))


def _type_query(page: Page, _address: str, query: str) -> None:
    page.locator("#search-header").fill(query)
    page.locator('[role="option"]').first.wait_for()


def _open_search(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}search/?q={query.replace(' ', '+')}", wait_until="commit")
    page.locator(FIRST_RESULT).first.wait_for()
