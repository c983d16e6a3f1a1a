"""What belongs to the change package of a domain."""

from pathlib import Path

from knowledge_hub.catalogue.change_packages import create_change_packages
from support.small_library import Fields, create_small_catalogue


def test_a_package_has_what_names_the_domain(tmp_path: Path) -> None:
    """Drivers, tests, tools, lessons and examples of the domain are in it, others are not."""
    catalogue = create_small_catalogue(
        tmp_path,
        {
            "communities/in": {
                "domains": ["teaming"],
                "drivers": [{"text": "Trust"}],
                "tests_of_change": [
                    {"id": "undated", "title": "Undated", "change_idea": "x"},
                    {"id": "late", "title": "Late", "change_idea": "x", "started": "2026-02"},
                    {"id": "early", "title": "Early", "change_idea": "x", "started": "2026-01", "decision": "abandon"},
                    {"id": "ended", "title": "Ended", "change_idea": "x", "ended": "2026-01-31"},
                ],
            },
            "communities/no-drivers": {"domains": ["teaming"]},
            "communities/out": {"domains": ["screening"], "drivers": [{"text": "Money"}]},
            "toolkits/in": {"domains": ["teaming", "screening"]},
            "lessons/in": {"domains": ["teaming"]},
        },
    )
    teaming, screening = create_change_packages(catalogue)
    assert (teaming.domain.id, screening.domain.id) == ("teaming", "screening")
    assert [part.community.id for part in teaming.drivers] == ["in"]
    assert [tried.test.id for tried in teaming.tests] == ["early", "ended", "late", "undated"]
    assert [kit.id for kit in teaming.toolkits] == [kit.id for kit in screening.toolkits] == ["in"]
    assert [record.address for record in teaming.records] == ["communities/in/", "toolkits/in/", "lessons/in/"]


def test_failures_belong_to_it(tmp_path: Path) -> None:
    """Case studies stand in the order of how they went, and those that stopped are there."""
    outcomes = {"a": "stopped", "b": "improved", "c": "mixed"}
    records: dict[str, Fields] = {
        f"case-studies/{name}": {"domains": ["teaming"], "outcome": one} for name, one in outcomes.items()
    }
    records["case-studies/d"] = {"domains": ["teaming"], "outcome": None}
    (teaming,) = create_change_packages(create_small_catalogue(tmp_path, records))
    assert [study.id for study in teaming.case_studies] == ["b", "c", "a", "d"]
