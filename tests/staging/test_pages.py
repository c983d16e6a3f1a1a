"""Hand-written pages keep their links when they move into folders of their own."""

import pytest

from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import create_publication
from staging.pages import find_place, render_hand_written
from support.builds import TINY
from support.fixed_day import TODAY


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("about.md", "about/index.md"),
        ("index.md", "index.md"),
        ("a/b.md", "a/b/index.md"),
        ("a/index.md", "a/index.md"),
    ],
)
def test_a_page_is_the_index_of_its_folder(path: str, place: str) -> None:
    """Its address stays the same."""
    assert find_place(path) == place


@pytest.mark.parametrize(
    ("written", "staged"),
    [
        ("[x](team.md#who)", "[x](../team/index.md#who)"),
        ("[x](../team.md)", "[x](../../team.md)"),
        ("![x](pictures/a.png)", "![x](../pictures/a.png)"),
        ("[x]: form.pdf", "[x]: ../form.pdf"),
        ("[x](https://example.org/team.md)", "[x](https://example.org/team.md)"),
        ("[x](mailto:a@example.org), [y](#here), [z](/team/)", "[x](mailto:a@example.org), [y](#here), [z](/team/)"),
    ],
)
def test_links_lead_where_they_led(written: str, staged: str) -> None:
    """Links to pages and files are as seen from the new place; all others stay as they are."""
    publication = create_publication(TINY / "content", TINY / "docs" / "guides", Plan(today=TODAY))
    assert render_hand_written(publication, "about.md", written, {"about.md", "team.md"}) == staged
