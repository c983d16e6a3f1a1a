"""What a text shows of the files beside its record: every fault once, where it is, with its mend."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from knowledge_hub.checks import check_content
from knowledge_hub.problems.problem import Problem
from support.made_files import PDF, make_phone_photo, make_picture
from support.small_library import brief, write_content

FACTS = "pictures: [{file: room.png, shows_people: no}]\n"
RECORD = """title: Ask
summary: Ask first.
statement: Ask.
why: |
  {text}
apply: [Ask.]
evidence: {{status: editorial}}
{facts}"""


def check(
    folder: Path, text: str, files: Mapping[str, bytes], facts: str = FACTS, place: str = "lessons/ask"
) -> list[Problem]:
    """Return the problems of a lesson with a text, and with files in the folder `place`."""
    content = write_content(folder, {"lessons/ask": RECORD.format(text=text, facts=facts)})
    for name, data in files.items():
        (content / place).mkdir(parents=True, exist_ok=True)
        (content / place / name).write_bytes(data)
    return [problem for problem in check_content(content) if problem.severity == "error"]


PICTURE = {"room.png": make_picture()}
FORMS = [
    "![A full room](room.png)",
    '![A full room](room.png "A title")',
    "![A full room](<room.png>)",
    "![A full room][r]\n\n  [r]: room.png",
    "![r]\n\n  [r]: <room.png> 'A title'",
    "[![A full room](room.png)](https://example.org/)",
    "- a\n  - ![A full room](room.png)",
    "| a |\n  |---|\n  | ![A full room](room.png) |",
]


@pytest.mark.parametrize("text", FORMS)
def test_every_way_to_write_a_picture_is_understood(text: str, tmp_path: Path) -> None:
    """Titles, angle brackets and references are Markdown, too."""
    assert check(tmp_path, text, PICTURE) == []


@pytest.mark.parametrize(
    ("text", "code", "mend"),
    [
        ("![](room.png)", "alt-text", "as you would say it on the phone"),
        ("![ ][r]\n\n  [r]: room.png", "alt-text", "Write between the square brackets"),
        ("![A room](romm.png) ![A room](room.png)", "missing-file", "Did you mean “room.png”?"),
        ("[The form](Room.png) ![A room](room.png)", "missing-file", "Did you mean “room.png”?"),
        ("![A](../../secret.png) ![A room](room.png)", "missing-file", "Put it into content/lessons/ask/"),
        ("![A](..%2F..%2Fsecret.png) ![A room](room.png)", "missing-file", "content/lessons/ask/"),
        ("[Us](www.example.org) ![A room](room.png)", "missing-file", "https://"),
        ("![A](https://example.org/a.png) ![A room](room.png)", "outside-picture", "ask its owner for permission"),
        ("![A](//example.org/a.png) ![A room](room.png)", "outside-picture", "Download it"),
        ("![A](data:image/png;base64,AAAA) ![A room](room.png)", "outside-picture", "Download it"),
        ("![A](https://github.com/user-attachments/assets/1) ![A room](room.png)", "uploaded-file", "pull request"),
        (
            '<img alt="A" src="https://github.com/user-attachments/assets/1" /> ![A room](room.png)',
            "uploaded-file",
            "in",
        ),
        ("https://github.com/user-attachments/assets/1 ![A room](room.png)", "uploaded-file", "Download it"),
        ("[A](https://github.com/o/r/files/1/a.pdf) ![A room](room.png)", "uploaded-file", "Download it"),
        ("![A](https://user-images.githubusercontent.com/1/a.png) ![A room](room.png)", "uploaded-file", "Download it"),
    ],
)
def test_a_wrong_picture_is_named_with_its_mend(text: str, code: str, mend: str, tmp_path: Path) -> None:
    """Once, in the line where it stands, in words that say what to do."""
    (problem,) = check(tmp_path, text, PICTURE)
    assert (problem.code, problem.path) == (code, "content/lessons/ask.yml")
    assert problem.line in (4, 5, 7)
    assert mend in problem.help


@pytest.mark.parametrize("text", ["[A](https://example.org/a.pdf)", "[A](lesson:ask)", "[A](#here)", "[a] b", "![a"])
def test_other_links_are_none_of_its_business(text: str, tmp_path: Path) -> None:
    """Web addresses, records and brackets that are no link need no file."""
    assert check(tmp_path, text, {}, facts="") == []


@pytest.mark.parametrize(
    ("facts", "code", "mend"),
    [
        ("", "unchecked-picture", "shows_people: no"),
        ("pictures: [{file: room.png, shows_people: yes}]\n", "picture-consent", "for a child the family, too"),
        ("pictures: [{file: rom.png, shows_people: no}, {file: room.png, shows_people: no}]\n", "missing-file", "Did"),
    ],
)
def test_who_is_on_a_picture_has_to_be_said(facts: str, code: str, mend: str, tmp_path: Path) -> None:
    """No picture is published of which nobody said whether it shows people, and none of people who weren't asked."""
    (problem,) = check(tmp_path, "![A room](room.png)", PICTURE, facts)
    assert problem.code == code
    assert mend in problem.help


def test_people_who_agreed_may_be_shown(tmp_path: Path) -> None:
    """Consent in words is enough."""
    facts = "pictures: [{file: room.png, shows_people: yes, consent: All five adults agreed in writing.}]\n"
    assert check(tmp_path, "![A room](room.png)", PICTURE, facts) == []


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("form.pdf", PDF, "unused-file"),
        ("Photo 1.PNG", make_picture(), "attached-name"),
        ("con.png", make_picture(), "attached-name"),
        ("page.png", b"<html>", "file-content"),
        ("tool.exe", b"MZ", "file-kind"),
    ],
)
def test_a_file_is_named_where_it_lies(name: str, data: bytes, expected: str, tmp_path: Path) -> None:
    """Each with a sentence; one that can't be published isn't also called unused by another name."""
    problems = check(tmp_path, "Nothing.", {name: data}, facts="")
    assert f"content/lessons/ask/{name}:1:1 {expected}" in map(brief, problems)


def test_a_document_is_no_picture(tmp_path: Path) -> None:
    """An exclamation mark before a document is named."""
    (problem,) = check(tmp_path, "![The form](form.pdf)", {"form.pdf": PDF}, facts="")
    assert problem.code == "not-a-picture"


def test_a_folder_without_its_record_is_named(tmp_path: Path) -> None:
    """With the record that was probably meant."""
    (problem,) = check(tmp_path, "Nothing.", PICTURE, facts="", place="lessons/aks")
    assert brief(problem) == "content/lessons/aks:1:1 folder-without-record"
    assert "Did you mean “ask”?" in problem.help


def test_links_and_folders_inside_are_not_followed(tmp_path: Path) -> None:
    """A symbolic link could publish anything of the computer that builds."""
    content = write_content(tmp_path, {"lessons/ask": RECORD.format(text="Nothing.", facts="")})
    secret = tmp_path / "secret.png"
    secret.write_bytes(make_picture())
    (content / "lessons" / "ask" / "deep").mkdir(parents=True)
    (content / "lessons" / "ask" / "a.png").symlink_to(secret)
    (content / "lessons" / "other").symlink_to(tmp_path, target_is_directory=True)
    found = [brief(problem) for problem in check_content(content) if problem.code != "unused-file"]
    assert found == [
        "content/lessons/ask/a.png:1:1 not-a-file",
        "content/lessons/ask/deep:1:1 not-a-file",
        "content/lessons/other:1:1 unknown-file",
    ]


def test_a_photo_that_says_where_it_was_taken_is_named(tmp_path: Path) -> None:
    """The library's files are public, so its copy for readers isn't enough."""
    facts = "pictures: [{file: room.jpg, shows_people: no}]\n"
    content = write_content(tmp_path, {"lessons/ask": RECORD.format(text="![A room](room.jpg)", facts=facts)})
    (content / "lessons" / "ask").mkdir()
    (content / "lessons" / "ask" / "room.jpg").write_bytes(make_phone_photo())
    (problem,) = check_content(content)
    assert (problem.code, problem.severity) == ("picture-place", "warning")


def test_documents_get_one_hint_for_each_record(tmp_path: Path) -> None:
    """What stands in them can't be checked, and that is said once."""
    content = write_content(tmp_path, {"lessons/ask": RECORD.format(text="[A](a.pdf) [B](b.pdf)", facts="")})
    (content / "lessons" / "ask").mkdir()
    for name in ("a.pdf", "b.pdf"):
        (content / "lessons" / "ask" / name).write_bytes(PDF)
    (problem,) = check_content(content)
    assert (problem.code, problem.severity) == ("unchecked-document", "hint")
