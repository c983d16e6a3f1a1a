"""Old addresses: none of them is that of another page, whatever it is written like."""

from pathlib import Path

import pytest

from knowledge_hub.checks.addresses import check_addresses
from knowledge_hub.library.loading import load_library
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import create_publication
from support.builds import TINY
from support.fixed_day import TODAY
from support.small_library import complete, dump, read_content, write_content

ROLE = {"redirect_from": ["people/nurse/"]}
COMMUNITY = {"tests_of_change": [{"id": "one-test", "title": "One test", "change_idea": "Meet."}]}


def _problems(folder: Path, *old: str) -> list[str]:
    records = {
        "roles/school-nurse": ROLE,
        "communities/network": COMMUNITY,
        "lessons/ask": {"redirect_from": list(old)},
    }
    content = write_content(folder, records)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "About.md").write_text("# About\n", encoding="utf-8")
    (folder / "docs" / "guides").mkdir()
    return [f"{problem.field} {problem.code}" for problem in read_content(content)[1]]


@pytest.mark.parametrize(
    "old",
    [
        *(
            "roles/school-nurse/",
            "Roles/School-Nurse/",
            "roles/school-nurse/index.html",
            "people/nurse",
            "People/Nurse",
        ),
        *("lessons/ask/", "lessons/", "Lessons", "communities/network/tests/one-test/", "about/", "ABOUT/index.html"),
        *(
            "browse/domain/x/",
            "search/",
            "Search/old/",
            "assets/hub/",
            "calendar.ics",
            "calendar.ics/x/",
            "people/",
            "people/one/",
            "sitemap.xml",
        ),
        *("communities/network/sessions.ics", "toolkits/x/x-guide.PDF", "404.html"),
    ],
)
def test_an_address_that_is_taken_is_named(tmp_path: Path, old: str) -> None:
    """By a record, a list, a test of change, a page of docs/, a file or another old address; capitals make no difference."""
    assert _problems(tmp_path, old) == ["redirect_from.0 address-taken"]


def test_an_address_is_not_given_twice(tmp_path: Path) -> None:
    """A folder and its index are one address."""
    assert _problems(tmp_path, "lessons/old/", "lessons/old/index.html") == ["redirect_from.1 address-taken"]


def test_old_addresses_that_are_free(tmp_path: Path) -> None:
    """Pages of an earlier site, and records that were renamed, lead on."""
    assert _problems(tmp_path, "lessons/old/", "old.html", "communities/network/tests/old/", "help/index.html") == []


def test_the_home_page_is_no_old_address(tmp_path: Path) -> None:
    """Its file would replace the home page."""
    content = write_content(tmp_path, {"lessons/ask": {"redirect_from": ["index.html"]}})
    assert [problem.code for problem in read_content(content)[1]] == ["bad-address"]


def test_every_place_of_the_hub_is_known(tiny: Path) -> None:
    """No page and no file can be an old address; one that is added tomorrow is known to the check, too."""
    guides = TINY / "docs" / "guides"
    publication = create_publication(tiny, guides, Plan(today=TODAY))
    places = [
        *(page.address for page in publication.pages if page.address),
        *publication.files,
        *publication.program_files,
    ]
    (tiny / "lessons" / "other.yml").write_text(dump(complete("lessons/other", {"redirect_from": places})), "utf-8")
    library, _ = load_library(tiny, guides)
    named = {problem.field for problem in check_addresses(library)}
    assert [place for number, place in enumerate(places) if f"redirect_from.{number}" not in named] == []
