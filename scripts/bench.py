"""Measure the hub: what the steps of a rebuild take, what a reader waits for, and how well search answers.

Without another option it builds a copy of the hub step by step (nothing kept, nothing changed, one edit of each
kind) and checks it, with the library that came with it and with made-up records; --peers builds the same records
with other generators in the same run. CPU time is user and system time of the whole process. Every first build has
an empty folder of its own for what builds keep; Python's compiled modules stay. What is promised stands in
scripts/measuring/speed/promises.py and below; the command ends with 1 where something isn't kept.

python3 scripts/bench.py --entries 1000 10000 --peers
python3 scripts/bench.py --large --write    writes all of it into docs/host/speed.md
python3 scripts/bench.py --packs 100
python3 scripts/bench.py --check --entries 1000
python3 scripts/bench.py --search --entries 1000 10000
python3 scripts/bench.py --questions --entries 1000
python3 scripts/bench.py --save --entries 1000 10000
"""

from setup.for_tests import ROOT

import argparse
import os
import sys

from measuring.check_times import measure_check
from measuring.index_times import describe_index
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
from measuring.speed.machine import describe_occasion
from measuring.speed.processes import Failed
from measuring.speed.promises import SPEED, judge
from measuring.speed_page import render_page
from measuring.speed_run import measure_all
from measuring.typing_times import describe_typing
from setup.command_line import create_parser

MOST_OF_READING = 3.0
MOST_COLD_PACKS = 60.0
MOST_WARM_PACKS = 2.0
MOST_SECONDS_TO_A_RESULT = 1.0
MOST_SECONDS_ON_A_SLOW_LINE = 4.0
MOST_CPU_OF_INDEX = 5.0
MOST_SECONDS_OF_TYPING = 0.2
# Up to so many records, so many bytes and requests to the first suggestion; question_costs.py has the real library's.
MOST_TO_A_RESULT = {1000: (120_000, 10), 10_000: (250_000, 10)}
LEAST_SUCCESS = 0.92
LEAST_SUCCESS_OF_SENTENCES = 0.85
LARGE = 50_000
WRITTEN = (1000, 10_000)
PAGE = ROOT / "docs" / "host" / "speed.md"


def main() -> int:
    """Measure, print what was found, and return 1 where a promise doesn't hold."""
    arguments = _parse_arguments()
    if arguments.packs:
        return _compare_packs(arguments.packs)
    entries: list[int] = [1000] if arguments.entries is None else arguments.entries
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
    return _measure_speed(arguments)


def _measure_speed(arguments: argparse.Namespace) -> int:
    """Measure every step of a rebuild, beside others where that is asked for, and write it down."""
    usual = WRITTEN if arguments.write else (1000,)
    entries = {*(usual if arguments.entries is None else arguments.entries), *((LARGE,) if arguments.large else ())}
    # What is told is of the hub as it was when the run began.
    occasion = describe_occasion(ROOT)
    try:
        results = measure_all(
            ROOT, entries, _tell, with_peers=arguments.peers or arguments.write, short_runs=arguments.runs
        )
    except Failed as failure:
        print(failure)
        return 1
    if arguments.write:
        PAGE.write_text(render_page(results, occasion), encoding="utf-8", newline="\n")
        print(f"written: {PAGE.relative_to(ROOT)}")
    judged = list(judge(SPEED, results))
    print(*judged, sep="\n")
    return 0 if all(each.is_kept for each in judged) else 1


def _tell(line: str) -> None:
    print(line, flush=True)


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
        index, queries, typing = measure_search(ROOT, number)
        print(f"{number:>7} records: {describe_index(index)}; {describe_typing(typing)}", flush=True)
        most = next((most for size, most in MOST_TO_A_RESULT.items() if number <= size), MOST_TO_A_RESULT[10_000])
        typed = queries.typed
        kept &= _report_queries(f"{number} records", queries, (typed.size, typed.requests), most)
        kept &= _promise(f"{number} records: seconds of CPU for the index", index.cpu, MOST_CPU_OF_INDEX)
        kept &= _promise(
            f"{number} records: seconds from a letter to its results", typing.median, MOST_SECONDS_OF_TYPING
        )
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
    print(f"{what}: {value:.3f} (at least {least}): {'kept' if value >= least else 'not reached'}")
    return value >= least


def _promise(what: str, value: float, most: float) -> bool:
    print(f"{what}: {value:.2f} (at most {most}): {'kept' if value <= most else 'not reached'}")
    return value <= most


def _parse_arguments() -> argparse.Namespace:
    parser = create_parser(__doc__)
    parser.add_argument("--entries", type=int, nargs="*", metavar="N", help="how many made-up records; 1000")
    parser.add_argument("--large", action="store_true", help=f"measure {LARGE:,} records, too")
    parser.add_argument("--peers", action="store_true", help="measure other generators in the same run")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="how often builds of few records run; 3")
    parser.add_argument("--write", action="store_true", help="write what was measured into docs/host/speed.md")
    parser.add_argument("--check", action="store_true", help="measure checking the records instead")
    parser.add_argument("--search", action="store_true", help="measure a reader's first query instead")
    parser.add_argument("--questions", action="store_true", help="ask what readers ask, and judge the answers")
    parser.add_argument("--save", action="store_true", help="measure from saving a record to its fresh page instead")
    parser.add_argument("--packs", type=int, metavar="N", help="measure packs of N toolkits instead")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
