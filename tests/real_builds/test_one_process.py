"""A build in the process that has read the content, and one that hosts look at: both are as MkDocs' own."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.builds import ROOT, TINY, build, clean_environment, create_environment, run_build, run_mkdocs

pytestmark = pytest.mark.slow
_READ_AND_BUILD = """
import sys
from pathlib import Path
sys.path[:0] = ["", sys.argv[2]]
from knowledge_hub.keeping import Store
from knowledge_hub.library.content_folder import find_content
from knowledge_hub.library.read_content import read_content
from mkdocs_adapter.building import build_site
build_site(Path(sys.argv[1]), read_content(find_content(Path.cwd()), Store()))
print("This comes after a build that succeeds.")
"""
_ONLOOKER = """
def on_page_content(html, *, page, config, files):
    print(page.file.src_uri)
    return html
"""


def _read(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _leave(hub: Path) -> None:
    """Change nothing."""


def _break_record(hub: Path) -> None:
    (hub / "content" / "lessons" / "widen-the-team.yml").write_text("title: Nothing else\n", encoding="utf-8")


def _break_link(hub: Path) -> None:
    with (hub / "docs" / "guides" / "first-steps.md").open("a", encoding="utf-8") as guide:
        guide.write("\n[Nowhere](../nowhere.md)\n")


@pytest.mark.parametrize(("change", "code"), [(_leave, 0), (_break_record, 1), (_break_link, 1)])
def test_it_ends_as_the_command_of_mkdocs_does(
    tmp_path: Path, tiny: Path, change: Callable[[Path], None], code: int
) -> None:
    """With the same exit code, the same words and the same site; after a failure nothing else is done."""
    change(tiny.parent)
    site = tmp_path / "site"
    theirs = run_build(site, tiny, may_warn=True)
    files = _read(site) if site.exists() else {}
    command = [sys.executable, "-c", _READ_AND_BUILD, str(site), str(ROOT / "hooks")]
    environment = clean_environment(**create_environment(site, tiny, PYTHONWARNINGS="default"))
    ours = subprocess.run(command, cwd=TINY, env=environment, capture_output=True, text=True, check=False)
    assert (ours.returncode, theirs.returncode) == (code, code)
    assert _without_times(ours.stderr) == _without_times(theirs.stderr)
    assert ours.stdout == theirs.stdout + ("" if code else "This comes after a build that succeeds.\n")
    assert (_read(site) if site.exists() else {}) == files


def test_whoever_looks_on_sees_each_page_and_gets_the_same_site(tmp_path: Path, tiny: Path) -> None:
    """A host's hook passes every generated page at MkDocs' events, which a hub without any goes round."""
    settings = (TINY / "mkdocs.yml").read_text(encoding="utf-8").replace("../../hooks", f"{ROOT.as_posix()}/hooks")
    hub_hook = f"  - {ROOT.as_posix()}/hooks/hub.py\n"
    assert hub_hook in settings
    project = tiny.parent
    (project / "mkdocs.yml").write_text(settings.replace(hub_hook, f"{hub_hook}  - look.py\n"), encoding="utf-8")
    (project / "look.py").write_text(_ONLOOKER, encoding="utf-8")
    site = tmp_path / "site"
    built = run_mkdocs(project, site, **create_environment(site, tiny))
    assert built.returncode == 0, built.stderr
    assert {"index.md", "lessons/widen-the-team.md", "guides/first-steps.md"} <= set(built.stdout.split())
    assert _read(site) == _read(build(tmp_path / "alone", tiny))


def _without_times(said: str) -> str:
    return re.sub(r"[\d.]+ seconds", "", said)
