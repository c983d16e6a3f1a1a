"""Renders the shell around generated pages once for each shape and fills it for every page.

A page's shape is all that the shell shows of it apart from a few texts: how deep it lies (relative
links) and which section is current. Rendering the whole template for every page would be the
largest part of a big build; the filled result is the same, byte for byte.
"""

import copy
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mkdocs_page import HubPage

_MARK = re.compile(r"hubslot(\w+?)slothub")
_SLOTS = ("title", "description", "canonical", "edit", "content")


class ShellTemplate(Template):
    """A template that is filled instead of rendered where the page came from the core."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the page's whole HTML."""
        context = dict(*args, **kwargs)
        page = context.get("page")
        if not isinstance(page, HubPage):
            return super().render(context)
        pieces = self._pieces(page, context)
        values = _slot_values(page)
        return "".join(values[piece] if index % 2 else piece for index, piece in enumerate(pieces))

    def _pieces(self, page: HubPage, context: dict[str, Any]) -> list[str]:
        """Return shell text and slot names in turn, for pages of this page's shape."""
        shells: dict[tuple[object, ...], list[str]] = self.__dict__.setdefault("_shells", {})
        shape = _shape(page)
        if shape not in shells:
            sample = {**context, "page": _with_slots(page)}
            shells[shape] = _MARK.split(super().render(sample))
        return shells[shape]


def find_material_css(config: MkDocsConfig) -> str:
    """Return the address of Material's main style sheet, whose name changes with each version."""
    for folder in map(Path, config.theme.dirs):
        for path in sorted((folder / "assets/stylesheets").glob("main.*.min.css")):
            return path.relative_to(folder).as_posix()
    raise PluginError("Material's style sheet is missing: install the requirements again.")


def drop_unused_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Take out what Material brings and the hub's shell never loads: scripts, search, images."""
    used = config.extra["hub_material_css"]
    for file in [file for file in files if file.src_uri.startswith("assets/")]:
        if not file.src_uri.startswith("assets/hub/") and file.src_uri != used and _is_from_theme(file, config):
            files.remove(file)


def _is_from_theme(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir is not None and Path(file.src_dir) != Path(config.docs_dir)


def use_shell_templates(env: Environment) -> Environment:
    """Make every template that is loaded from now on a `ShellTemplate`."""
    env.template_class = ShellTemplate
    return env


def _shape(page: HubPage) -> tuple[object, ...]:
    hub = page.hub
    return (page.url.count("/"), hub.section, page.url == hub.section, bool(page.edit_url), hub.scripts)


def _with_slots(page: HubPage) -> HubPage:
    sample = copy.copy(page)
    slots = {name: f"hubslot{name}slothub" for name in _SLOTS}
    sample.title = slots["title"]
    sample.meta = {"title": slots["title"], "description": slots["description"]}
    sample.canonical_url = slots["canonical"] if page.canonical_url else None
    sample.edit_url = slots["edit"] if page.edit_url else None
    sample.content = slots["content"]
    return sample


def _slot_values(page: HubPage) -> dict[str, str]:
    return {
        "title": str(escape(page.hub.title)),
        "description": str(escape(page.hub.description)),
        "canonical": str(escape(page.canonical_url or "")),
        "edit": str(escape(page.edit_url or "")),
        "content": page.content or "",
    }
