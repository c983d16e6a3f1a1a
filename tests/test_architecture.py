"""The structure of the code: which module may import which, and that the core is blind to MkDocs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOOKS = ROOT / "hooks"
CORE = HOOKS / "knowledge_hub"
SCRIPTS = ROOT / "scripts"
PACKAGES = sorted(path for folder in (HOOKS, SCRIPTS) for path in folder.rglob("__init__.py"))
MOST_FILES = 15
# Files that ARCHITECTURE.md makes up, to tell their way.
EXAMPLES = {"content/lessons/ask-before-you-plan.yml"}

# Each layer may import the layers before it. A name covers a module or a whole package.
LAYERS = (
    {"collector"},
    {
        "dates",
        "slugs",
        "did_you_mean",
        "quoting",
        "pasted_text",
        "small_groups",
        "spelled_words",
        "sentences",
        "hub_pages",
        "keeping",
    },
    {"problem_kinds", "vocabulary", "side_by_side"},
    {"problems"},
    {"yaml_text", "settings", "record_files"},
    {"records"},
    {"validation", "schemas", "words", "markdown_html", "templating"},
    {"visuals", "prose", "facts"},
    {"library"},
    {"checks"},
    {"catalogue"},
    {"upkeep"},
    {"data"},
    {"search"},
    {"intake"},
    {"citations"},
    {"linked_data"},
    {"feeds"},
    {"pages"},
    {"exports"},
    {"publishing"},
)


def test_the_core_never_imports_mkdocs() -> None:
    """Another generator can use the core as it is."""
    importing = {path.name for path in CORE.rglob("*.py") for name in _imports(path) if name.startswith("mkdocs")}
    assert importing == set()


def test_the_adapter_alone_imports_mkdocs() -> None:
    """MkDocs could be replaced by replacing hub.py and mkdocs_adapter/; commands only run its command line."""
    importing = {
        path.relative_to(ROOT).parts[:2]
        for path in (*HOOKS.rglob("*.py"), *SCRIPTS.rglob("*.py"))
        for name in _imports(path)
        if name.partition(".")[0] in {"mkdocs", "material"}
    }
    assert importing == {("hooks", "hub.py"), ("hooks", "mkdocs_adapter")}


def test_imports_run_one_way() -> None:
    """No module of the core imports from a later layer."""
    rank = {name: number for number, layer in enumerate(LAYERS) for name in layer}
    wrong = [
        f"{path.relative_to(CORE)} imports {target}"
        for path in CORE.rglob("*.py")
        for target in _core_imports(path)
        if (source := _layer_name(path)) != target and rank[target] >= rank[source]
    ]
    assert wrong == []


def test_no_folder_is_crowded() -> None:
    """A newcomer sees all of a folder at once."""
    folders = [path.parent for path in PACKAGES] + [SCRIPTS, HOOKS]
    crowded = {
        str(folder.relative_to(ROOT)): count
        for folder in folders
        if (count := sum(path.name != "__init__.py" for path in folder.glob("*.py"))) > MOST_FILES
    }
    assert crowded == {}


def test_scripts_are_commands_that_people_are_told_of() -> None:
    """Each file beside the folders of scripts/ is a command, and README or CONTRIBUTING says what it is for."""
    told = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
    commands = sorted(SCRIPTS.glob("*.py"))
    assert [path.name for path in commands if 'if __name__ == "__main__":' not in path.read_text("utf-8")] == []
    assert [path.name for path in commands if f"scripts/{path.name}" not in told] == []


@pytest.mark.parametrize("path", PACKAGES, ids=lambda path: str(path.parent.relative_to(ROOT)))
def test_a_room_says_what_belongs_in_it(path: Path) -> None:
    """A package opens with what it is, in one sentence, and a second one on what stands elsewhere."""
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first, _, second = told.partition("\n\n")
    assert first.endswith(".")
    assert second


def test_the_map_of_the_code_is_true() -> None:
    """Every path that ARCHITECTURE.md names exists."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:hooks|scripts|tests|content)/[\w./-]*)`", text))
    rooms = {f"hooks/knowledge_hub/{room}" for room in re.findall(r"^\| `([a-z_/]+)`", text, re.MULTILINE)}
    assert len(named) > 20
    assert [path for path in sorted(named | rooms) if path not in EXAMPLES and not (ROOT / path).exists()] == []


def test_the_map_of_the_code_is_whole() -> None:
    """Every room of the core has its line in ARCHITECTURE.md."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in CORE.glob("*/__init__.py")}
    assert {room for room in rooms if f"| `{room}/`" not in text} == set()


def test_the_adapter_stays_wiring() -> None:
    """The hook file has at most 80 lines of code."""
    lines = (HOOKS / "hub.py").read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if line.strip() and not line.lstrip().startswith(("#", '"""'))]
    assert len(code) <= 80


def _layer_name(path: Path) -> str:
    return path.relative_to(CORE).parts[0].removesuffix(".py")


def _core_imports(path: Path) -> Iterator[str]:
    if _layer_name(path) == "__init__":
        return
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] == "knowledge_hub" and len(parts) > 1:
            yield parts[1]


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
