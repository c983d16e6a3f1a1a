"""The columns of a table in a hand-written page."""

from typing import Any

import markdown
import pytest

from mkdocs_adapter.tables import align_by_attribute

TABLE = "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n"


@pytest.mark.parametrize("name", ["tables", "markdown.extensions.tables", "extra", "markdown.extensions.extra"])
@pytest.mark.parametrize("settings", [{}, {"tables": {"use_align_attribute": False}}, {"tables": None, "extra": None}])
def test_alignment_is_never_inline_style(name: str, settings: dict[str, Any]) -> None:
    """By whatever name a host asks for tables: the policy of the pages blocks inline style."""
    configs = dict(settings)
    align_by_attribute(configs)
    # As MkDocs does: its own tables come first.
    html = markdown.markdown(TABLE, extensions=["tables", name], extension_configs=configs)
    assert [html.count(f'<td align="{side}">') for side in ("left", "center", "right")] == [1, 1, 1]
    assert "style" not in html
