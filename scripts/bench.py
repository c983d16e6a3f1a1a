"""Measure building made-up records, beside the stock way of doing the same, in one run.

The stock way turns the same records into Markdown pages and builds them with MkDocs, Material and
Material's search plugin. CPU time is user and system time of the whole process; the hub's own code
is compiled before, as that of installed packages is. Both write into memory where there is room for
it: what a disk makes of thousands of new files differs ten times from one run to the next.

What the search index takes is told apart: it costs more than the stock one because it spares its
readers (--search measures them), so the promise about the stock way is about the pages.

python3 scripts/bench.py --entries 1000 10000
python3 scripts/bench.py --packs 100
python3 scripts/bench.py --check --entries 1000
python3 scripts/bench.py --search --entries 1000 10000
python3 scripts/bench.py --questions --entries 1000
python3 scripts/bench.py --save --entries 1000 10000
"""

from setup.for_tests import ROOT

import argparse
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from measuring.check_times import measure_check
from measuring.made_up_records import write_made_up_records
from measuring.pack_times import measure_packs
from measuring.question_costs import MOST_BYTES, MOST_REQUESTS, describe_costs, find_middle
from measuring.relevance import read_questions, summarize
from measuring.relevance_report import (
    QUESTIONS,
    describe_figures,
    describe_worst,
    find_worse,
    judge_made_up_library,
    judge_real_library,
    of_kind,
)
from measuring.search_times import FirstQueries, measure_real_search, measure_search
from measuring.serve_times import describe_saves, find_most_seconds, measure_saves
from measuring.stock_site import write_stock_site
from setup.command_line import create_parser

MOST_OF_STOCK = 0.35
MOST_GROWTH = 11.0
MOST_OF_READING = 3.0
MOST_COLD_PACKS = 60.0
MOST_WARM_PACKS = 2.0
MOST_SECONDS_TO_A_RESULT = 1.0
MOST_SECONDS_ON_A_SLOW_LINE = 4.0
# Up to so many records, so many bytes and requests to the first suggestion; question_costs.py has the real library's.
MOST_TO_A_RESULT = {1000: (120_000, 10), 10_000: (250_000, 10)}
LEAST_SUCCESS = 0.92
LEAST_SUCCESS_OF_SENTENCES = 0.85
# Other work on the machine only ever adds, so of a few short builds the least is told.
RUNS_OF_SHORT_BUILDS = 3
LONG_BUILD = 5000
MEMORY = Path("/dev/shm")  # noqa: S108 -- only looked for
# All runs of both ways together, in bytes.
ROOM_FOR_A_RECORD = 300_000


@dataclass(frozen=True)
class Measured:
    """One whole process: CPU and wall time in seconds, largest memory in MB, files and MB written.

    `index` is the part of the CPU time that the search index took, 0 where it isn't told apart.
    """

    cpu: float
    index: float
    wall: float
    memory: float
    files: int
    size: float


def main() -> int:
    """Measure, print a table, and return 1 where a promise doesn't hold."""
    arguments = _parse_arguments()
    if arguments.packs:
        return _compare_packs(arguments.packs)
    entries: list[int] = arguments.entries
    if arguments.search:
        return _compare_search(entries)
    if arguments.questions:
        return _judge_search(entries)
    if arguments.save:
        return _compare_saves(entries)
    if not hasattr(os, "wait4"):
        print("Windows doesn't tell how much time a program took. Measure on Linux or macOS.")
        return 1
    if arguments.check:
        return _compare_check(entries)
    compileall.compile_dir(ROOT / "hooks", quiet=1)
    hub: dict[int, Measured] = {}
    stock: dict[int, Measured] = {}
    for number in entries:
        hub[number], stock[number] = _measure_both(number)
        _print_row("hub", number, hub[number])
        _print_row("stock", number, stock[number])
        print(f"{'':8}{number:>8}  {hub[number].index:7.2f} s CPU of the hub's for the search index")
        print(f"{'':8}{number:>8}  hub / stock CPU: {hub[number].cpu / stock[number].cpu:.2f}")
    return 0 if _keeps_promises(hub, stock) else 1


def _measure_both(entries: int) -> tuple[Measured, Measured]:
    with tempfile.TemporaryDirectory(dir=find_memory(entries)) as name:
        folder = Path(name)
        write_made_up_records(folder / "content", entries, ROOT / "content" / "vocabularies")
        (folder / "docs").mkdir()
        write_stock_site(folder / "content", folder / "stock")
        runs = range(1 if entries >= LONG_BUILD else RUNS_OF_SHORT_BUILDS)
        # In turn, so that a busy moment of the machine meets both.
        measured = [(measure_hub(folder, run), measure_stock(folder, run)) for run in runs]
    return min((hub for hub, _ in measured), key=pages_cpu), min((stock for _, stock in measured), key=pages_cpu)


def find_memory(entries: int) -> Path | None:
    """Return a folder that is kept in memory, None where there is none with enough room."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > entries * ROOM_FOR_A_RECORD:
        return MEMORY
    return None


def pages_cpu(measured: Measured) -> float:
    """Return the CPU seconds of a build without its search index."""
    return measured.cpu - measured.index


def measure_hub(folder: Path, run: int) -> Measured:
    """Return what a cold build of the made-up content takes."""
    environment_ = {**os.environ, "HUB_CONTENT": str(folder / "content")}
    environment_["PYTHONPATH"] = os.pathsep.join((str(ROOT / "scripts"), str(ROOT / "hooks")))
    return _measure(ROOT, ["-m", "measuring.measured_build"], folder / f"hub-site-{run}", environment_)


def measure_stock(folder: Path, run: int) -> Measured:
    """Return what a cold build of the same records as Markdown pages takes."""
    build = ["-m", "mkdocs", "build", "--quiet"]
    return _measure(folder / "stock", build, folder / f"stock-site-{run}", dict(os.environ))


def _measure(project: Path, build: list[str], site_dir: Path, environment_: dict[str, str]) -> Measured:
    environment_["NO_MKDOCS_2_WARNING"] = "1"
    command = [sys.executable, *build, "--site-dir", str(site_dir)]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=project, env=environment_, stdout=subprocess.PIPE, text=True)  # noqa: S603 -- our own command
    said = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"The build in {project} failed.")
    files = [path.stat().st_size for path in site_dir.rglob("*") if path.is_file()]
    memory = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    cpu = usage.ru_utime + usage.ru_stime
    return Measured(cpu, float(said or 0), wall, memory, len(files), sum(files) / 1e6)


def _print_row(name: str, entries: int, measured: Measured) -> None:
    print(
        f"{name:8}{entries:>8}  {measured.cpu:7.2f} s CPU {measured.wall:7.2f} s {measured.memory:6.0f} MB"
        f"  {measured.files:>6} files {measured.size:7.1f} MB",
        flush=True,
    )


def _keeps_promises(hub: dict[int, Measured], stock: dict[int, Measured]) -> bool:
    kept = True
    for number, measured in hub.items():
        share = pages_cpu(measured) / stock[number].cpu
        kept &= _promise(f"{number} records: the pages' share of the stock way's CPU", share, MOST_OF_STOCK)
    if 1000 in hub and 10_000 in hub:
        kept &= _promise("10,000 records against 1,000", hub[10_000].cpu / hub[1000].cpu, MOST_GROWTH)
    return kept


def _compare_check(entries: list[int]) -> int:
    kept = True
    for number in entries:
        check, reading = measure_check(ROOT, number)
        print(f"check   {number:>8}  {check:7.2f} s CPU, only reading the files {reading:.2f} s")
        kept &= _promise(f"{number} records: check.py against only reading", check / reading, MOST_OF_READING)
    return 0 if kept else 1


def _compare_packs(toolkits: int) -> int:
    """Measure making every pack of a library with so many toolkits, first with nothing kept, then again."""
    cold, warm = measure_packs(ROOT, toolkits)
    kept = _promise(f"packs of {toolkits} toolkits, cold, in seconds", cold, MOST_COLD_PACKS)
    kept &= _promise(f"packs of {toolkits} toolkits, nothing changed, in seconds", warm, MOST_WARM_PACKS)
    return 0 if kept else 1


def _compare_search(entries: list[int]) -> int:
    """Measure a reader's first query of the real library and of made-up ones: in a page's box, on the search page."""
    questions = [question.ask for question in read_questions(ROOT / QUESTIONS)]
    costs, queries = measure_real_search(ROOT, questions)
    print(*describe_costs(costs), sep="\n", flush=True)
    kept = _report_queries("real library", queries, find_middle(costs), (MOST_BYTES, MOST_REQUESTS))
    kept &= _promise("real library: seconds on a slow line", queries.slow.seconds, MOST_SECONDS_ON_A_SLOW_LINE)
    for number in entries:
        index, queries = measure_search(ROOT, number)
        print(f"{number:>7} records: {index}", flush=True)
        most = next((most for size, most in MOST_TO_A_RESULT.items() if number <= size), MOST_TO_A_RESULT[10_000])
        typed = queries.typed
        kept &= _report_queries(f"{number} records", queries, (typed.size, typed.requests), most)
    return 0 if kept else 1


def _report_queries(name: str, queries: FirstQueries, cost: tuple[float, float], most: tuple[int, int]) -> bool:
    """Print what the first queries take; `cost` are the bytes and requests for which `most` is promised."""
    measured = {"in a page's box": queries.typed, "on a slow line": queries.slow, "on the search page": queries.opened}
    for what, query in measured.items():
        print(f"{name}, {what}: {query.seconds:.2f} s, {query.size / 1000:.0f} kB, {query.requests} requests")
    slowest = max(queries.typed.seconds, queries.opened.seconds)
    kept = _promise(f"{name}: seconds to the first answer", slowest, MOST_SECONDS_TO_A_RESULT)
    kept &= _promise(f"{name}: kB to the first suggestion", cost[0] / 1000, most[0] / 1000)
    return kept & _promise(f"{name}: requests to the first suggestion", cost[1], most[1])


def _judge_search(entries: list[int]) -> int:
    """Ask the real library's questions, and made-up libraries for records by their words."""
    judged = judge_real_library(ROOT)
    print(*describe_figures(judged), "not among the first three:", *describe_worst(judged), sep="\n", flush=True)
    worse = find_worse(ROOT, judged)
    print("answered better by the search before:", *(worse or ["  none"]), sep="\n")
    kept = not worse
    kept &= _promise_least("success in the first three", summarize(judged).success, LEAST_SUCCESS)
    sentences = summarize(of_kind(judged, "sentence")).success
    kept &= _promise_least("the same of whole sentences", sentences, LEAST_SUCCESS_OF_SENTENCES)
    for number in entries:
        print(f"{number} made-up records", *describe_figures(judge_made_up_library(ROOT, number)), sep="\n", flush=True)
    return 0 if kept else 1


def _compare_saves(entries: list[int]) -> int:
    """Measure what a contributor waits for after saving, in the real library and in made-up ones."""
    kept = True
    for number in (None, *entries):
        times = measure_saves(ROOT, number)
        name = "the real library" if number is None else f"{number} records"
        print(f"{name}: {describe_saves(times)}", flush=True)
        most = find_most_seconds(number or 0)
        kept &= _promise(f"{name}: from saving to the fresh page, in seconds", times.medians()[2], most)
    return 0 if kept else 1


def _promise_least(what: str, value: float, least: float) -> bool:
    print(f"{what}: {value:.3f} (at least {least}): {'kept' if value >= least else 'BROKEN'}")
    return value >= least


def _promise(what: str, value: float, most: float) -> bool:
    print(f"{what}: {value:.2f} (at most {most}): {'kept' if value <= most else 'BROKEN'}")
    return value <= most


def _parse_arguments() -> argparse.Namespace:
    parser = create_parser(__doc__)
    parser.add_argument("--entries", type=int, nargs="*", default=[1000], metavar="N")
    parser.add_argument("--check", action="store_true", help="measure checking the records instead")
    parser.add_argument("--search", action="store_true", help="measure a reader's first query instead")
    parser.add_argument("--questions", action="store_true", help="ask what readers ask, and judge the answers")
    parser.add_argument("--save", action="store_true", help="measure from saving a record to its fresh page instead")
    parser.add_argument("--packs", type=int, metavar="N", help="measure packs of N toolkits instead")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
