"""The order in which rules say what they find."""

from pathlib import Path

from knowledge_hub.checks import check_library
from knowledge_hub.keeping import Store
from knowledge_hub.library.loading import load_library
from support.small_library import write_content

_FOUND = {"why": "Call 555-201-3344."}


def _named(content: Path, store: Store) -> list[str]:
    """Return the paths of all in which something is found, once each in a row."""
    library, _ = load_library(content)
    return list(dict.fromkeys(problem.path for problem in check_library(library, store=store)))


def test_what_is_found_comes_in_the_order_of_the_files(tmp_path: Path) -> None:
    """Whether it was found now or before, and however the process orders its sets."""
    names = [f"lessons/{name}" for name in ("ask", "bring", "call", "draw", "end", "find", "give")]
    content = write_content(tmp_path, dict.fromkeys(names, _FOUND))
    store = Store()
    in_order = [f"content/{name}.yml" for name in names]
    assert _named(content, store) == in_order
    path = content / "lessons" / "call.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Call ", "Ask for a nurse at "), encoding="utf-8")
    assert _named(content, store) == in_order
