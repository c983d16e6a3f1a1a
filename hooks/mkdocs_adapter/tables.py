"""How Python-Markdown writes the alignment of a table's columns."""

from typing import Any

# Each name by which a host may ask for tables; two of them ask for other extensions as well.
_TABLES = ("tables", "markdown.extensions.tables")
_WITH_TABLES = ("extra", "markdown.extensions.extra")


def align_by_attribute(extensions: dict[str, Any]) -> None:
    """Settle in the settings of the extensions that columns are aligned by an attribute.

    Python-Markdown would write inline style, which the policy of the pages blocks.
    """
    for name in _TABLES:
        _settle(extensions, name)
    for name in _WITH_TABLES:
        if not extensions.get(name):
            extensions[name] = {}
        _settle(extensions[name], "tables")


def _settle(extensions: dict[str, Any], name: str) -> None:
    extensions[name] = {**(extensions.get(name) or {}), "use_align_attribute": True}
