"""Files that are made from the record types and committed: which of them are due, and how they are written.

They are the JSON Schemas in content/schemas/ and the issue forms in .github/ISSUE_TEMPLATE/.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge_hub.collector import collector_at_rest
from knowledge_hub.intake.generated import SCHEMAS, create_committed_files
from knowledge_hub.intake.issue_forms import FOLDER as ISSUE_FORMS
from knowledge_hub.keeping import Table, fingerprint, fingerprint_all
from knowledge_hub.library.content_folder import find_content
from knowledge_hub.library.library import Library
from knowledge_hub.library.read_content import ReadContent, read_content
from knowledge_hub.problems.problem import has_errors
from knowledge_hub.publishing.kept.folder_cache import open_store


def find_due_files(root: Path, library: Library) -> list[str]:
    """Return the path from the project's folder of every file that is out of date.

    A schema that doesn't suggest the ids of the newest records isn't: two contributors who each add a
    record would otherwise meet in a conflict of files that neither of them wrote.
    """
    return [path for path, text in _find_changed(root, library) if _is_due(root / path, text)]


def write_generated_files(root: Path, library: Library) -> list[str]:
    """Write every file that has changed, and return the paths."""
    written = []
    for path, text in _find_changed(root, library):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def refresh_generated_files(root: Path, chosen: str | None) -> bool:
    """Write what is out of date before a build of the project's own content, and say so; tell whether anything was.

    `chosen` is the option's. Content with an error changes nothing: the build names what to mend.
    """
    own = root / "content"
    if find_content(root, chosen).resolve() != own.resolve():
        return False
    with collector_at_rest(), open_store(root, own).kept() as store:
        read = read_content(own, store)
    return write_due_files(root, read)


def write_due_files(root: Path, read: ReadContent) -> bool:
    """Write what is out of date by the project's own content as it was read, and say so; tell whether anything was."""
    if has_errors(read.problems):
        return False
    # All that the files are made of, and as what they lie there.
    key = fingerprint(read.library.shared, repr(read.library.ids()), fingerprint_all(_read_committed(root)))
    kept: Table[bool] = read.store.table("generated")
    if kept.find(key):
        return False
    if find_due_files(root, read.library):
        written = write_generated_files(root, read.library)
        print(f"Out of date, and written anew: {', '.join(written)}. Commit them, too.", flush=True)
        return True
    kept.put(key, True)
    return False


def _read_committed(root: Path) -> Iterator[bytes | str]:
    """Yield path and content of every file where those lie that this module writes."""
    for folder in (root / "content" / SCHEMAS, root / ISSUE_FORMS):
        for path in sorted(folder.glob("*")):
            if path.is_file():
                yield path.name
                yield path.read_bytes()


def _find_changed(root: Path, library: Library) -> Iterator[tuple[str, str]]:
    for path, text in create_committed_files(library):
        target = root / path
        if not target.is_file() or target.read_bytes() != text.encode():
            yield path, text


def _is_due(target: Path, text: str) -> bool:
    """Tell whether a changed file differs in more than the ids that it suggests, or suggests one that is gone."""
    if target.suffix != ".json" or not target.is_file():
        return True
    try:
        old, new = json.loads(target.read_text(encoding="utf-8")), json.loads(text)
        suggested, known = _take_ids(old), _take_ids(new)
    except (ValueError, KeyError, TypeError, AttributeError):
        return True  # Someone has edited it by hand.
    return bool(old != new or any(not ids <= known.get(name, set()) for name, ids in suggested.items()))


def _take_ids(schema: dict[str, Any]) -> dict[str, set[str]]:
    """Return the ids that a schema suggests, by definition, and take them out of it."""
    definitions = {name: part for name, part in schema["$defs"].items() if "x-reference" in part}
    return {name: set(part.pop("anyOf")[0].get("enum", ())) for name, part in definitions.items()}
