"""The structure of the code: which module may import which, and that the core is blind to MkDocs."""

import ast
from collections.abc import Iterator
from pathlib import Path

HOOKS = Path(__file__).parent.parent / "hooks"
CORE = HOOKS / "knowledge_hub"

# Each layer may import the layers before it. A name covers a module or a whole package.
LAYERS = (
    {"dates", "slugs", "did_you_mean", "quoting", "small_groups"},
    {"problem_kinds", "vocabulary"},
    {"problems"},
    {"yaml_text"},
    {"records"},
    {"validation", "schemas"},
    {"visuals", "prose"},
    {"library"},
    {"checks"},
    {"catalogue"},
    {"search"},
    {"intake"},
    {"pages"},
    {"exports"},
    {"publishing"},
)


def test_the_core_never_imports_mkdocs() -> None:
    """Another generator can use the core as it is."""
    importing = {path.name for path in CORE.rglob("*.py") for name in _imports(path) if name.startswith("mkdocs")}
    assert importing == set()


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
