"""Each package that the code imports is asked for by name, and isn't there only because another one brings it."""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from support.builds import ROOT

HOOKS = sorted((ROOT / "hooks").rglob("*.py"))
SCRIPTS = sorted((ROOT / "scripts").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
# Commands that set up only what the site needs have nothing else at hand.
SITE_COMMANDS = [path for path in SCRIPTS if "from setup.for_site " in path.read_text(encoding="utf-8")]
OWN = {path.stem for folder in ("hooks", "scripts", "tests") for path in (ROOT / folder).iterdir()}
DISTRIBUTIONS = packages_distributions()


def test_what_builds_the_site_names_its_packages() -> None:
    """A host installs requirements.txt, so what the hooks and the site's commands import stands in requirements.in."""
    assert SITE_COMMANDS
    assert _find_unnamed([*HOOKS, *SITE_COMMANDS], _read_names("requirements.in")) == []


def test_what_tests_and_measures_names_its_packages() -> None:
    """The other commands and the tests may use what stands in requirements-test.in, too."""
    names = _read_names("requirements.in") | _read_names("requirements-test.in")
    assert _find_unnamed([*SCRIPTS, *TESTS], names) == []


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_what_is_named_is_locked(name: str) -> None:
    """A new name is of no use until both files have been compiled again."""
    assert _read_names(f"{name}.in") - _read_names(f"{name}.txt") == set()


def test_a_package_that_another_one_brings_is_found(tmp_path: Path) -> None:
    """MkDocs brings click and python-docx brings lxml; a name of the import isn't always that of the package."""
    module = tmp_path / "module.py"
    module.write_text("import json\nimport click, yaml\n\ndef f():\n    from lxml import html\n", encoding="utf-8")
    assert _find_unnamed([module], {"mkdocs", "python-docx", "pyyaml"}) == [
        ("module.py", "click"),
        ("module.py", "lxml"),
    ]
    assert _find_unnamed([module], {"click", "lxml", "pyyaml"}) == []


def _find_unnamed(paths: Iterable[Path], names: set[str]) -> list[tuple[str, str]]:
    """Return file and module of every import from a package that is not among `names`."""
    return [(path.name, name) for path in paths for name in sorted(_imports(path)) if not names & _packages(name)]


def _imports(path: Path) -> set[str]:
    """Return the top-level names that a module imports from installed packages."""
    modules = {name.partition(".")[0] for name in _imported_modules(path)}
    return modules - sys.stdlib_module_names - OWN


def _imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _packages(module: str) -> set[str]:
    """Return the installed packages that bring a top-level module, as requirements files write them."""
    return {re.sub(r"[-_.]+", "-", name).lower() for name in DISTRIBUTIONS.get(module, ())}


def _read_names(file: str) -> set[str]:
    """Return the packages that a requirements file names itself."""
    return set(re.findall(r"^[a-z0-9][a-z0-9-]*", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE))
