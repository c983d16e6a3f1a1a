"""Personal data: what is found, and what is no personal data."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.records import RECORD_TYPES, Contributor, Lesson
from knowledge_hub.small_groups import SMALL_COUNTS, SMALLEST_GROUP, SMALLEST_GROUP_WORD
from support.made_fields import FieldMaker
from support.small_library import dump, read_content, write_content


def _codes(folder: Path, files: dict[str, object]) -> list[str]:
    _, problems = read_content(write_content(folder, files))  # type: ignore[arg-type]
    return [problem.code for problem in problems]


def _lesson_codes(folder: Path, text: str) -> list[str]:
    return _codes(folder, {"lessons/ask": {"why": text}})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Write to jane.doe@example.org.", "personal-email"),
        ("Call (555) 201-3344.", "personal-phone"),
        ("Call 555.201.3344.", "personal-phone"),
        ("Call +1 555 201 3344.", "personal-phone"),
        ("Jane Doe (born 3/14/2010) came.", "birth-date"),
        ("Date of birth: 2010-03-14.", "birth-date"),
        ("DOB 14 March 2010.", "birth-date"),
        ("Student ID: 4402917.", "personal-number"),
        ("The patient number 88123 was used.", "personal-number"),
        ("MRN 5512345 was used.", "personal-number"),
        ("Number 123-45-6789 was used.", "personal-number"),
        ("A shy 14-year-old girl came.", "one-person-story"),
        ("The fifteen-year-old student came.", "one-person-story"),
        ("A student named Maria came.", "one-person-story"),
        ("One ninth-grader disclosed a plan.", "one-person-story"),
        ("A student attempted suicide.", "one-person-story"),
        ("A child was hospitalized.", "one-person-story"),
        ("Student B came.", "one-person-story"),
        ("That is not her real name.", "one-person-story"),
    ],
)
def test_personal_data_is_found(tmp_path: Path, text: str, code: str) -> None:
    """What identifies a person, or tells of one student, keeps a record from being published."""
    assert _lesson_codes(tmp_path, text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Call or text 988, call 1-800-273-8255, or text 741741.",
        "In 2019-2020 teams met; 45 CFR 160.103 and 20 U.S.C. 1232g apply.",
        "See https://example.org/555-201-3344/a@b.org and https://doi.org/10.1000/555-201-3344.",
        "The network was born in 2019. Born of need, it grew.",
        "When a student discloses a plan, stay with the student.",
        "Students told us that they waited. Some 14-year-olds came.",
        "A 10-year-old network changed its name in 2020.",
        "The student council met. Student and staff voices count. Child A-team.",
        "The names of the teams changed; a team called Calm Rooms began.",
        "Number the pages. Student numbers rose. The case number is never written down.",
        "Reach us @school on the page.",
    ],
)
def test_what_is_no_personal_data(tmp_path: Path, text: str) -> None:
    """Help lines, laws, addresses, groups and general advice are fine."""
    assert _lesson_codes(tmp_path, text) == []


def test_an_organization_may_be_written_to(tmp_path: Path) -> None:
    """Among the sources and the resources, the address and the number of an organization are fine."""
    resources = [{"title": "The help desk, desk@example.org, 555-201-3344", "url": "https://example.org"}]
    files = {
        "sources/report": {"note": "Ask office@example.org or 555-201-3344 for the print."},
        "toolkits/kit": {"resources": resources},
    }
    assert _codes(tmp_path, files) == []


def test_a_contributor_is_not_written_to(tmp_path: Path) -> None:
    """An address of a person doesn't belong into the repository, wherever it stands."""
    assert _codes(tmp_path, {"contributors/jane": {"about": "jane.doe@example.org"}}) == ["personal-email"]


def test_a_guide_is_looked_at_whole(tmp_path: Path) -> None:
    """The page below a guide's facts is public too, and has its line."""
    content = write_content(tmp_path, {"guides/start": {"title": "Start"}})
    path = tmp_path / "docs" / "guides" / "start.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nWrite to jane.doe@example.org.\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    _, problems = read_content(content)
    assert [(problem.path, problem.line, problem.column, problem.code) for problem in problems] == [
        ("docs/guides/start.md", line, 10, "personal-email")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Three students came.",
        "We saw 3 students.",
        "9 of the nine older girls came.",
        "In 2 schools, 4 patients came (two clients).",
    ],
)
def test_small_counts_are_found(tmp_path: Path, text: str) -> None:
    """A count below ten is a problem wherever a record tells what happened."""
    assert set(_codes(tmp_path, {"case-studies/place": {"challenge": text}})) == {"small-count"}


@pytest.mark.parametrize("count", SMALL_COUNTS)
def test_every_small_count_is_found(tmp_path: Path, count: str) -> None:
    """In digits and in words, up to the smallest group that may be told of."""
    assert _codes(tmp_path, {"case-studies/place": {"challenge": f"We saw {count} students."}}) == ["small-count"]


@pytest.mark.parametrize("count", [str(SMALLEST_GROUP), SMALLEST_GROUP_WORD])
def test_the_smallest_group_may_be_told_of(tmp_path: Path, count: str) -> None:
    """From the threshold on, a count is fine."""
    assert _codes(tmp_path, {"case-studies/place": {"challenge": f"We saw {count} students."}}) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thirty students came; 12 students stayed, 1,009 students knew.",
        "One in five students waited, and 2 of every 5 children.",
        "Fewer than 5 students came, at least two students each, under six children.",
        "Grade 9 students, tier 2 students and ages 5 to 9 children.",
        "Three schools and two families took part; nine teams, five nurses.",
        "One youth group and two children’s hospitals helped.",
        "Ask three students to read it, and talk with two young people.",
        "K-5 students came, in 3-5 students' groups.",
    ],
)
def test_what_is_no_small_count(tmp_path: Path, text: str) -> None:
    """Shares, grades, suppressed counts, and counts of anything but students are fine."""
    assert _codes(tmp_path, {"case-studies/place": {"challenge": text}}) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("**Three students** were referred.", "small-count"),
        ("_Three_ students were referred.", "small-count"),
        ("Th**r**ee `students` were referred.", "small-count"),
        ("[Three](https://example.org) students were referred.", "small-count"),
        ("Three <b>students</b> were referred.", "small-count"),
        ("Three&nbsp;students were referred.", "small-count"),
        ("Th&#8203;ree&ZeroWidthSpace; students were referred.", "small-count"),
        ("Th\u200dree stu&shy;dents were referred.", "small-count"),
        ("\uff13 students were referred.", "small-count"),
        ("Three\xa0students were referred.", "small-count"),
        ("Write to jane.doe&#64;example.org.", "personal-email"),
        ("Call 555-**201**-3344.", "personal-phone"),
        ("A student **named** Maria came.", "one-person-story"),
        ("Born *March 3, 2010*.", "birth-date"),
    ],
)
def test_no_mark_hides_personal_data(tmp_path: Path, text: str, code: str) -> None:
    """What readers see is looked at, whatever stands between its letters in the file."""
    content = write_content(tmp_path, {"lessons/ask": {"why": text}})
    assert [problem.code for problem in read_content(content)[1]] == [code]


@pytest.mark.parametrize(
    "written", [r'"\x54hree students came."', r'"Three\nstudents came."', '"Three\\\n  \\ students came."']
)
def test_no_code_of_yaml_hides_personal_data(tmp_path: Path, written: str) -> None:
    """The codes that double quotation marks allow are read as what they stand for."""
    text = dump(FieldMaker(by_name={"why": "HERE"}).fields(Lesson, without="id")).replace('"HERE"', written)
    assert "HERE" not in text
    content = write_content(tmp_path, {"lessons/ask": text})
    assert [problem.code for problem in read_content(content)[1]] == ["small-count"]


def _places_of(value: Any, words: str, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if value == words:
        yield place
    for name, part in entries:
        yield from _places_of(part, words, (*place, name))


@pytest.mark.parametrize("cls", [*RECORD_TYPES, Contributor], ids=lambda cls: cls.__name__)
def test_every_text_that_is_published_is_looked_at(cls: Any, tmp_path: Path) -> None:
    """A field that is added to a type tomorrow is covered: no text of any type escapes the rules."""
    words = "Three students"
    fields = FieldMaker(whole=True, text=lambda *_: words).fields(cls, without="id")
    places = [".".join(map(str, place)) for place in _places_of(fields, words)]
    assert len(places) >= (2 if cls is Contributor else 5)
    files = {f"{cls.folder}/one-{number}": _keep_only(fields, words, place) for number, place in enumerate(places)}
    _, problems = read_content(write_content(tmp_path, {name: dump(value) for name, value in files.items()}))
    found = {problem.field for problem in problems if problem.code == "small-count"}
    assert found >= set(places)


def _keep_only(fields: dict[str, Any], words: str, kept: str) -> dict[str, Any]:
    """Return the fields with `words` at one place only; everywhere else stands something harmless."""

    def change(value: Any, place: str) -> Any:
        if isinstance(value, dict):
            return {name: change(part, f"{place}.{name}".lstrip(".")) for name, part in value.items()}
        if isinstance(value, list):
            return [change(part, f"{place}.{number}") for number, part in enumerate(value)]
        return "Words" if value == words and place != kept else value

    return change(fields, "")


@pytest.mark.parametrize("name", ["glossary.yml", "models.yml"])
def test_the_files_beside_the_records_are_looked_at(name: str, tmp_path: Path) -> None:
    """The glossary and the learning models are shown, too."""
    content = write_content(tmp_path, {name.removesuffix(".yml"): "terms: []\n# Three students said so.\n"})
    assert "small-count" in {problem.code for problem in read_content(content)[1]}
