"""The table of problems: every code that is emitted is explained, and every explained one can be met."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from knowledge_hub.checks import check_content
from knowledge_hub.library.loading import load_library
from knowledge_hub.problem_kinds import PROBLEM_GROUPS, PROBLEM_KINDS, ProblemKind
from knowledge_hub.problems.problem import Problem
from knowledge_hub.publishing.addresses.ledger import read_ledger
from knowledge_hub.publishing.addresses.lost import find_lost
from knowledge_hub.publishing.blocked import find_blocked
from knowledge_hub.record_files.kinds import MOST_BYTES
from knowledge_hub.settings.outside import Outside
from knowledge_hub.settings.reader import SettingReader
from knowledge_hub.yaml_text.located import MOST_PROBLEMS
from knowledge_hub.yaml_text.source_text import MAX_BYTES
from support.builds import ROOT
from support.made_files import PDF, make_phone_photo, make_picture
from support.pack_library import create_small_packs
from support.small_library import write_content

CORE = ROOT / "hooks" / "knowledge_hub"
GOLDEN = ROOT / "tests" / "golden"
KINDS = list(PROBLEM_KINDS.values())
_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
# Where a code stands among the arguments of the functions that take one.
_POSITIONS = {
    "Problem": 3,
    "Fault": 2,
    "Explanation": 0,
    "problem": None,
    "problem_at_words": 2,
    "_refused": 1,
    "_Rule": 0,
    "_note": 0,
    "_broken": 1,
    "FileFault": 0,
}


# Codes that the code hands on in another way, or takes from content/wording.yml.
_NOT_SEEN = {"duplicate-key", "wrong-type", "jargon", "person-first", "suicide-wording"}

# A lesson with files beside it, and everything that can be wrong with showing them.
SHOWS = """title: Shows
summary: It shows files.
statement: Show.
why: >-
  ![](room.png) ![A hall](hall.png) ![A phone](phone.jpg) ![A form](form.pdf) [The form](form.pdf)
  ![Gone](gone.png) ![Far](https://example.org/a.png) ![Sent](https://github.com/user-attachments/assets/1)
apply: [Ask.]
evidence: {status: editorial}
pictures: [{file: room.png, shows_people: yes}, {file: phone.jpg, shows_people: no}]
"""

# What no text of a good record can show, one a file. The golden cases have all the rest.
FILES = {
    "content/lessons/reversed.yml": "title: a\u202eb\n".encode(),
    "content/lessons/old-program.yml": "title: José\n".encode("cp1252"),
    "content/lessons/endless.yml": b"#" * (MAX_BYTES + 1),
    "content/lessons/many-slips.yml": b"".join(b"a%d: x\n" % number for number in range(MOST_PROBLEMS + 1)),
    "content/lessons/Capital Letters.yml": b"title: x\n",
    "content/lessons/ending.yaml": b"title: x\n",
    "content/lessons/folder.yml/record.yml": b"title: x\n",
    "content/notes.txt": b"x\n",
    "docs/guides/bare.md": b"# Bare\n",
    "content/words.yml": b"menu: {leson: x, lessons: [x]}\n",
    "content/fields.yml": b"fields: [{id: address, label: A, help: B, kind: text, types: [lesson]}]\n",
    "content/lessons/shows.yml": SHOWS.encode(),
    "content/lessons/shows/room.png": make_picture(),
    "content/lessons/shows/hall.png": make_picture(),
    "content/lessons/shows/phone.jpg": make_phone_photo(),
    "content/lessons/shows/form.pdf": PDF,
    "content/lessons/shows/unused.pdf": PDF,
    "content/lessons/shows/Capital Letters.png": make_picture(),
    "content/lessons/shows/tool.exe": b"MZ",
    "content/lessons/shows/page.png": b"<html>",
    "content/lessons/shows/large.csv": b"a," * MOST_BYTES,
    "content/lessons/nobodys/room.png": make_picture(),
}


def test_every_emitted_code_is_in_the_table() -> None:
    """No message lacks its entry on the page of problems."""
    emitted = {code for path in CORE.rglob("*.py") for code in _emitted(path)}
    assert emitted - PROBLEM_KINDS.keys() == set()
    # Who renames a function that takes a code names it above, too.
    assert PROBLEM_KINDS.keys() - emitted == _NOT_SEEN


def test_every_kind_can_be_met(tmp_path: Path) -> None:
    """The table explains nothing that can't happen: each kind is in a golden case, or comes of a file here."""
    golden = [case for name in ("traps", "problems") for case in (GOLDEN / name).glob("*.yml")]
    met = {line.split()[-1] for case in golden for line in yaml.safe_load(case.read_text(encoding="utf-8"))["problems"]}
    met |= {problem.code for problem in _check_files(tmp_path / "files")}
    met |= {problem.code for problem in check_content(tmp_path / "nowhere")}
    far = create_small_packs(tmp_path / "far", {"roles/far": {"title": "字"}})
    met |= {notice.code for notice in far.notices}
    settings = SettingReader({"extra": {"email": "nobody"}})
    settings.email("extra", "email")
    settings.warn(("extra",), "has no effect", "Leave it out.")
    settings.note(("extra",), "is new", "Look at it.")
    met |= {problem.code for problem in settings.problems}
    met |= {
        problem.code for problem in find_blocked('<iframe src="https://a.example/"></iframe>', "a.md", "", Outside())
    }
    (tmp_path / "index.html").touch()
    promises = read_ledger("/gone/\n/#gone\nno address")
    met |= {problem.code for problem in find_lost(promises, tmp_path, lambda: load_library(tmp_path / "nowhere")[0])}
    assert PROBLEM_KINDS.keys() - met == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_is_explained(kind: ProblemKind) -> None:
    """Each kind has a title and two different examples, and a code that can be an anchor."""
    assert kind.title
    assert kind.bad
    assert kind.good
    assert kind.bad != kind.good
    assert _CODE.fullmatch(kind.code)


def test_no_code_is_explained_twice() -> None:
    """A code is one anchor."""
    ids = [group.id for group in PROBLEM_GROUPS] + [kind.code for group in PROBLEM_GROUPS for kind in group.kinds]
    assert len(ids) == len(set(ids))


def _check_files(folder: Path) -> list[Problem]:
    content = write_content(folder, {})
    for name, data in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (content / "vocabularies" / "tiers.yml").unlink()
    return check_content(content, folder / "docs" / "guides")


def _emitted(path: Path) -> Iterator[str]:
    """Yield the codes that a module hands to the functions that take one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name not in _POSITIONS:
            continue
        position = _POSITIONS[name]
        # A document's problem takes the code after the location, a text's after start and end.
        positions = (1, 2) if position is None else (position,)
        for argument in (node.args[number] for number in positions if number < len(node.args)):
            if (
                isinstance(argument, ast.Constant)
                and isinstance(argument.value, str)
                and _CODE.fullmatch(argument.value)
            ):
                yield argument.value
