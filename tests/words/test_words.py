"""The words of the interface: all of them are used, and a host's own stand in their place or are named."""

import ast
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge_hub.catalogue.facets import FACETS
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.records.common import Evidence
from knowledge_hub.words.own_words import create_words
from knowledge_hub.words.words import Words, read_defaults
from knowledge_hub.yaml_text.located import read_yaml
from support.builds import ROOT

CORE = ROOT / "hooks" / "knowledge_hub"
# What a template's look-up of an attribute would find first.
RESERVED = {name for name in dir(dict) if not name.startswith("_")}


def test_every_word_is_used() -> None:
    """Nothing stands in the file that no page, document or part of the shell says."""
    patterns = [*_keys_in_code(), *_keys_in_templates()]
    assert [key for key in read_defaults() if not any(pattern.fullmatch(key) for pattern in patterns)] == []


def test_every_key_can_be_looked_up_in_a_template() -> None:
    """No name hides behind a method of the tree."""
    assert {name for key in read_defaults() for name in key.split(".")} & RESERVED == set()


def test_every_type_facet_and_kind_of_evidence_has_its_words() -> None:
    """A new type or facet can't appear without a name."""
    words = Words()
    for cls in RECORD_TYPES:
        assert all(words.text(f"types.{cls.type}.{name}") for name in ("one", "many", "intro"))
    assert all(words.text(f"facets.{facet.slug}") for facet in FACETS)
    assert all(words.text(f"evidence.{kind}") for kind in typing.get_args(Evidence.model_fields["status"].annotation))


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 records"), (1, "1 record"), (2, "2 records"), (1234, "1,234 records")]
)
def test_counts_read_well(number: int, words: str) -> None:
    """One is singular, thousands are grouped."""
    assert Words().count("counts.record", number) == words


def test_a_hosts_words_stand_in_place_of_the_hubs() -> None:
    """What the file leaves out stays as it was; a blank is filled wherever the host puts it."""
    words, problems = _read("menu: {lessons: Insights}\nlists:\n  page: '{number}. Seite'\n")
    assert problems == []
    assert (words.text("menu.lessons"), words.text("menu.toolkits")) == ("Insights", "Toolkits")
    assert words.tree["menu"]["lessons"] == "Insights"
    assert words.text("lists.page", number=3) == "3. Seite"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "menu:\n", "menu: {lessons: }\n"])
def test_a_file_may_say_nothing(text: str) -> None:
    """An empty file, group or value changes nothing and is no problem."""
    words, problems = _read(text)
    assert (words.text("menu.lessons"), problems) == ("Lessons", [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("menu:\n  leson: x\n", "2:3 unknown-word Did you mean “lessons”?"),
        ("lessons: x\n", "1:1 unknown-word Did you mean “lesson”?"),
        ("menu:\n  leson:\n", "2:3 unknown-word Did you mean “lessons”?"),
        ("menu: x\n", "1:7 bad-word Names below it: pathways, case-studies, "),
        ("menu:\n  lessons: [x]\n", "2:12 bad-word Write it as lessons: some words"),
        ("menu:\n  lessons:\n    one: x\n", "3:5 bad-word Write it as lessons: some words"),
        ("lists:\n  page: 'S. {nummer}'\n", "2:9 bad-word The hub’s own words are: page {number}"),
        ("- x\n", "1:1 no-fields"),
    ],
)
def test_what_cannot_be_used_is_named_at_its_place(text: str, problem: str) -> None:
    """A slip in the file is a located problem with its mend."""
    _, problems = _read(text)
    assert [f"{found.line}:{found.column} {found.code} {found.help}".startswith(problem) for found in problems] == [
        True
    ], problems


def test_nothing_of_a_value_runs() -> None:
    """A blank is a plain name: there is no way from it to anything else."""
    words, problems = _read("lists:\n  page: '{number.__class__} {0}'\n")
    assert [problem.code for problem in problems] == ["bad-word"]
    assert words.text("lists.page", number=1) == "page 1"


def _read(text: str) -> tuple[Words, list[Problem]]:
    document, problems = read_yaml("content/words.yml", text.encode())
    assert [problem.code for problem in problems if problem.code != "empty-file"] == []
    return create_words(document)


def _keys_in_code() -> Iterator[re.Pattern[str]]:
    """Yield a pattern for each text in the code that can be a key; what is filled in stands for one name."""
    for path in CORE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                # A noun is looked up with both its forms below it.
                yield re.compile(rf"{re.escape(node.value)}(\.(one|many))?")
            elif isinstance(node, ast.JoinedStr):
                yield _pattern(node)


def _pattern(node: ast.JoinedStr) -> re.Pattern[str]:
    parts = [re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w-]+" for part in node.values]
    return re.compile("".join(parts) if re.match(r"[a-z_]+\.", str(getattr(node.values[0], "value", ""))) else "(?!)")


# Which scripts say the words of which group.
_GROUPS_IN_SCRIPTS = (
    ("search", "found"),
    ("my-list", "my_list_said"),
    ("my-list", "list_control"),
    ("worksheet", "worksheet_said"),
    ("worksheet", "keeping"),
    ("pathway", "pathway_said"),
    ("contribute", "contribute_said"),
    ("run-chart-maker", "run_chart_maker_said"),
    ("run-chart-maker/reading", "run_chart_maker_said"),
    ("contribute", "keeping"),
    ("keeping", "keeping"),
    ("filling", "filling_said"),
    ("my-list", "my_list_said"),
    ("my-list", "list_control"),
)


def _keys_in_templates() -> Iterator[re.Pattern[str]]:
    for folder in (CORE / "templates", CORE / "theme"):
        for path in folder.rglob("*.html"):
            for key in re.findall(r"\bwords\.([a-z_]+(?:\.[a-z_]+)+)", path.read_text(encoding="utf-8")):
                yield re.compile(re.escape(key))
    # The browser gets a whole group.
    for folder, group in _GROUPS_IN_SCRIPTS:
        for script in (CORE / "theme" / "assets" / "hub" / folder).glob("*.js"):
            for name in re.findall(
                r"\b(?:words|said|keeping)\.(?!said\b|keeping\b)([a-z_]+)", script.read_text(encoding="utf-8")
            ):
                yield re.compile(rf"{group}\.{name}")


def test_the_file_tells_hosts_what_it_is_for() -> None:
    """Every group of words opens with a line that says where its words are seen."""
    lines = Path(CORE / "words" / "words.yml").read_text(encoding="utf-8").splitlines()
    groups = [number for number, line in enumerate(lines) if re.fullmatch(r"[a-z_]+:", line)]
    assert [lines[number] for number in groups if not lines[number - 1].startswith("# ")] == []
