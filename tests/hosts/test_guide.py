"""The guide for hosts: every command that it gives works as it stands there, and so do its settings."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.builds import ROOT, clean_environment
from support.hosts import Host

GUIDE = ROOT / "docs" / "host"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not GUIDE.is_dir(), reason="This hub has taken the guide for hosts away."),
]
_BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^ *((?:[A-Z_]+=\S+ )?python3 scripts/.+)$", re.MULTILINE)
# What a host would answer on a terminal, or fill in, where the guide leaves it open.
_FILLED_IN = {"scripts/start.py": "scripts/start.py --name Ours --no-help-line", " OUT": " staged"}
# These two are run as they stand in real_builds/test_serve.py and test_upgraded_hub.py.
_ELSEWHERE = ("scripts/serve.py", "scripts/upgrade.py")


def _blocks() -> Iterator[tuple[str, str, str]]:
    for page in sorted(GUIDE.glob("*.md")):
        for language, text in _BLOCK.findall(page.read_text(encoding="utf-8")):
            yield page.name, language, text


def _commands() -> list[str]:
    found = [command.strip() for _, _, text in _blocks() for command in _COMMAND.findall(text)]
    return sorted({command for command in found if not any(name in command for name in _ELSEWHERE)})


def test_the_guide_gives_commands() -> None:
    """Nothing is tried where nothing is found."""
    assert len(_commands()) >= 6


def test_every_command_works(host: Host) -> None:
    """Each ends well in a copy of the hub, in the order of the alphabet."""
    failed = {}
    for command in _commands():
        whole = command
        for open_, filled in _FILLED_IN.items():
            whole = whole.replace(open_, filled)
        settings, _, rest = whole.rpartition("python3 ")
        environment = clean_environment(HUB_PACKS="0", **dict(part.split("=", 1) for part in settings.split()))
        environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]])
        run = subprocess.run(
            [sys.executable, *shlex.split(rest)],
            cwd=host.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        if run.returncode:
            failed[command] = run.stdout + run.stderr
    assert failed == {}


def test_every_setting_works(host: Host) -> None:
    """The settings that the guide shows are understood, all together."""
    pages = ("index.md", "make-it-yours.md")
    shown = [text for page, language, text in _blocks() if language == "yaml" and page in pages]
    assert len(shown) >= 4
    written = (host.folder / "mkdocs.yml").read_text(encoding="utf-8")
    for text in shown:
        below = text.partition("\n")[2]
        if text.startswith("extra:") and "\nextra:\n" in written:
            written = written.replace("\nextra:\n", f"\nextra:\n{below}", 1)
        elif text.startswith("  palette:"):
            written = written.replace("\ntheme:\n", f"\ntheme:\n{text}", 1)
        else:
            written += text
    host.write("mkdocs.yml", written)
    for name in ("network/index", "network/join"):
        host.write(f"docs/{name}.md", "# A page\n\nSome words.\n")
    run = host.push()
    assert set(run.results.values()) == {"success"}, run.said
