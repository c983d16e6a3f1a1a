"""The summary of what a pull request changes."""

from knowledge_hub.library.changes import create_changes, render_summary
from knowledge_hub.library.loading import load_library
from support.builds import TINY

FILES = [
    ("M", "content/lessons/widen-the-team.yml"),
    ("A", "content/roles/new-role.yml"),
    ("D", "content/toolkits/old.yml"),
    ("A", "content/lessons/`| [x](y).yml"),
]


def test_each_changed_record_is_listed_with_its_page() -> None:
    """Title, what was done and the page in the preview; a strange file name can't become markup."""
    library, _ = load_library(TINY / "content", TINY / "docs" / "guides")
    changes = create_changes(FILES, library)
    assert render_summary(changes, {"lessons/widen-the-team/"}, "https://github.com/o/r/a/1") == (
        "## Changed records\n\n"
        "[Download the preview](https://github.com/o/r/a/1), unpack it, and open the page named below.\n\n"
        "| Record | What was done | Page in the preview |\n|---|---|---|\n"
        "| `content/lessons/?? [x](y).yml` | new | none |\n"
        "| Widen the team (`content/lessons/widen-the-team.yml`) | changed | `lessons/widen-the-team/index.html` |\n"
        "| `content/roles/new-role.yml` | new | none |\n"
        "| `content/toolkits/old.yml` | removed | none |\n"
    )


def test_a_pull_request_without_records_says_so() -> None:
    """There is always a sentence to read."""
    library, _ = load_library(TINY / "content")
    assert "No record was changed." in render_summary(create_changes([], library), set(), "")
