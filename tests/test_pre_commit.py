"""The hooks for those who want them: the same gate as everywhere, and nothing from elsewhere."""

import re

import pytest
import yaml

from support.builds import ROOT

HOOKS = [
    (repository["repo"], hook)
    for repository in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    for hook in repository["hooks"]
]


def test_nothing_is_fetched() -> None:
    """Each hook is a command of this project, which sets itself up."""
    assert {(repository, hook["language"]) for repository, hook in HOOKS} == {("local", "system")}
    entries = [hook["entry"] for _, hook in HOOKS]
    assert entries == ["python3 scripts/test.py --fast", "python3 scripts/check.py"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("hooks/hub.py", ["code"]),
        ("tests/tiny/content/lessons/widen-the-team.yml", ["code"]),
        ("requirements-test.in", ["code"]),
        ("content/lessons/ask-first.yml", ["records"]),
        ("docs/guides/start.md", ["records"]),
        ("README.md", []),
    ],
)
def test_only_what_changed_is_tried(path: str, expected: list[str]) -> None:
    """A contributor of a record doesn't wait for the tests of the code."""
    assert [hook["id"] for _, hook in HOOKS if re.search(hook["files"], path)] == expected
