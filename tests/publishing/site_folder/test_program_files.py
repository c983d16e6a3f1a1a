"""Files for programs on their way into a site, in one process or two."""

import os
import signal
from pathlib import Path

import pytest

from knowledge_hub import side_by_side
from knowledge_hub.keeping import Store
from knowledge_hub.publishing.site_folder.finished_files import Finished, FinishedFiles
from knowledge_hub.publishing.site_folder.program_files import ProgramFileWriter
from knowledge_hub.side_by_side import Aside

FILES = {f"data/{number % 7}/{number}.json": f"{number}".encode() for number in range(450)}


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which a second process can be had, whatever this one is."""
    if not hasattr(os, "fork"):
        pytest.skip("This system has no such processes.")
    monkeypatch.setattr(side_by_side, "may_fork", lambda: True)


def _begin(site: Path, store: Store) -> FinishedFiles:
    site.mkdir(exist_ok=True)
    finished = FinishedFiles(site, store)
    finished.begin()
    return finished


def _read(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("forking")
@pytest.mark.parametrize("is_helped", [False, True])
def test_every_file_is_written_and_known(tmp_path: Path, *, is_helped: bool) -> None:
    """Whichever process writes it, and also where only the second one comes to it."""
    store, site = Store(), tmp_path / "site"
    finished = _begin(site, store)
    finished.look_around()
    writer = ProgramFileWriter(site, FILES, finished)
    aside: Aside[dict[str, Finished]] = Aside(lambda: finished.give(writer.write()), at_once=is_helped)
    if not is_helped:
        writer.write()
    writer.finish(aside.result())
    assert _read(site) == FILES
    assert sorted(finished.remove_others()) == sorted(FILES)
    finished.remember()
    again = _begin(site, store)
    assert all(again.is_there(path, again_mark) for path, (again_mark, _) in finished.give(FILES).items())


@pytest.mark.usefixtures("forking")
def test_what_a_killed_process_left_undone_is_written(tmp_path: Path) -> None:
    """Also the file that it was at."""
    finished = _begin(tmp_path / "site", Store())
    writer = ProgramFileWriter(tmp_path / "site", FILES, finished)
    own = os.getpid()

    def help_for_a_while() -> dict[str, Finished]:
        written = writer.write()
        if os.getpid() != own:
            (tmp_path / "site" / "data" / "0" / "0.json").write_bytes(b"")
            os.kill(os.getpid(), signal.SIGKILL)
        return finished.give(written)

    writer.finish(Aside(help_for_a_while).result())
    assert _read(tmp_path / "site") == FILES
