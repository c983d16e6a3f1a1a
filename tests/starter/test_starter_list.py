"""What is true of the starter library only: the list from which scripts/start.py knows it."""

from starting.planning import list_files, read_starter
from starting.starter_list import read_list
from support.builds import ROOT


def test_the_list_of_the_starters_files_is_whole_and_true() -> None:
    """Each file that can be taken away is listed as it is; python3 scripts/generate.py --starter writes it again."""
    starter = read_starter(ROOT)
    there = {path for path in list_files(starter) if (ROOT / path).is_file()}
    assert there == starter.unchanged == set(read_list(ROOT))
