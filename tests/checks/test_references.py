"""What leads nowhere, beside the ids of records that tests/golden/traps/ holds."""

from pathlib import Path

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.pages.frame.linked_prose import LinkedProse
from support.small_library import read_content, write_content

ANSWERS = """\
answers:
  - words: [bullying]
    text: Nothing is about it yet.
    links:
      - {words: Nurses, address: roles/school-nurse/}
      - {words: Nurses, address: roles/school-nurze/}
      - {words: A page, address: contribute/}
"""


def test_what_search_says_leads_to_records_that_are_there(tmp_path: Path) -> None:
    """A link of a fixed answer to a record that nobody has is named at its place, with the one that is meant."""
    content = write_content(tmp_path, {"roles/school-nurse": {}})
    (content / "vocabularies" / "search-answers.yml").write_text(ANSWERS, encoding="utf-8")
    (problem,) = read_content(content)[1]
    assert (problem.path, problem.line, problem.code) == ("content/vocabularies/search-answers.yml", 6, "unknown-id")
    assert "school-nurse" in problem.help


def test_a_link_to_a_page_of_the_hub_leads_there(tmp_path: Path) -> None:
    """The text of a record may lead to a page that every hub has; a name that no page has is told, with the one meant."""
    why = "[Draw it](page:run-chart-maker) or [so](page:run-chart-makers)."
    library, (problem,) = read_content(write_content(tmp_path, {"lessons/draw": {"why": why}}))
    assert (problem.code, "run-chart-maker" in problem.help) == ("unknown-id", True)
    made = LinkedProse(create_catalogue(library)).render(why, "../../")
    assert made == '<p><a href="../../run-chart-maker/">Draw it</a> or so.</p>'
