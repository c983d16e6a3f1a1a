"""Records that are replaced: each leads on to another one, and never back."""

from pathlib import Path

from support.small_library import read_content, write_content


def _codes(folder: Path, replaced: dict[str, str]) -> list[str]:
    records = {f"lessons/{name}": {"replaced_by": other} if other else {} for name, other in replaced.items()}
    return [f"{problem.path[16:-4]} {problem.code}" for problem in read_content(write_content(folder, records))[1]]


def test_a_circle_is_named_in_each_of_its_records(tmp_path: Path) -> None:
    """Readers of an old page would be led round; who leads into a circle is no part of it."""
    assert _codes(tmp_path, {"a": "b", "b": "c", "c": "a", "d": "a"}) == [
        "a replaced-in-a-circle",
        "b replaced-in-a-circle",
        "c replaced-in-a-circle",
    ]


def test_a_chain_leads_on(tmp_path: Path) -> None:
    """A record that was replaced may be replaced again."""
    assert _codes(tmp_path, {"a": "b", "b": "c", "c": ""}) == []
