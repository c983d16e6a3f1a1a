"""The stock way to publish the same records: ready Markdown pages, Material, its search plugin."""

from pathlib import Path

from measuring.peers.record_pages import read_records, render_fields

_SETTINGS = """site_name: Stock
theme:
  name: material
  font: false
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
# Zensical ends where a page as long as a list of all records is to be searched; so none of the three searches them.
_NOT_SEARCHED = "---\nsearch:\n  exclude: true\n---\n"


def write_stock_site(content: Path, folder: Path) -> None:
    """Write a MkDocs project in which each record is a Markdown page with the same text."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    listed: dict[str, list[str]] = {}
    for path, fields in read_records(content):
        target = docs / path.with_suffix(".md")
        target.parent.mkdir(exist_ok=True)
        target.write_text(f"# {fields['title']}\n\n{render_fields(fields, link='../{}.md')}", encoding="utf-8")
        line = f"- [{fields['title']}]({path.with_suffix('.md').as_posix()}): {fields['summary']}"
        listed.setdefault(path.parent.name, []).append(line)
    for kind, lines in listed.items():
        page = f"{_NOT_SEARCHED}# {kind}\n\n" + "\n".join(lines)
        (docs / f"{kind}-list.md").write_text(page, encoding="utf-8")
    menu = "\n".join(f"- [{kind}]({kind}-list.md)" for kind in listed)
    (docs / "index.md").write_text(f"# Stock\n\n{menu}\n", encoding="utf-8")
