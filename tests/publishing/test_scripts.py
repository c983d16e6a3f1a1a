"""Modules of a feature in one file: each in a scope of its own, before it is needed; what can't be joined is refused."""

from pathlib import Path

import pytest

from knowledge_hub.publishing.scripts import JOINED_FEATURES, UnknownConstructError, join_feature, join_modules
from support.builds import ROOT

ASSETS = ROOT / "hooks/knowledge_hub/theme/assets/hub"
MODULES = {
    "page.js": 'import { add as plus, ONE } from "./engine/adding.js";\nimport { ONE as first } from "./names.js";\n\n'
    "// Says it.\nexport function say() {\n  return plus(ONE, first);\n}\n",
    "names.js": "/**\n * A name.\n */\nexport const ONE = 1;\n",
    "engine/adding.js": 'import { ONE as own } from "../names.js";\n\nexport const ONE = own;\n'
    "export async function* wait() {}\nexport function add(a, b) {\n  return a + b; // kept\n}\n",
}


def test_each_module_is_a_scope_before_it_is_needed() -> None:
    """Names that two modules share don't meet; comments of their own lines and indents don't go to readers."""
    assert join_modules(MODULES, "page.js") == (
        "const $names = (() => {\nconst ONE = 1;\nreturn { ONE };\n})();\n"
        "const $engine_adding = (() => {\nconst { ONE: own } = $names;\nconst ONE = own;\nasync function* wait() {}\n"
        "function add(a, b) {\nreturn a + b; // kept\n}\nreturn { ONE, wait, add };\n})();\n"
        "const { add: plus, ONE } = $engine_adding;\nconst { ONE: first } = $names;\n"
        "export function say() {\nreturn plus(ONE, first);\n}\n"
    )


def test_what_nothing_imports_is_a_way_in(tmp_path: Path) -> None:
    """Pages load it, and so does `import()`."""
    (tmp_path / "engine").mkdir()
    for name, text in {**MODULES, "box.js": 'import("./page.js");\n'}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert sorted(join_feature(tmp_path)) == ["box.js", "page.js"]


def test_a_neighbor_comes_along(tmp_path: Path) -> None:
    """What a feature takes from one beside it is in its file, with all that it needs; what is neither stays out."""
    texts = {
        "maker/page.js": 'import { offer } from "../keeping/offer.js";\n\noffer();\n',
        "keeping/offer.js": 'import { NAME } from "../names.js";\n\nexport function offer() {\n  return NAME;\n}\n',
        "keeping/store.js": "export const STORE = 1;\n",
        "names.js": "export const NAME = 1;\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert join_feature(tmp_path / "maker") == {
        "page.js": "const $___names = (() => {\nconst NAME = 1;\nreturn { NAME };\n})();\n"
        "const $___keeping_offer = (() => {\nconst { NAME } = $___names;\nfunction offer() {\nreturn NAME;\n}\n"
        "return { offer };\n})();\nconst { offer } = $___keeping_offer;\noffer();\n"
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('import all from "./names.js";\n', "only named imports and exports"),
        ('import * as all from "./names.js";\n', "only named imports and exports"),
        ('import "./names.js";\n', "only named imports and exports"),
        ("import { ONE } from './names.js';\n", "only named imports and exports"),
        ("export default 1;\n", "only named imports and exports"),
        ("const a = 1;\nexport { a };\n", "only named imports and exports"),
        ('export * from "./names.js";\n', "only named imports and exports"),
        ("export let number = 1;\n", "only named imports and exports"),
        ("const page = await fetch(1);\n", "a module that waits"),
        ("await 1;\n", "a module that waits"),
        ("const text = `a\nb`;\n", "backticks"),
        ('import { a } from "./gone.js";\n', "which is not in its feature"),
        ('import { a } from "../zip.js";\n', "which is not in its feature"),
        ('import { a } from "./page.js";\nexport const b = 1;\n', "in a circle: page.js -> bad.js -> page.js"),
    ],
)
def test_what_it_does_not_understand_is_refused(text: str, said: str) -> None:
    """The build ends with a sentence that names the module, before a reader's page does."""
    modules = {"names.js": MODULES["names.js"], "bad.js": text, "page.js": 'import { b } from "./bad.js";\n'}
    with pytest.raises(UnknownConstructError, match=said) as refused:
        join_modules(modules, "page.js")
    assert "bad.js" in str(refused.value)


def test_a_module_in_a_folder_does_not_ask_where_it_lies() -> None:
    """Joined, it lies where the way in lies."""
    modules = {
        "page.js": 'import { at } from "./engine/at.js";\n',
        "engine/at.js": "export const at = import.meta.url;\n",
    }
    with pytest.raises(UnknownConstructError, match="asks for its own address"):
        join_modules(modules, "page.js")


@pytest.mark.parametrize("feature", JOINED_FEATURES)
def test_the_hubs_own_features_can_be_joined(feature: str) -> None:
    """One request for each way in: nothing is imported any more before the page has it."""
    joined = join_feature(ASSETS / feature)
    assert joined
    assert [name for name, text in joined.items() if 'from "' in text] == []
