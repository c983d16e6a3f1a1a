"""A submitted form becomes one file with exactly what was written, or problems in plain words."""

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from knowledge_hub.intake.forms import Form, create_forms
from knowledge_hub.intake.submission import Submission, read_submission, render_problems
from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from knowledge_hub.pasted_text import clean_pasted
from knowledge_hub.yaml_text.located import read_yaml
from support.builds import TINY
from support.hostile_texts import COMMANDS, SPECIAL_LINES
from support.issue_bodies import create_body

LESSON = {
    "title": "Ask before you plan",
    "summary": "Plans hold when those they touch made them.",
    "statement": "Ask the people whom a plan touches before you write it.",
    "why": "We planned twice without families. Both plans failed.",
    "apply": "- Ask two families.\n- Change the plan.",
    "domains": "Teaming",
    "stages": "Prepare",
}
SNAPSHOT = {
    "title": "A district asks first",
    "summary": "A district asked families before it planned.",
    "place-state": "Ma",
    "challenge": "Plans failed.",
    "approach": "They asked.",
    "collaboration": "Nurses and parents met.",
    "levels": "Local",
    "disciplines": "Health, Education",
    "results-kind": "Peer network",
    "results-statement": "People know each other now.",
    "for-editors": "See the report of 2025.",
}
TOOLKIT = {
    "title": "Ask first in one hour",
    "summary": "A talk before a plan.",
    "purpose": "To hear what a plan misses.",
    "use-when": "You have a plan.",
    "people": "Three to six",
    "time": "One hour",
    "difficulty": "Easy",
    "steps": "Invite | Ask three families.\n2. Listen | Write down | and keep it.",
}
REPORT = {
    "title": "A small test in our district",
    "summary": "We used it once.",
    "used": "https://hub.example.org/toolkits/small-test/",
    "place-state": "Oh",
    "changed": "We made it shorter.",
    "results-kind": "Null or negative",
    "results-statement": "Nothing changed.",
}
FILLED = {"case-study": SNAPSHOT, "lesson": LESSON, "toolkit": TOOLKIT, "adoption-report": REPORT}
# Pieces that a parser could trip over.
PIECES = [
    *("### Why does it hold?", "### How to apply it", "### Steps", "> ### Why does it hold?", "_No response_"),
    *("- [x] Teaming", "<!--", "-->", "\r", *SPECIAL_LINES, *COMMANDS),
]


@pytest.fixture(scope="module")
def library() -> Library:
    loaded, problems = load_library(TINY / "content", TINY / "docs" / "guides")
    assert problems == []
    return loaded


def _form(library: Library, name: str) -> Form:
    return next(form for form in create_forms(library.vocabularies, library.types) if form.name == name)


def _submit(library: Library, name: str, **changes: str) -> Submission:
    answers = {**FILLED[name], **{key.replace("_", "-"): value for key, value in changes.items()}}
    return read_submission(create_body(_form(library, name), answers), library)


def _fields(submission: Submission) -> dict[str, object]:
    document, problems = read_yaml("x.yml", submission.text.encode())
    assert problems == []
    assert document is not None
    assert isinstance(document.value, dict)
    return document.value


@pytest.mark.parametrize("name", FILLED)
def test_a_filled_form_becomes_a_draft(library: Library, name: str) -> None:
    """Each form makes a record that the checks accept, and readers don't see it yet."""
    submission = _submit(library, name)
    assert submission.problems == ()
    assert _fields(submission)["status"] == "draft"


def test_the_file_holds_what_was_written(library: Library) -> None:
    """Every answer is in the field that it belongs to, and nothing else is there."""
    assert _fields(_submit(library, "case-study")) == {
        "title": "A district asks first",
        "summary": "A district asked families before it planned.",
        "form": "snapshot",
        "evidence": {"status": "documented"},
        "status": "draft",
        "place": {"state": "ma"},
        "challenge": "Plans failed.",
        "approach": "They asked.",
        "collaboration": "Nurses and parents met.",
        "levels": ["local"],
        "disciplines": ["health", "education"],
        "results": [{"kind": "peer-network", "statement": "People know each other now."}],
        "for_editors": "See the report of 2025.",
    }


def test_lists_are_read_line_by_line(library: Library) -> None:
    """Bullets and numbers before a line are not part of it; a bar in the last part is."""
    assert _fields(_submit(library, "lesson"))["apply"] == ["Ask two families.", "Change the plan."]
    assert _fields(_submit(library, "toolkit"))["steps"] == [
        {"title": "Invite", "text": "Ask three families."},
        {"title": "Listen", "text": "Write down | and keep it."},
    ]


@pytest.mark.parametrize("named", ["A small test", "small-test", "https://hub.example.org/toolkits/small-test/#steps"])
def test_a_toolkit_is_found_by_title_id_or_address(library: Library, named: str) -> None:
    """A report can name its toolkit in the way its writer knows it."""
    assert _fields(_submit(library, "adoption-report", used=named))["used"] == ["small-test"]


@pytest.mark.parametrize(
    ("name", "changes", "expected"),
    [
        ("lesson", {"why": "a\n\n### How to apply it\n\nb"}, "The heading “How to apply it” appears twice"),
        (
            "lesson",
            {"why": '<img width="9" alt="x" src="https://github.com/user-attachments/assets/1" />'},
            "Why does it hold? This file was uploaded to GitHub, and nobody fetches it from there. Download it",
        ),
        ("lesson", {"why": "![x](photo.jpg)"}, "Why does it hold? There is no file “photo.jpg” beside this record."),
        ("lesson", {"title": "中文标题"}, "Title of the lesson: The address of the page is made of"),
        ("lesson", {"title": "CON"}, "Title of the lesson: The address of the page is made of"),
        (
            "lesson",
            {"title": "Widen the team"},
            "There is a record with this address already (lessons/widen-the-team.yml)",
        ),
        ("lesson", {"title": "x" * 121}, "Title of the lesson: This has 121 characters; at most 120 fit."),
        ("lesson", {"why": "x" * 60_000}, "Why does it hold? This has 60000 characters; at most 20000 fit."),
        (
            "lesson",
            {"why": "a\u202eb"},
            "There is an invisible character after “a”: a mark that turns the direction",
        ),
        ("lesson", {"why": ""}, "Why does it hold? This needs an answer."),
        (
            "toolkit",
            {"steps": "Only a title"},
            "Steps: The line “Only a title” lacks a part. Write each line as: title | text",
        ),
        ("adoption-report", {"used": "smal-test"}, "Toolkit you used: There is no toolkit with the id “smal-test”."),
        ("case-study", {"results_kind": ""}, "What kind of result was it? This needs an answer."),
        (
            "case-study",
            {"place_state": "Atlantis"},
            "State, territory or country: “Atlantis” is not one of the choices",
        ),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_the_form(
    library: Library, name: str, changes: dict[str, str], expected: str
) -> None:
    """Each problem names the question it belongs to, and no file comes of it."""
    problems = _submit(library, name, **changes).problems
    assert [problem for problem in problems if expected in problem] != [], problems


def test_a_promise_that_was_not_given_is_a_problem(library: Library) -> None:
    """Nothing is taken in without all the promises."""
    body = create_body(_form(library, "lesson"), LESSON, promised=False)
    assert read_submission(body, library).problems == ("Before you send it: Every box has to be ticked.",)


@pytest.mark.parametrize("body", ["", "Hello", "### Page\n\nx"])
def test_other_issues_are_told_apart(library: Library, body: str) -> None:
    """An issue that no form made gives one sentence."""
    assert "was not made with one of the forms" in read_submission(body, library).problems[0]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=8).map(
        "\n".join
    )
)
@example("x" * 60_000)
@example("```\n### Steps\n```")
def test_whatever_an_answer_holds_it_is_kept_or_refused(library: Library, answer: str) -> None:
    """The record has exactly the text that was written, or there is no record."""
    written = clean_pasted(answer.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    assume(written.strip() not in ("", "_No response_"))
    submission = _submit(library, "lesson", why=answer)
    if not submission.problems:
        fields = _fields(submission)
        assert str(fields["why"]).strip() == written.strip()
        assert fields["apply"] == ["Ask two families.", "Change the plan."]
        assert submission.path == "lessons/ask-before-you-plan.yml"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=300))
def test_no_body_raises(library: Library, body: str) -> None:
    """Any text at all ends in a file or in problems."""
    submission = read_submission(body, library)
    assert bool(submission.path) != bool(submission.problems)


def test_a_comment_can_not_be_broken_out_of() -> None:
    """What the problems quote stays plain text, whatever fences it holds."""
    comment = render_problems(["Why: “````` @everyone <img>”"])
    assert "``````text\n" in comment
    assert comment.endswith("\n``````\n")


def test_crlf_is_one_line_end(library: Library) -> None:
    """A body with Windows line ends gives the same record."""
    body = create_body(_form(library, "lesson"), LESSON)
    assert read_submission(body.replace("\n", "\r\n"), library) == read_submission(body, library)


def test_the_form_is_checked_beside_the_others(library: Library) -> None:
    """A link to a record that isn't there is found before the file is written."""
    problems = _submit(library, "lesson", why="See [this](toolkit:gone).").problems
    assert problems == (
        "Why does it hold? There is no toolkit with the id “gone”. Check the id: it is the file name without .yml.",
    )


@pytest.mark.parametrize("answer", ["None", "No response"])
def test_whoever_types_none_has_answered(library: Library, answer: str) -> None:
    """Only what GitHub writes into an empty field counts as no answer."""
    submission = _submit(library, "lesson", why=answer)
    assert submission.problems == ()
    assert _fields(submission)["why"] == answer


def test_nothing_chosen_from_a_menu_is_no_answer(library: Library) -> None:
    """GitHub writes “None” there, which is none of the choices."""
    problems = _submit(library, "toolkit", difficulty="None").problems
    assert [problem for problem in problems if "This needs an answer." in problem] != []


def test_what_word_leaves_in_a_text_is_cleaned(library: Library) -> None:
    """Nobody sees these signs, so nobody is asked to take them out."""
    why = "We\u200b met\xa0each week,\u2028and stu\xaddents came.\ufeff\n• One\n\uf0b7\tTwo\no\tThree"
    submission = _submit(library, "lesson", why=why, apply="• Ask.\n·\tListen.\n▪ Write.")
    assert submission.problems == ()
    fields = _fields(submission)
    assert fields["why"] == "We met each week,\nand students came.\n- One\n- Two\n- Three"
    assert fields["apply"] == ["Ask.", "Listen.", "Write."]


@pytest.mark.parametrize("steps", ["A line", "A | b\nA line", "A | ", " | b"])
def test_a_line_without_its_parts_is_named(library: Library, steps: str) -> None:
    """In the words of the form: nobody who fills it in knows of fields and files."""
    [problem] = _submit(library, "toolkit", steps=steps).problems
    assert problem.startswith("Steps: The line “")
    assert problem.endswith("lacks a part. Write each line as: title | text")
