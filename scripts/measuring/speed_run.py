"""One run: every library step by step, and beside them other generators, each told as soon as it is known."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from measuring.peers.generators import PEERS
from measuring.peers.times import Ready, install_peers, measure_peers
from measuring.serve_times import measure_saves
from measuring.speed.hub_copies import copy_hub, copy_with_made_up_records
from measuring.speed.processes import Measured
from measuring.speed.rebuilds import measure_library
from measuring.speed.results import STEPS, HubTimes, Results, Steps
from setup.programs.chromium import find_chromium, find_shell

# With more records only builds are measured.
MOST_RECORDS_OF_PEERS = MOST_RECORDS_OF_SAVES = 10_000
_MEMORY = Path("/dev/shm")  # noqa: S108 -- only looked for
# A site with what is kept of it, twice for the copy, in bytes.
_ROOM_FOR_A_RECORD = 200_000
Tell = Callable[[str], None]


def measure_all(root: Path, entries: Iterable[int], tell: Tell, *, with_peers: bool, short_runs: int) -> Results:
    """Measure the library that comes with the hub and made-up ones of so many records."""
    sizes = sorted(entries)
    results = Results(short_runs=short_runs)
    with tempfile.TemporaryDirectory(dir=find_memory(max(sizes, default=0))) as name:
        folder = Path(name)
        tell(f"Sites are written below {folder}. First builds find nothing kept but Python's compiled modules.")
        ready = _install(folder / "others", results, tell) if with_peers else []
        results.real = _add_save(root, None, measure_library(copy_hub(root, folder / "real" / "hub"), short_runs))
        _tell_library("its own", results.real, tell)
        shutil.rmtree(folder / "real")
        for number in sizes:
            hub = copy_with_made_up_records(root, folder / "made-up" / "hub", number)
            results.made_up[number] = _add_save(root, number, measure_library(hub, short_runs))
            _tell_library("made up", results.made_up[number], tell)
            if number <= MOST_RECORDS_OF_PEERS:
                _measure_peers(hub / "content", folder, ready, results, number, tell)
            shutil.rmtree(folder / "made-up")
    return results


def find_memory(entries: int) -> Path | None:
    """Return a folder that is kept in memory, None where there is none with enough room.

    What a disk makes of thousands of new files differs ten times from one run to the next.
    """
    if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > entries * _ROOM_FOR_A_RECORD:
        return _MEMORY
    return None


def _add_save(root: Path, number: int | None, times: HubTimes) -> HubTimes:
    """Add how long a save takes to be seen, where there is a browser and the library isn't too large to wait for."""
    if times.records > MOST_RECORDS_OF_SAVES or not (find_shell() or find_chromium()):
        return times
    return replace(times, save=measure_saves(root, number).medians()[2])


def _install(folder: Path, results: Results, tell: Tell) -> Ready:
    ready = install_peers(folder, results.left_out, PEERS)
    results.labels.update({peer.name: installed.label for peer, installed in ready})
    for name, reason in results.left_out.items():
        tell(f"{name} is left out: {reason}")
    return ready


def _measure_peers(content: Path, folder: Path, ready: Ready, results: Results, number: int, tell: Tell) -> None:
    known = set(results.left_out)
    results.peers[number] = {}
    for name, steps in measure_peers(content, folder, ready, results.left_out, results.short_runs):
        results.peers[number][name] = steps
        _tell_steps(f"{number:,} {name}", steps, tell)
    for name in results.left_out.keys() - known:
        tell(f"{name} is left out: {results.left_out[name]}")


def _tell_library(kind: str, times: HubTimes, tell: Tell) -> None:
    _tell_steps(f"{times.records:,} {kind}, pages", times.pages, tell)
    _tell_steps(f"{times.records:,} {kind}, with packs", times.packs, tell)
    _tell_steps(f"{times.records:,} {kind}, check.py", times.check, tell)
    if times.save is not None:
        tell(f"{times.records:,} {kind}, from a save to the fresh page in a browser: {times.save:.2f} s")


def _tell_steps(what: str, steps: Steps, tell: Tell) -> None:
    for step, measured in steps.items():
        tell(f"{what:32} {STEPS[step]:33} {_describe(measured)}")


def _describe(measured: Measured) -> str:
    site = f"  {measured.files:>6} files {measured.size:7.1f} MB" if measured.files else ""
    return f"{measured.cpu:7.2f} s CPU {measured.wall:7.2f} s {measured.memory:6.0f} MB{site}"
