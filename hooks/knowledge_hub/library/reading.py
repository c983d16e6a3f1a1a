"""One YAML file of the content folder to its document, or to the problem that keeps it from being read."""

from pathlib import Path

from knowledge_hub.problems.problem import Problem
from knowledge_hub.yaml_text.located import LocatedDocument, read_yaml
from knowledge_hub.yaml_text.source_text import MAX_BYTES


def read_file(shown: str, path: Path) -> tuple[LocatedDocument | None, list[Problem]]:
    """Return what read_yaml says of a file; of a file that is too large only the beginning is read."""
    try:
        if path.stat().st_size <= MAX_BYTES:
            return read_yaml(shown, path.read_bytes())
        with path.open("rb") as file:
            return read_yaml(shown, file.read(MAX_BYTES + 1))
    except OSError:
        return None, [Problem(shown, 1, 1, "not-a-file", "This file can’t be opened.", "Check who may read it.")]
