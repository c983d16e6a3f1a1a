"""What a host says in mkdocs.yml: read as meant, refused with its line, never passed over."""

from collections import UserDict

import pytest

from knowledge_hub.settings.contact import Contact
from knowledge_hub.settings.help_line import DEFAULT, HelpLine
from knowledge_hub.settings.reader import find_line
from knowledge_hub.settings.settings import Settings, create_settings

WRITTEN = """site_name: A hub
edit_uri_template: !ENV [EDIT_URL, ""]
extra:
  # A comment.
  email: hub at example
  help:
    phone: nine eight eight
"""


def test_nothing_said_is_a_site_all_the_same() -> None:
    """Every setting has a value that works."""
    assert create_settings({}) == (Settings(), [])


def test_what_cannot_be_used_is_told_with_its_line() -> None:
    """All faults are found at once, and nothing is guessed from them."""
    settings, problems = create_settings(
        {"site_name": "A hub", "extra": {"email": "hub at example", "help": {"phone": "nine eight eight"}}}, WRITTEN
    )
    assert [(problem.line, problem.code) for problem in problems] == [(7, "bad-setting"), (5, "bad-setting")]
    assert settings.contact.email == ""
    assert settings.help.phone == ""


@pytest.mark.parametrize(
    ("setting", "line"),
    [(("site_name",), 1), (("extra", "email"), 5), (("extra", "help", "text"), 6), (("theme", "logo"), 1)],
)
def test_a_setting_that_is_not_written_has_the_line_of_what_is_above_it(setting: tuple[str, ...], line: int) -> None:
    """A message about something missing leads to where it would stand."""
    assert find_line(WRITTEN, setting) == line


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, Contact()),
        (
            {"edit_uri_template": "https://github.com/o/r/edit/trunk/docs/{path}"},
            Contact("https://github.com/o/r", "trunk"),
        ),
        (
            {"extra": {"repository": "https://github.com/o/r/", "email": "a@b.org"}},
            Contact("https://github.com/o/r", "main", "a@b.org"),
        ),
        ({"repo_url": "https://github.com/o/r"}, Contact("https://github.com/o/r")),
    ],
)
def test_the_host_says_where_contributions_go(settings: dict[str, object], expected: Contact) -> None:
    """Settings win over the address for editing."""
    made, problems = create_settings(settings)
    assert (made.contact, problems) == (expected, [])


@pytest.mark.parametrize(
    ("extra", "setting"),
    [
        ({"repository": "javascript:alert(1)"}, "repository"),
        ({"email": "a@b.org?cc=x@y.z"}, "email"),
        ({"host": ["a", "list"]}, "host"),
        ({"help": "call us"}, "help"),
    ],
)
def test_what_is_no_way_is_refused(extra: dict[str, object], setting: str) -> None:
    """A wrong address, list or number never reaches a page."""
    _, problems = create_settings({"extra": extra})
    assert [problem.message.split("”")[0] for problem in problems] == [f"“extra: {setting}"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (None, HelpLine()),
        ({}, HelpLine()),
        ({"phone": "988"}, HelpLine(DEFAULT.text, "988")),
        ({"text": "", "phone": "116 123", "emergency": 112}, HelpLine("", "116 123", "", "112")),
    ],
)
def test_another_country_has_another_help_line(said: object, expected: HelpLine) -> None:
    """Written empty it is gone; each number stands alone; nothing of the default mixes in."""
    settings, problems = create_settings({"extra": {"help": said}})
    assert (settings.help, problems) == (expected, [])


def test_the_help_line_is_read_from_any_kind_of_mapping() -> None:
    """MkDocs hands `extra` over as a mapping of its own, which is no dict."""
    settings, _ = create_settings({"extra": UserDict(help={"phone": "116 123"})})
    assert settings.help == HelpLine(DEFAULT.text, "116 123")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            DEFAULT,
            "In crisis, or worried about a student? Call or text 988; call 911 if someone is in immediate danger.",
        ),
        (HelpLine("", "116 123", "85258", ""), "Call 116 123 or text 85258."),
        (HelpLine("", "", "", "112"), "Call 112 if someone is in immediate danger."),
        (HelpLine(), ""),
    ],
)
def test_the_line_in_words(line: HelpLine, sentence: str) -> None:
    """What has no number is not offered."""
    assert line.sentence == sentence


@pytest.mark.parametrize(("said", "has_cards", "problems"), [(None, True, 0), (False, False, 0), ("no way", True, 1)])
def test_cards_can_be_switched_off(said: object, has_cards: bool, problems: int) -> None:
    """They are made unless the host says no, and what is neither yes nor no is refused."""
    settings, found = create_settings({"extra": {"cards": said}})
    assert (settings.has_cards, len(found)) == (has_cards, problems)


@pytest.mark.parametrize(
    ("said", "are_errors", "problems"),
    [(None, False, []), ("warning", False, []), ("error", True, []), ("never", False, ["can’t be “never”"])],
)
def test_claims_can_be_errors(said: str | None, are_errors: bool, problems: list[str]) -> None:
    """They are warnings unless the host says otherwise; another word is refused with the two that can be said."""
    settings, found = create_settings({"extra": {"claims": said}})
    assert settings.claims_are_errors == are_errors
    assert [problem.message for problem in found] == [f"“extra: claims” {told}." for told in problems]
    assert all("claims: warning or claims: error" in problem.help for problem in found)
