"""Content folder to records and problems: what is read, and that nothing is lost in silence."""

import shutil
from pathlib import Path

import pytest

from knowledge_hub.library.loading import load_library
from support.builds import TINY
from support.small_library import brief, read_content, write_content


def test_the_tiny_library_is_read_whole() -> None:
    """Records, sources, contributors, glossary, models, vocabularies and guides are all there."""
    library, problems = load_library(TINY / "content", TINY / "docs" / "guides")
    assert problems == []
    assert sorted((record.type, record.id) for record in library.records) == [
        ("case-study", "river-district"),
        ("community", "network"),
        ("guide", "first-steps"),
        ("lesson", "widen-the-team"),
        ("pathway", "first-week"),
        ("role", "school-nurse"),
        ("toolkit", "small-test"),
    ]
    assert list(library.sources) == ["report"]
    assert list(library.contributors) == ["editors"]
    assert [term.id for term in library.glossary.terms] == ["mtss", "interprofessional-collaboration"]
    assert library.models is not None
    assert library.vocabularies.label("places", "ma") == "Ma"
    assert library.pending_ids == set()


def test_every_record_knows_its_file() -> None:
    """The document of a record has the path that people see, from the content folder on."""
    library, _ = load_library(TINY / "content", TINY / "docs" / "guides")
    paths = {record.id: library.document(record).path for record in library.records}
    assert paths["widen-the-team"] == "content/lessons/widen-the-team.yml"
    assert paths["first-steps"] == "docs/guides/first-steps.md"


def test_a_missing_folder_is_one_problem(tmp_path: Path) -> None:
    """A slip in the folder's name is said in one sentence."""
    library, problems = load_library(tmp_path / "contents")
    assert [brief(problem) for problem in problems] == ["contents:1:1 no-content"]
    assert library.records == []


def test_content_may_be_small(tmp_path: Path) -> None:
    """Glossary, models, guides and whole types of records can be missing."""
    _, problems = read_content(write_content(tmp_path, {"lessons/ask": {}}))
    assert problems == []


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    """A file with a problem is left out, and the rest is still read and checked."""
    content = write_content(tmp_path, {"roles/nurse": "title: [", "roles/teacher": {}, "lessons/ask": {"roles": ["x"]}})
    library, problems = read_content(content)
    assert [record.id for record in library.records] == ["ask", "teacher"]
    assert [problem.code for problem in problems] == ["unknown-id", "bracket"]


@pytest.mark.parametrize("name", ["School Nurse", "school_nurse", "SCHOOL", "école", "-nurse", "a--b", "n" * 61])
def test_a_file_name_has_to_be_an_address(tmp_path: Path, name: str) -> None:
    """A file whose name can't be an address is refused before it is read."""
    content = write_content(tmp_path, {"roles/nurse": {}})
    (content / "roles" / "nurse.yml").rename(content / "roles" / f"{name}.yml")
    _, problems = load_library(content)
    assert [problem.code for problem in problems] == ["bad-file-name"]


def test_a_link_to_another_file_is_refused(tmp_path: Path) -> None:
    """A record never shows what lies outside the content folder."""
    content = write_content(tmp_path, {"roles/nurse": {}})
    (tmp_path / "secret.yml").write_text("title: x", encoding="utf-8")
    (content / "roles" / "secret.yml").symlink_to(tmp_path / "secret.yml")
    _, problems = load_library(content)
    assert [brief(problem) for problem in problems] == ["content/roles/secret.yml:1:1 not-a-file"]


def test_what_nothing_reads_is_reported(tmp_path: Path) -> None:
    """A record in a folder or with an ending that nothing reads isn't lost in silence."""
    content = write_content(tmp_path, {"roles/nurse": {}})
    (content / "lesson").mkdir()
    (content / "roles" / "teacher.yaml").write_text("title: x", encoding="utf-8")
    (content / "notes.txt").write_text("x", encoding="utf-8")
    (content / ".DS_Store").write_text("x", encoding="utf-8")
    (content / "roles" / ".teacher.yml.swp").write_text("x", encoding="utf-8")
    _, problems = load_library(content)
    assert [brief(problem) for problem in problems] == [
        "content/lesson:1:1 unknown-file",
        "content/notes.txt:1:1 unknown-file",
        "content/roles/teacher.yaml:1:1 file-ending",
    ]


def test_an_id_is_not_written_in_the_file(tmp_path: Path) -> None:
    """The file name is the one place of the id, so the two can never differ."""
    _, problems = load_library(write_content(tmp_path, {"roles/nurse": "title: x\nid: nurse\n"}))
    assert [brief(problem) for problem in problems] == ["content/roles/nurse.yml:2:1 unknown-field"]


def test_a_missing_vocabulary_is_named(tmp_path: Path) -> None:
    """Content without a vocabulary that records choose from can't be published, and is told which."""
    content = write_content(tmp_path, {"lessons/ask": {"tiers": ["tier-1"]}})
    (content / "vocabularies" / "tiers.yml").unlink()
    _, problems = load_library(content)
    assert [brief(problem) for problem in problems] == ["content/vocabularies/tiers.yml:1:1 no-vocabulary"]


def test_a_vocabulary_with_a_fault_is_reported_in_place(tmp_path: Path) -> None:
    """A term's id becomes an address, so a bad one is refused where it stands."""
    content = write_content(tmp_path, {"lessons/ask": {"tiers": ["tier-1"]}})
    path = content / "vocabularies" / "tiers.yml"
    path.write_text("label: {en: Tier}\nabout: {en: x}\nterms:\n  - {id: ../up, label: {en: x}}\n", encoding="utf-8")
    _, problems = load_library(content)
    assert [brief(problem) for problem in problems] == ["content/vocabularies/tiers.yml:4:10 bad-id"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# No facts\n", "docs/guides/start.md:1:1 no-front-matter"),
        ("---\ntitle: x\n", "docs/guides/start.md:1:1 no-front-matter"),
        ("", "docs/guides/start.md:1:1 no-front-matter"),
        ("---\ntitle: one: two\n---\n", "docs/guides/start.md:2:11 second-colon"),
    ],
)
def test_a_guide_starts_with_its_facts(tmp_path: Path, text: str, expected: str) -> None:
    """A guide's front matter is read like a record; its lines are those of the guide."""
    content = write_content(tmp_path, {"guides/start": {}})
    (tmp_path / "docs" / "guides" / "start.md").write_text(text, encoding="utf-8")
    _, problems = load_library(content, tmp_path / "docs" / "guides")
    assert [brief(problem) for problem in problems] == [expected]


def test_windows_line_ends_and_marks_are_read(tmp_path: Path) -> None:
    """A guide saved by a Windows editor is read like any other."""
    content = write_content(tmp_path, {"guides/start": {"title": "Start"}})
    path = tmp_path / "docs" / "guides" / "start.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    library, problems = load_library(content, tmp_path / "docs" / "guides")
    assert problems == []
    assert [record.title for record in library.records] == ["Start"]


def test_the_order_does_not_depend_on_the_disk(tmp_path: Path) -> None:
    """Records are read in the order of their names, wherever the folder is."""
    names = ["b", "a-2", "a", "c-1", "c"]
    content = write_content(tmp_path, {f"roles/{name}": {} for name in names})
    shutil.copytree(content, tmp_path / "copy" / "content")
    orders = [
        [record.id for record in load_library(folder)[0].records] for folder in (content, tmp_path / "copy/content")
    ]
    assert orders == [["a-2", "a", "b", "c-1", "c"]] * 2


def test_a_term_is_written_once(tmp_path: Path) -> None:
    """Of two terms with one id the first would never be seen."""
    content = write_content(tmp_path, {})
    path = content / "vocabularies" / "tiers.yml"
    path.write_text(path.read_text(encoding="utf-8") + "  - {id: tier-1, label: {en: Again}}\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    assert [brief(problem) for problem in load_library(content)[1]] == [
        f"content/vocabularies/tiers.yml:{line}:10 duplicate-id"
    ]


@pytest.mark.parametrize(
    ("name", "mend"), [("teirs.yml", "tiers.yml"), ("tiers.yaml", "tiers.yml"), ("moods.yml", "facet")]
)
def test_a_vocabulary_that_nothing_reads_is_named(name: str, mend: str, tmp_path: Path) -> None:
    """A file that is named wrongly would be missed in silence; one that a facet names is read."""
    content = write_content(tmp_path, {})
    text = (content / "vocabularies" / "tiers.yml").read_text(encoding="utf-8")
    (content / "vocabularies" / "tiers.yml").rename(content / "vocabularies" / name) if mend == "tiers.yml" else None
    (content / "vocabularies" / name).write_text(text, encoding="utf-8")
    found = [problem for problem in load_library(content)[1] if problem.code == "unknown-file"]
    assert [(problem.path, mend in problem.help) for problem in found] == [(f"content/vocabularies/{name}", True)]
