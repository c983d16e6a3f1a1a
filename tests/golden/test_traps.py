"""A folder of broken files, one trap each: every file gets exactly the problems written beside it."""

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge_hub.checks import check_content
from knowledge_hub.problems.problem import Problem
from support.small_library import brief, write_content

GOLDEN = Path(__file__).parent
CASES = sorted((GOLDEN / "traps").glob("*.yml"))


def read_case(case: Path) -> Any:
    """Return what a golden file says: files by path, and the brief problems."""
    return yaml.safe_load(case.read_text(encoding="utf-8"))


def write_traps(folder: Path) -> Path:
    """Write the files of all cases into one content folder, and return it."""
    files = {path: text for case in CASES for path, text in read_case(case)["files"].items()}
    files["wording"] = (GOLDEN / "wording.yml").read_text(encoding="utf-8")
    return write_content(folder, files)


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """The problems of the whole folder, by the case that they belong to."""
    content = write_traps(tmp_path_factory.mktemp("traps"))
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in check_content(content):
        found[Path(problem.path).stem].append(problem)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_each_trap_is_named_once_at_its_spot(case: Path, problems: dict[str, list[Problem]]) -> None:
    """The file has the problem that is written beside it, at that line and column, and no other."""
    assert [brief(problem) for problem in problems[case.stem]] == read_case(case)["problems"]


def test_no_file_is_found_that_has_no_case(problems: dict[str, list[Problem]]) -> None:
    """Files that a case needs besides have no problems of their own."""
    assert {name for name, found in problems.items() if found} <= {case.stem for case in CASES}
