"""The style sheets that readers download."""

from pathlib import Path

from knowledge_hub.publishing.styles import join_hub_styles, layer_material_styles


def test_names_come_first_and_paper_last(tmp_path: Path) -> None:
    """Tokens, elements, components in the order of their names, print; comments are left out."""
    for name in ("print", "card", "base", "tokens", "a-new-one"):
        (tmp_path / f"{name}.css").write_text(f"/* {name} */\n.{name} {{ color: red }}\n", encoding="utf-8")
    lines = join_hub_styles(tmp_path).splitlines()
    assert [line.split()[0] for line in lines] == [".tokens", ".base", ".a-new-one", ".card", ".print"]


def test_material_lies_in_a_layer() -> None:
    """Its rules can't win over the hub's, whatever their weight."""
    assert layer_material_styles('@charset "UTF-8";a{color:red}') == "@layer material{a{color:red}}\n"
