"""What a preview says while something is broken."""

from knowledge_hub.problems.problem import Problem
from knowledge_hub.publishing.preview_faults import (
    MOST_SHOWN,
    Fault,
    describe_faults,
    find_faults,
    render_faults_page,
)
from knowledge_hub.words.words import Words

_WORDS = Words()


def _faults(number: int) -> tuple[Fault, ...]:
    return tuple(Fault(f"one.yml:{line}", "<b>Wrong</b>", "Mend it.") for line in range(number))


def test_only_errors_keep_a_site_from_being_shown() -> None:
    """In order of place, each once."""
    error = Problem("b.yml", 2, 1, "unknown-field", "Wrong.", "Mend it.")
    first = Problem("a.yml", 9, 1, "unknown-field", "Wrong, too.")
    warning = Problem("a.yml", 1, 1, "setting-notice", "Hm.")
    assert warning.severity != "error"
    assert find_faults([error, warning, first, error]) == (
        Fault("a.yml:9", "Wrong, too."),
        Fault("b.yml:2", "Wrong.", "Mend it."),
    )


def test_a_few_are_shown_and_the_rest_is_counted() -> None:
    """Where nothing is wrong, nothing is said."""
    assert describe_faults((), _WORDS, has_site=True) is None
    counts = {number: describe_faults(_faults(number), _WORDS, has_site=True) or {} for number in range(1, 6)}
    assert [len(said["faults"]) for said in counts.values()] == [1, 2, 3, MOST_SHOWN, MOST_SHOWN]
    assert [said["more"].split(":")[0] for said in counts.values()] == ["", "", "", "And one more", "And 2 more"]


def test_the_same_faults_have_the_same_name() -> None:
    """So that a band that was closed stays closed, until something else is wrong."""
    names = [(describe_faults(_faults(number), _WORDS, has_site=True) or {})["id"] for number in (1, 1, 2)]
    assert names[0] == names[1] != names[2]


def test_the_page_without_a_site_shows_text_as_text() -> None:
    """And finds what it loads below the site's folder."""
    page = render_faults_page(_faults(4), _WORDS, "/repo/")
    assert "&lt;b&gt;Wrong&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "And one more" in page
    assert 'href="/repo/assets/hub/hub.css"' in page
    assert "The site is being built" in render_faults_page((), _WORDS, "/")
