"""Records as Markdown, as someone would have written them by hand for another generator."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from measuring.speed.edits import SENTENCE, find_lesson

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_NO_PAGES = ("vocabularies", "sources", "contributors", "schemas")
# What becomes a page for each term, with the records that have it.
TAXONOMIES = ("domains", "tiers", "levels", "disciplines", "settings", "stages", "places")
_IN_FRONT = ("title", "summary", *TAXONOMIES)
_TOOLKIT_LINK = re.compile(r"\]\(toolkit:([^)]+)\)")


def read_records(content: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the path below the content folder and the fields of every record that has a page."""
    for path in sorted(content.glob("*/*.yml")):
        if path.parent.name not in _NO_PAGES:
            yield path.relative_to(content), yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 -- a safe loader


def write_front_matter_pages(content: Path, folder: Path) -> None:
    """Write each record as a Markdown page whose front matter has title, summary and terms."""
    for path, fields in read_records(content):
        target = folder / path.with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        front = {name: fields[name] for name in _IN_FRONT if fields.get(name)}
        head = yaml.dump(front, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=1000)
        rest = {name: value for name, value in fields.items() if name not in _IN_FRONT}
        target.write_text(f"---\n{head}---\n\n{render_fields(rest, link='../../{}/')}\n", encoding="utf-8")


def render_fields(fields: Mapping[str, Any], link: str) -> str:
    """Return fields as Markdown: a heading for each, its text or list below; `link` is how one leads to a page."""
    parts = [str(fields["summary"])] if "summary" in fields else []
    for name, value in fields.items():
        if name not in ("title", "summary"):
            parts += [f"## {name}", _render_value(value)]
    return _TOOLKIT_LINK.sub(lambda found: f"]({link.format(f'toolkits/{found[1]}')})", "\n\n".join(parts))


def find_lesson_page(content: Path) -> Path:
    """Return the path below the folder of pages of the lesson that is edited."""
    return find_lesson(content).relative_to(content).with_suffix(".md")


def edit_page(page: Path) -> None:
    """Add the same sentence to a page that the edit of a record adds."""
    page.write_text(f"{page.read_text(encoding='utf-8')}\n\n{SENTENCE}\n", encoding="utf-8")


def _render_value(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(f"- {_inline(item)}" for item in value)
    if isinstance(value, dict):
        return "\n".join(f"- **{name}**: {_inline(item)}" for name, item in value.items())
    return str(value)


def _inline(item: Any) -> str:
    if isinstance(item, dict):
        return "; ".join(f"{name}: {_inline(value)}" for name, value in item.items())
    if isinstance(item, list):
        return ", ".join(_inline(value) for value in item)
    return " ".join(str(item).split())
