"""How terms are cut into files."""

import json
from bisect import bisect_right

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.search.inverting import Postings
from knowledge_hub.search.shards import Group, Shard, cut_shards, find_steps, write_groups

_forms = st.lists(st.text("abcé", min_size=1, max_size=4), min_size=1, max_size=4, unique=True)


def _find(shards: list[Shard], form: str) -> str:
    """Return the terms of the file in which a browser looks for a form."""
    return shards[bisect_right([shard.first for shard in shards], form) - 1].terms


@given(st.lists(_forms, max_size=12), st.integers(1, 200))
def test_every_form_is_found_where_its_spelling_leads(groups: list[list[str]], size: int) -> None:
    """Also where the forms of one word reach over a boundary."""
    made = [Group(f"name-{number}", tuple(sorted(forms)), "[1]", "[[0]]") for number, forms in enumerate(groups)]
    shards = cut_shards(made, size)
    assert shards[0].first == ""
    assert [shard.first for shard in shards] == sorted({shard.first for shard in shards})
    for group in made:
        for form in group.forms:
            assert group.name in json.loads(_find(shards, form))


def test_files_are_cut_by_size() -> None:
    """Many words make many files, none much larger than the bound."""
    groups = [Group(f"w{number:04}", (f"w{number:04}",), "x" * 95, "") for number in range(1000)]
    shards = cut_shards(groups, 10_000)
    assert len(shards) == 10
    assert max(len(shard.terms) for shard in shards) < 12_000


def test_a_library_without_words_has_one_empty_file() -> None:
    """So that a browser has something to ask."""
    assert cut_shards([]) == [Shard("", "{}", "{}")]


def _create_postings(*columns: list[int]) -> Postings:
    return Postings(*(np.array(column, dtype=np.int64) for column in columns))


def test_postings_are_written_in_short() -> None:
    """Ids as steps; weights and sections as one digit each; positions for each document; each term for itself."""
    documents = [2, 7, 8, 5], [10, 35, 1, 2], [0, 3, 35, 0], [3, 1, 2, 1]
    postings = _create_postings([0, 2], [0, 3], *documents, [4, 9, 10, 0, 1, 3, 70000])
    first, second = write_groups(["meet", "", "team"], [{"meets", "meet"}, set(), {"team"}], postings)
    assert first.postings == '[["meet","meets"],[2,5,1],"az1","03z"]'
    assert first.positions == "[[4,5,1],[0],[1,2]]"
    assert (second.name, second.postings, second.positions) == ("team", '[["team"],[5],"2","0"]', "[[70000]]")


def test_a_concept_has_no_positions() -> None:
    """It is asked for by no quoted words."""
    [group] = write_groups(["~1"], [{"~1"}], _create_postings([0], [0], [2], [10], [0], [0], []))
    assert group.positions == ""
    assert json.loads(cut_shards([group])[0].positions) == {}


@given(st.lists(st.integers(0, 1000), unique=True).map(sorted))
def test_steps_lead_back_to_the_numbers(numbers: list[int]) -> None:
    """The first as it is, then how much each is larger."""
    total, found = 0, []
    for step in find_steps(numbers):
        total += step
        found.append(total)
    assert found == numbers
