"""The page for hosts that tells how fast the hub is: every figure of one run, in Markdown."""

from collections.abc import Iterator, Mapping, Sequence

from measuring.peers.generators import PEERS
from measuring.speed.figures import clock_and_cpu, memory, seconds, times_as_much
from measuring.speed.machine import Occasion
from measuring.speed.promises import SPEED, Judged, judge
from measuring.speed.results import BODY, COLD, SAME, STEPS, HubTimes, Results, Steps, cost_growth, ratio

_HEAD = """# How fast the hub is

What a build takes, with the library that comes with the hub and with made-up ones, and what other generators take for
the same records. `scripts/bench.py --write` measures again and writes this page; edit it there, not here.

{occasion}
"""
_STEPS = """## What you wait for

Seconds by the clock, and in brackets seconds of CPU: the work of all cores together. Search, data, feeds,
citations and calendars are part of every build; PDF, Word, Excel and zip files have a table of their own below.
"""
_PACKS = """## With the files to take along

The same with the PDF, Word, Excel and zip files and the pictures for links, as `scripts/build.py` makes them. They
take most of a first build; afterwards only those of changed records are made again.
"""
_PEERS = """## Beside other generators

The same made-up records in the same run. Behind each figure: how many times the hub's it is; less than 1 is less than
ours.
"""
_HOW = """## How it was measured

- Every first build began with nothing kept: an empty folder for what builds keep, no site. Python's compiled modules
  stay, as those of installed packages do.
- Sites were written into memory where there was room, because a disk differs from one minute to the next.
- Builds of fewer than 5,000 records ran {runs}; of several runs the one with the least CPU is told.
- Memory is that of the largest process.
- The made-up records are those of the hub's types, with words that don't exist. The others get the same text as
  ready Markdown, so they need not read, check or connect records; the hub does.
- MkDocs, ProperDocs and Zensical build everything with Material's look. Hugo and Eleventy have small pages of a
  template of our own. Nobody but the hub checks records, or makes data, feeds, citations and calendars of them.
- An edit adds one sentence to one lesson. A change of a title shows on every page that leads there, and one of a
  vocabulary on every page of its term.
"""
_CONTESTS = (
    (COLD, "cpu", "CPU of the first build"),
    (COLD, "wall", "time of the first build"),
    (BODY, "cpu", "CPU after one edit"),
    (BODY, "wall", "time after one edit"),
    (COLD, "memory", "memory"),
)
_CHECKS = {COLD: "nothing kept", SAME: "nothing changed"}
_RUNS = {1: "once", 2: "twice", 3: "three times"}


def render_page(results: Results, occasion: Occasion) -> str:
    """Return the whole page."""
    parts = [_HEAD.format(occasion=_describe(occasion)), *_tell_hub(results)]
    if any(results.peers.values()):
        parts += _tell_peers(results)
    parts += _tell_promises(list(judge(SPEED, results)))
    return "\n".join([*parts, _HOW.format(runs=_RUNS.get(results.short_runs, f"{results.short_runs} times"))])


def _describe(occasion: Occasion) -> str:
    return (
        f"Measured on {occasion.day:%B} {occasion.day.day}, {occasion.day.year}, with {occasion.machine}; "
        f"Knowledge Hub {occasion.hub}, {occasion.python}."
    )


def _tell_hub(results: Results) -> Iterator[str]:
    libraries = _libraries(results)
    steps = [[STEPS[step], *(clock_and_cpu(times.pages.get(step)) for times in libraries.values())] for step in STEPS]
    checks = [
        [f"`check.py`, {what}", *(clock_and_cpu(times.check.get(step)) for times in libraries.values())]
        for step, what in _CHECKS.items()
        if any(step in times.check for times in libraries.values())
    ]
    saves = [
        "from a save to the fresh page, preview in a browser",
        *(seconds(times.save) for times in libraries.values()),
    ]
    peak = ["memory of the first build", *(memory(times.pages.get(COLD)) for times in libraries.values())]
    rows = [*steps, *checks, *([saves] if any(saves[1:]) else []), peak]
    yield _STEPS
    yield _table(["", *libraries], rows)
    for larger, smaller in ((10_000, 1000), (50_000, 10_000)):
        growth = cost_growth(results, larger, smaller)
        if growth is not None:
            yield f"A record among {larger:,} costs {growth:.2f} times the CPU of one among {smaller:,}.\n"
    packed = {name: times for name, times in libraries.items() if times.packs}
    if packed:
        made = [step for step in STEPS if any(step in times.packs for times in packed.values())]
        rows = [[STEPS[step], *(clock_and_cpu(times.packs.get(step)) for times in packed.values())] for step in made]
        yield _PACKS
        yield _table(["", *packed], rows)


def _libraries(results: Results) -> Mapping[str, HubTimes]:
    own = {f"this library, {results.real.records:,}": results.real} if results.real else {}
    return own | {f"{number:,} made up": times for number, times in sorted(results.made_up.items())}


def _tell_peers(results: Results) -> Iterator[str]:
    yield _PEERS
    for number, peers in sorted(results.peers.items(), reverse=True):
        hub = results.made_up[number].pages
        rows = [_row("this hub", hub, hub), *(_row(results.labels[name], steps, hub) for name, steps in peers.items())]
        yield f"### {number:,} records\n"
        yield _table(
            ["", "first build, CPU", "by the clock", "one text changed, CPU", "by the clock", "memory", "site"], rows
        )
        yield _tell_winners(results, number)
    yield from (f"{name} was left out: {reason}\n" for name, reason in sorted(results.left_out.items()))
    yield "### What each of these sites has\n"
    yield "\n".join(f"- {peer.name}: {peer.about}." for peer in PEERS if peer.name in results.labels) + "\n"


def _row(name: str, steps: Steps, hub: Steps) -> list[str]:
    figures = [times_as_much(steps[step], hub[step], what) for step in (COLD, BODY) for what in ("cpu", "wall")]
    return [name, *figures, memory(steps[COLD]), f"{steps[COLD].size:.0f} MB"]


def find_wins(hub: Steps, peers: Mapping[str, Steps]) -> Iterator[tuple[str, str, float]]:
    """Yield who beat the hub, in what, and which part of the hub's figure theirs is."""
    for name, steps in peers.items():
        for step, what, words in _CONTESTS:
            share = ratio(steps[step], hub[step], what)
            if share is not None and share < 1:
                yield name, words, share


def _tell_winners(results: Results, number: int) -> str:
    wins: dict[str, list[str]] = {}
    for name, what, share in find_wins(results.made_up[number].pages, results.peers[number]):
        wins.setdefault(name, []).append(f"{what} {share:.2f}")
    if not wins:
        return "In this run none of them was faster, or needed less memory.\n"
    lines = [f"- {results.labels[name]}: {', '.join(found)} of ours." for name, found in wins.items()]
    return "\n".join(["Where another one wins:\n", *lines]) + "\n"


def _tell_promises(judged: Sequence[Judged]) -> Iterator[str]:
    if judged:
        yield "## What we promise of it\n"
        rows = [
            [each.what, f"{each.most:g}", f"{each.value:.2f}", "kept" if each.is_kept else "**not reached**"]
            for each in judged
        ]
        yield _table(["", "at most", "measured", ""], rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
