"""What the steps of a rebuild take: nothing kept, nothing changed, one edit of each kind, and check.py.

Each run begins with a copy of the hub and an empty folder for what builds keep (HUB_CACHE), so that a first build
finds nothing but Python's compiled modules, as that of a fresh clone with installed packages does. `build.py` is
measured as a host runs it, with what it does before and after MkDocs, in the place where the hub lies.
"""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring.speed.edits import SENTENCE, edit_body, edit_title, edit_vocabulary, find_lesson
from measuring.speed.hub_copies import count_records, find_python, make_ready
from measuring.speed.processes import Failed, Measured, least, measure
from measuring.speed.results import BODY, COLD, SAME, STEPS, TITLE, VOCABULARY, HubTimes, Steps

# Of a few short builds the least is told; a long one meets busy and quiet moments alike.
LONG_BUILD = 5000
# Packs and cards of more records take many minutes.
MOST_RECORDS_WITH_PACKS = 1000
_EDITS = {BODY: edit_body, TITLE: edit_title, VOCABULARY: edit_vocabulary}


def measure_library(hub: Path, short_runs: int) -> HubTimes:
    """Return what the library of a hub takes; builds of a small one are run so often."""
    make_ready(hub)
    records = count_records(hub)
    runs = range(count_runs(records, short_runs))
    pages = _least_of_each([measure_steps(hub, STEPS, packs="0") for _ in runs])
    check = _least_of_each([_measure_check(hub) for _ in runs])
    packs = measure_steps(hub, (COLD, SAME, BODY), packs="1") if records <= MOST_RECORDS_WITH_PACKS * 1.1 else {}
    return HubTimes(records, pages, packs, check)


def count_runs(records: int, short_runs: int) -> int:
    """Return how often builds of so many records are run."""
    return 1 if records >= LONG_BUILD else short_runs


def measure_steps(hub: Path, steps: Iterable[str], *, packs: str) -> Steps:
    """Return what each step takes in a new copy of a hub: each edits the library that the one before has built."""
    measured = {}
    with _copied(hub) as copy:
        settings = {"HUB_CACHE": str(copy / "kept"), "HUB_PACKS": packs}
        for step in steps:
            if step in _EDITS:
                _EDITS[step](copy / "content")
            command = [find_python(copy), "scripts/build.py", "--site-dir", str(copy / "site")]
            measured[step] = measure(command, copy, settings, copy / "site")
        if BODY in measured:
            check_edit(copy / "site", find_lesson(copy / "content").stem)
    return measured


def check_edit(site: Path, lesson: str) -> None:
    """Fail where the page of the lesson that was edited doesn't show it: what was measured wasn't a rebuild."""
    page = site / "lessons" / lesson / "index.html"
    if not page.is_file() or SENTENCE not in page.read_text(encoding="utf-8"):
        raise Failed(f"{page} doesn't show the edit.")


def _measure_check(hub: Path) -> Steps:
    with _copied(hub) as copy:
        command = [find_python(copy), "scripts/check.py"]
        return {step: measure(command, copy, {"HUB_CACHE": str(copy / "kept")}) for step in (COLD, SAME)}


@contextmanager
def _copied(hub: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=hub.parent) as name:
        yield Path(shutil.copytree(hub, Path(name) / "hub", symlinks=True))


def _least_of_each(runs: list[Steps]) -> dict[str, Measured]:
    return {step: least(run[step] for run in runs) for step in runs[0]}
