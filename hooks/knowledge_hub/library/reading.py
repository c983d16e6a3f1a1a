"""One YAML file of the content folder to its document, or to the problem that keeps it from being read."""

from pathlib import Path

from knowledge_hub.problems.problem import Problem
from knowledge_hub.yaml_text.located import LocatedDocument, read_yaml
from knowledge_hub.yaml_text.source_text import MAX_BYTES

# More than nearly any record has: the system gives so much memory faster than the most that one may have.
_ORDINARY_SIZE = 32 * 1024


def read_file(shown: str, path: Path) -> tuple[LocatedDocument | None, list[Problem]]:
    """Return what read_yaml says of a file."""
    data = read_bytes(shown, path)
    return (None, [data]) if isinstance(data, Problem) else read_yaml(shown, data)


def read_bytes(shown: str, path: Path | str) -> bytes | Problem:
    """Return what a file holds, or why it can't be opened; of one that is too large only the beginning is read."""
    try:
        # A Path takes longer to open a file than the system does.
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            data = file.read(_ORDINARY_SIZE) or b""
            return data if len(data) < _ORDINARY_SIZE else data + (file.read(MAX_BYTES + 1 - len(data)) or b"")
    except OSError:
        return Problem(shown, 1, 1, "not-a-file", "This file can’t be opened.", "Check who may read it.")
