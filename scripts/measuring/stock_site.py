"""The stock way to publish the same records: ready Markdown pages, Material, its search plugin."""

from pathlib import Path
from typing import Any

import yaml

_SETTINGS = """site_name: Stock
theme:
  name: material
plugins:
  - search
nav:
  - index.md
markdown_extensions:
  - tables
  - attr_list
  - md_in_html
  - admonition
  - toc:
      permalink: true
validation:
  nav:
    omitted_files: ignore
"""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def write_stock_site(content: Path, folder: Path) -> None:
    """Write a MkDocs project in which each record is a Markdown page with the same text."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    listed: dict[str, list[str]] = {}
    for path in sorted(content.glob("*/*.yml")):
        kind = path.parent.name
        if kind in ("vocabularies", "sources", "contributors"):
            continue
        fields = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 -- a safe loader
        target = folder / "docs" / kind / f"{path.stem}.md"
        target.parent.mkdir(exist_ok=True)
        target.write_text(render_markdown(fields), encoding="utf-8")
        listed.setdefault(kind, []).append(f"- [{fields['title']}]({kind}/{path.stem}.md): {fields['summary']}")
    for kind, lines in listed.items():
        (folder / "docs" / f"{kind}-list.md").write_text(f"# {kind}\n\n" + "\n".join(lines), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Stock\n", encoding="utf-8")


def render_markdown(fields: dict[str, Any]) -> str:
    """Return a record as a Markdown page: a heading for each field, its text or list below."""
    parts = [f"# {fields['title']}", fields["summary"]]
    for name, value in fields.items():
        if name not in ("title", "summary"):
            parts += [f"## {name}", _render_value(value)]
    return "\n\n".join(parts)


def _render_value(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(f"- {_inline(item)}" for item in value)
    if isinstance(value, dict):
        return "\n".join(f"- **{name}**: {_inline(item)}" for name, item in value.items())
    text = str(value)
    return text.replace("](toolkit:", "](../toolkits/").replace(").", ".md).") if "](toolkit:" in text else text


def _inline(item: Any) -> str:
    if isinstance(item, dict):
        return "; ".join(f"{name}: {_inline(value)}" for name, value in item.items())
    if isinstance(item, list):
        return ", ".join(_inline(value) for value in item)
    return " ".join(str(item).split())
