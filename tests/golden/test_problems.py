"""Content with faults, and every problem that is reported for it: one hand-written file a case."""

from pathlib import Path

import pytest
import yaml

from support.small_library import brief, read_content, write_content

CASES = sorted((Path(__file__).parent / "problems").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_whole_problem_list(case: Path, tmp_path: Path) -> None:
    """Each fault is reported once, where it is, and nothing else is reported."""
    given = yaml.safe_load(case.read_text(encoding="utf-8"))
    _, problems = read_content(write_content(tmp_path, given["files"]))
    assert [brief(problem) for problem in problems] == given["problems"]
