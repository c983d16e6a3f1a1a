"""Renders the shell around generated pages once for each shape and fills it for every page.

A page's shape is all that the shell shows of it apart from a few texts: how deep it lies (relative
links) and which section and entry of the menu is current. Rendering the whole template for every page would be the
largest part of a big build; the filled result is the same, byte for byte.
"""

import copy
import re
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any, NamedTuple

import mkdocs
from jinja2 import Environment, Template
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig

from knowledge_hub.keeping import fingerprint
from knowledge_hub.publishing.csp import add_policy
from knowledge_hub.templating.compiled_code import CompiledCode
from mkdocs_adapter.generated.page import HubPage

_MARK = re.compile(r"hubslot(\w+?)slothub")
_META_TEXTS = ("description", "hub_citation", "hub_email", "hub_issue")
# These two are finished HTML, which stays as it is; all others are texts.
_CITATION_FILES = "hub_citation_files"
_HEAD = "hub_head"
_META_SLOTS = ("title", *_META_TEXTS, _CITATION_FILES, _HEAD)
_TEXT_SLOTS = ("title", "url", "canonical", "edit", *_META_TEXTS)
# Ends each of the texts that are escaped at once; no text has it.
_END = "\x00"


class Shell(NamedTuple):
    """Shell text with a gap after each piece but the last, what fills the gaps, and what stands for all of it."""

    pieces: tuple[bytes, ...]
    slots: tuple[str, ...]
    mark: bytes

    def fill(self, values: Mapping[str, bytes]) -> bytes:
        """Return a page's whole HTML."""
        parts = [b""] * (2 * len(self.slots) + 1)
        parts[::2] = self.pieces
        parts[1::2] = [values[name] for name in self.slots]
        return b"".join(parts)


class ShellTemplate(Template):
    """A template that is filled instead of rendered where the page came from the core."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the page's whole HTML."""
        context = dict(*args, **kwargs)
        page = context.get("page")
        if not isinstance(page, HubPage):
            return super().render(context)
        shell = self.find_shell(page, context["config"], lambda: context)
        return shell.fill({**create_slot_texts(page), **create_slot_html(page)}).decode()

    def find_shell(
        self, page: HubPage, config: MkDocsConfig, create_context: Callable[[], Mapping[str, object]]
    ) -> Shell:
        """Return the shell for pages of this page's shape; the first of them is rendered in its context."""
        shape = _shape(page, config)
        if shape not in self._shells:
            shell = super().render({**create_context(), "page": _with_slots(page)})
            if config.extra["hub_hardened"]:
                # What fills the slots holds no script that runs, so the policy of the shell is that of every page.
                shell = add_policy(shell, config.extra["hub_settings"].outside)
            pieces = _MARK.split(shell)
            texts = tuple(piece.encode("utf-8", "xmlcharrefreplace") for piece in pieces[::2])
            self._shells[shape] = Shell(texts, tuple(pieces[1::2]), fingerprint(shell))
        return self._shells[shape]

    def fill(self, page: HubPage, config: MkDocsConfig) -> bytes | None:
        """Return the whole HTML of a page that has the shape of one before it, None where none had."""
        shell = self._shells.get(_shape(page, config))
        return shell.fill({**create_slot_texts(page), **create_slot_html(page)}) if shell else None

    @property
    def _shells(self) -> dict[tuple[object, ...], Shell]:
        # Jinja makes templates without asking their class.
        shells: dict[tuple[object, ...], Shell] = self.__dict__.setdefault("_made_shells", {})
        return shells


def use_shell_templates(env: Environment, compiled: MutableMapping[str, bytes]) -> Environment:
    """Make every template that is loaded from now on a `ShellTemplate`, whose code `compiled` keeps."""
    env.template_class = ShellTemplate
    env.bytecode_cache = CompiledCode(compiled, {"mkdocs": mkdocs.__version__})
    return env


def create_slot_texts(page: HubPage) -> dict[str, bytes]:
    """Return what fills the slots of a page's shell apart from what its store has."""
    meta = page.meta
    texts = (page.hub.title, page.url, page.canonical_url, page.edit_url, *(meta.get(name) for name in _META_TEXTS))
    escaped = str(escape(_END.join(text or "" for text in texts))).encode()
    filled = dict(zip(_TEXT_SLOTS, escaped.split(_END.encode()), strict=True))
    filled[_CITATION_FILES] = str(escape(meta.get(_CITATION_FILES) or "")).encode()
    return filled


def create_slot_html(page: HubPage) -> dict[str, bytes]:
    """Return what fills the slots for a page's finished HTML."""
    head, html = page.read_bytes()
    return {"content": html, _HEAD: head}


def _shape(page: HubPage, config: MkDocsConfig) -> tuple[object, ...]:
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
        *config.extra["hub_menu"].marks(page.url).items(),
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
