"""The modules of a feature as readers download them: one file for each way in, instead of one request a module.

It understands ES modules as this project writes them, a small part of what the language allows: named imports from
modules of the same folder or of one beside it, each on lines of its own at the top; exported functions, classes and
constants. What it doesn't understand it refuses: a file that was joined wrongly would fail on a reader's screen only.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

# The features of theme/assets/hub/ of which every module would be a request of its own.
JOINED_FEATURES = ("search", "my-list", "run-chart-maker")

_IMPORT = re.compile(r'^import \{([\w\s,$]+)\} from "(\.{1,2}/[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function\*?|function\*?|class|const) ([\w$]+))", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b(?!\().*", re.MULTILINE)
_AWAIT = re.compile(r"^(?:await\b|(?:const|let) [^=\n]*= await\b).*", re.MULTILINE)
_RENAMED = re.compile(r"^([\w$]+) as ([\w$]+)$")
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)


class UnknownConstructError(Exception):
    """A module holds something that can't be joined."""


def join_feature(folder: Path) -> dict[str, str]:
    """Return the joined file of every way into a folder of modules by its path there.

    A way in is a module that no other one imports; pages load it, or another one does with `import()`.
    """
    own = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.js"))
    }
    imported = {target for name, text in own.items() for target, _ in _find_imports(name, text)}
    modules = {**own, **_read_neighbors(folder, imported - own.keys())}
    return {name: join_modules(modules, name) for name in own if name not in imported}


def _read_neighbors(folder: Path, targets: Iterable[str]) -> dict[str, str]:
    """Return what lies in folders beside this one, with what that imports itself; what isn't there is left out."""
    found: dict[str, str] = {}
    waiting = list(targets)
    while waiting:
        name = waiting.pop()
        if name in found or not (folder / name).is_file():
            continue
        found[name] = (folder / name).read_text(encoding="utf-8")
        waiting += [target for target, _ in _find_imports(name, found[name])]
    return found


def join_modules(modules: Mapping[str, str], entry: str) -> str:
    """Return a module and all that it imports as one: each of those in a function of its own, before it is needed.

    Raises:
        UnknownConstructError: A module holds something else than named imports and exports.

    """
    order = _order_modules(modules, entry)
    scopes = [_create_scope(name, modules[name]) for name in order[:-1]]
    return "".join([*scopes, _create_body(entry, modules[entry])])


def _order_modules(modules: Mapping[str, str], entry: str) -> list[str]:
    """Return the entry and what it imports, each after all that it needs itself."""
    order: list[str] = []

    def add(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            raise UnknownConstructError(f"Modules import each other in a circle: {' -> '.join((*way, name))}.")
        if name in order:
            return
        for target, _ in _find_imports(name, modules[name]):
            if target not in modules:
                where = "which is not in its feature’s folder or one beside it"
                raise UnknownConstructError(f"{name} imports {target}, {where}.")
            add(target, (*way, name))
        order.append(name)

    add(entry, ())
    return order


def _find_imports(name: str, text: str) -> list[tuple[str, list[str]]]:
    """Return what a module imports: path and names of each import, names as a pattern takes them apart."""
    folder = posixpath.dirname(name)
    return [
        (posixpath.normpath(posixpath.join(folder, path)), [_RENAMED.sub(r"\1: \2", item) for item in _list(names)])
        for names, path in _IMPORT.findall(text)
    ]


def _create_scope(name: str, text: str) -> str:
    exported = ", ".join(_EXPORT.findall(text))
    if "import.meta" in text and "/" in name:
        raise UnknownConstructError(f"{name} asks for its own address, which is another one when it is joined.")
    code = _EXPORT.sub("", _create_body(name, text))
    return f"const {_scope_name(name)} = (() => {{\n{code}return {{ {exported} }};\n}})();\n"


def _create_body(name: str, text: str) -> str:
    """Return the code of a module, its imports taken from the functions of the others, without comments."""
    code = _IMPORT.sub("", text)
    if found := _LEFT_OVER.search(_EXPORT.sub("", code)):
        raise UnknownConstructError(f"{name} has “{found[0]}”: only named imports and exports can be joined.")
    if found := _AWAIT.search(code):
        raise UnknownConstructError(f"{name} has “{found[0]}”: a module that waits can’t be joined.")
    if any(line.count("`") % 2 for line in code.splitlines()):
        raise UnknownConstructError(f"{name} has a text in backticks that runs over several lines.")
    taken = "".join(
        f"const {{ {', '.join(names)} }} = {_scope_name(target)};\n" for target, names in _find_imports(name, text)
    )
    return taken + _INDENT.sub("", _COMMENT.sub("", code))


def _scope_name(name: str) -> str:
    """Return the constant that holds what a module exports; the project’s own names have no dollar sign."""
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))


def _list(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]
