"""Renders the shell around generated pages once for each shape and fills it for every page.

A page's shape is all that the shell shows of it apart from a few texts: how deep it lies (relative
links) and which section and entry of the menu is current. Rendering the whole template for every page would be the
largest part of a big build; the filled result is the same, byte for byte.
"""

import copy
import re
from collections.abc import MutableMapping
from typing import Any, NamedTuple

import mkdocs
from jinja2 import Environment, Template
from markupsafe import escape

from knowledge_hub.keeping import fingerprint
from knowledge_hub.publishing.csp import add_policy
from knowledge_hub.publishing.site_folder.finished_files import FinishedFiles
from knowledge_hub.templating.compiled_code import CompiledCode
from mkdocs_adapter.page import HubPage

_MARK = re.compile(r"hubslot(\w+?)slothub")
# The last two are finished HTML, which stays as it is; all others are texts.
_HEAD = "hub_head"
_META_SLOTS = ("title", "description", "hub_citation", "hub_email", "hub_issue", "hub_citation_files", _HEAD)


class _Shell(NamedTuple):
    """Shell text and slot names in turn, and what stands for all of them."""

    pieces: list[str]
    mark: bytes


class ShellTemplate(Template):
    """A template that is filled instead of rendered where the page came from the core."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the page's whole HTML, "" for one that is finished already: MkDocs writes nothing then."""
        context = dict(*args, **kwargs)
        page = context.get("page")
        if not isinstance(page, HubPage):
            return super().render(context)
        shell = self._find_shell(page, context)
        texts = _slot_texts(page)
        finished: FinishedFiles = context["config"].extra["hub_finished"]
        if page.is_unchanged and finished.is_there(
            page.file.dest_uri, fingerprint(shell.mark, *texts.values(), page.mark)
        ):
            return ""
        values = {**texts, "content": page.content or "", _HEAD: page.head}
        return "".join(values[piece] if index % 2 else piece for index, piece in enumerate(shell.pieces))

    def _find_shell(self, page: HubPage, context: dict[str, Any]) -> "_Shell":
        """Return the shell for pages of this page's shape."""
        shells: dict[tuple[object, ...], _Shell] = self.__dict__.setdefault("_shells", {})
        shape = (*_shape(page), *context["config"].extra["hub_menu"].marks(page.url).items())
        if shape not in shells:
            sample = {**context, "page": _with_slots(page)}
            shell = super().render(sample)
            extra = context["config"].extra
            if extra["hub_hardened"]:
                # What fills the slots holds no script that runs, so the policy of the shell is that of every page.
                shell = add_policy(shell, extra["hub_settings"].outside)
            shells[shape] = _Shell(_MARK.split(shell), fingerprint(shell))
        return shells[shape]


def use_shell_templates(env: Environment, compiled: MutableMapping[str, bytes]) -> Environment:
    """Make every template that is loaded from now on a `ShellTemplate`, whose code `compiled` keeps."""
    env.template_class = ShellTemplate
    env.bytecode_cache = CompiledCode(compiled, {"mkdocs": mkdocs.__version__})
    return env


def _shape(page: HubPage) -> tuple[object, ...]:
    hub = page.hub
    texts = (page.canonical_url, page.edit_url, *(page.meta.get(name) for name in _META_SLOTS))
    return (
        page.url.count("/"),
        hub.section,
        page.url == hub.section,
        hub.scripts,
        hub.preloads,
        hub.is_indexed,
        *map(bool, texts),
    )


def _with_slots(page: HubPage) -> HubPage:
    sample = copy.copy(page)
    sample.title = _slot("title")
    sample.meta = {**page.meta, **{name: _slot(name) for name in _META_SLOTS if page.meta.get(name)}}
    sample.shown_url = _slot("url")
    sample.canonical_url = _slot("canonical") if page.canonical_url else None
    sample.edit_url = _slot("edit") if page.edit_url else None
    sample.content = _slot("content")
    return sample


def _slot(name: str) -> str:
    return f"hubslot{name}slothub"


def _slot_texts(page: HubPage) -> dict[str, str]:
    texts = {
        "title": page.hub.title,
        "url": page.url,
        "canonical": page.canonical_url,
        "edit": page.edit_url,
        **{name: page.meta.get(name) for name in _META_SLOTS if name != _HEAD},
    }
    return {name: str(escape(text or "")) for name, text in texts.items()}
