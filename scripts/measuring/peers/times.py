"""What other generators take for the same records: a first build, and a build after one edit."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from measuring.peers.generators import PEERS, Installed, Peer
from measuring.peers.installing import NotHere
from measuring.peers.record_pages import edit_page, find_lesson_page
from measuring.speed.processes import Failed, least, measure
from measuring.speed.rebuilds import check_edit, count_runs
from measuring.speed.results import BODY, COLD, Steps

Ready = list[tuple[Peer, Installed]]


def install_peers(folder: Path, left_out: dict[str, str], peers: Iterable[Peer] = PEERS) -> Ready:
    """Install what can be installed below a folder; `left_out` gets the reason of each other one."""
    ready = []
    for peer in peers:
        try:
            ready.append((peer, peer.install(folder / peer.name.lower().replace(" ", "-"))))
        except NotHere as reason:
            left_out[peer.name] = str(reason)
    return ready


def measure_peers(
    content: Path, folder: Path, ready: Ready, left_out: dict[str, str], short_runs: int
) -> Iterator[tuple[str, Steps]]:
    """Yield what each takes for the records of a content folder; one that fails is left out, too."""
    for peer, installed in ready:
        with tempfile.TemporaryDirectory(dir=folder) as name:
            try:
                peer.write(content, Path(name) / "project")
                yield peer.name, _measure(content, Path(name), peer, installed, short_runs)
            except Failed as failure:
                left_out[peer.name] = str(failure).splitlines()[-1]


def _measure(content: Path, folder: Path, peer: Peer, installed: Installed, short_runs: int) -> Steps:
    records = sum(1 for _ in (folder / "project" / peer.pages).rglob("*.md"))
    runs = [_measure_once(content, folder, peer, installed) for _ in range(count_runs(records, short_runs))]
    return {step: least(run[step] for run in runs) for step in runs[0]}


def _measure_once(content: Path, folder: Path, peer: Peer, installed: Installed) -> Steps:
    project = Path(shutil.copytree(folder / "project", folder / "run"))
    command = [part.format(project=project) for part in installed.command]
    lesson = find_lesson_page(content)
    cold = measure(command, project, {"NO_MKDOCS_2_WARNING": "1"}, project / "site")
    edit_page(project / peer.pages / lesson)
    edited = measure(command, project, {"NO_MKDOCS_2_WARNING": "1"}, project / "site")
    check_edit(project / "site", lesson.stem)
    shutil.rmtree(project)
    return {COLD: cold, BODY: edited}
