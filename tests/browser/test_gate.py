"""The form and the check are one gate: the same texts, the same findings."""

import json
from pathlib import Path

import pytest

from knowledge_hub.checks import check_content
from knowledge_hub.intake.gate import create_gate
from knowledge_hub.intake.yaml_writer import write_yaml
from knowledge_hub.library.loading import load_library
from support.browser.pages import OpenPage
from support.gate_texts import GATE_TEXTS
from support.small_library import complete, write_content

pytestmark = pytest.mark.slow

Findings = list[tuple[str, str]]
_WORDING = Path(__file__).parent.parent / "golden" / "wording.yml"
_FIND = """async ([module, data, texts]) => {
  const { clean, findPersonal, findWording, readGate } = await import(module);
  const gate = readGate(data);
  return texts.map((text) => ({
    cleaned: clean(text, gate),
    found: [...findPersonal(text, gate), ...findWording(text, gate)].map(({ code, message }) => [code, message]),
  }));
}"""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with a case study for each text."""
    files = {
        f"case-studies/text-{number}": write_yaml(
            complete("case-studies/t", {"title": f"T{number}", "challenge": text})
        )
        for number, (text, _) in enumerate(GATE_TEXTS)
        if text
    }
    return write_content(tmp_path_factory.mktemp("gate"), {**files, "wording": _WORDING.read_text(encoding="utf-8")})


def _gate(content: Path) -> dict[str, object]:
    library, _ = load_library(content, None)
    gate: dict[str, object] = json.loads(create_gate(library.wording))
    return gate


def _codes_of(gate: dict[str, object]) -> set[str]:
    return {rule["code"] for part in ("privacy", "wording") for rule in gate[part]}  # type: ignore[attr-defined]


def test_both_find_the_same(open_page: OpenPage, content: Path) -> None:
    """Every text has the findings of the table in Python and in the browser, with the same words."""
    gate = _gate(content)
    python: list[Findings] = [[] for _ in GATE_TEXTS]
    for problem in check_content(content):
        if problem.code in _codes_of(gate) and problem.path.startswith("content/case-studies/"):
            python[int(Path(problem.path).stem.removeprefix("text-"))].append((problem.code, problem.message))
    page = open_page("contribute/form/")
    module = page.url.partition("contribute/")[0] + "assets/hub/contribute/gate.js"
    seen = page.evaluate(_FIND, [module, gate, [text for text, _ in GATE_TEXTS]])
    browser = [sorted((code, message) for code, message in one["found"]) for one in seen]
    assert browser == [sorted(found) for found in python]
    assert [sorted(code for code, _ in found) for found in browser] == [
        sorted(codes.split()) for _, codes in GATE_TEXTS
    ]
    assert len(GATE_TEXTS) >= 60


@pytest.mark.parametrize(
    ("pasted", "cleaned"),
    [
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("a\u00a0b\u202fc", "a b c"),
        ("\u2022\tone\r\n\u00b7 two\r\uf0b7\u00a0three\u2028o\tfour", "- one\n- two\n- three\n- four"),
        ("\u202eevil\u202c \x07bell", "evil bell"),
        ("o tempora\n\u2022glued", "o tempora\n- glued"),
        ("\U0001f469\U0001f3fd\u200d\u2695\ufe0f \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", None),
        ("tab\tand\n\n  indent", None),
    ],
)
def test_what_word_processors_leave_is_cleaned(
    open_page: OpenPage, content: Path, pasted: str, cleaned: str | None
) -> None:
    """Nobody hears of characters that they never wrote; what has a meaning stays."""
    page = open_page("contribute/form/")
    module = page.url.partition("contribute/")[0] + "assets/hub/contribute/gate.js"
    (seen,) = page.evaluate(_FIND, [module, _gate(content), [pasted]])
    assert seen["cleaned"] == (pasted if cleaned is None else cleaned)
