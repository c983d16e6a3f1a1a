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
_TEXT_SLOTS = ("title", "url", "canonical", "edit", *_META_TEXTS, _CITATION_FILES)
# Ends each of the texts that are escaped at once; no text has it.
_END = "\x00"


class SlotTexts(NamedTuple):
    """What a page has in its shell's slots apart from its HTML, by slot, and all of it together."""

    values: dict[str, bytes]
    joined: bytes


class Shell(NamedTuple):
    """Shell text with a gap after each piece but the last, what fills the gaps, and what stands for all of it."""

    pieces: tuple[bytes, ...]
    slots: tuple[str, ...]
    mark: bytes

    def fill(self, page: HubPage, texts: SlotTexts) -> bytes:
        """Return a page's whole HTML."""
        head, content = page.read_bytes()
        values = {**texts.values, "content": content, _HEAD: head}
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
        texts = create_slot_texts(page)
        return self.find_shell(page, texts, context["config"], lambda: context).fill(page, texts).decode()

    def find_shell(
        self, page: HubPage, texts: SlotTexts, config: MkDocsConfig, create_context: Callable[[], Mapping[str, object]]
    ) -> Shell:
        """Return the shell for pages of this page's shape; the first of them is rendered in its context."""
        shape = _shape(page, texts, config)
        if shape not in self._shells:
            shell = super().render({**create_context(), "page": _with_slots(page)})
            if config.extra["hub_hardened"]:
                # What fills the slots holds no script that runs, so the policy of the shell is that of every page.
                shell = add_policy(shell, config.extra["hub_settings"].outside)
            pieces = _MARK.split(shell)
            between = tuple(piece.encode("utf-8", "xmlcharrefreplace") for piece in pieces[::2])
            self._shells[shape] = Shell(between, tuple(pieces[1::2]), fingerprint(shell))
        return self._shells[shape]

    def fill(self, page: HubPage, config: MkDocsConfig) -> bytes | None:
        """Return the whole HTML of a page that has the shape of one before it, None where none had."""
        texts = create_slot_texts(page)
        shell = self._shells.get(_shape(page, texts, config))
        return shell.fill(page, texts) if shell else None

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


def create_slot_texts(page: HubPage) -> SlotTexts:
    """Return the texts that fill the slots of a page's shell, escaped."""
    meta = page.meta
    texts = (page.hub.title, page.url, page.canonical_url, page.edit_url, *(meta.get(name) for name in _META_TEXTS))
    escaped = escape(_END.join(text or "" for text in texts))
    joined = f"{escaped}{_END}{meta.get(_CITATION_FILES) or ''}".encode()
    return SlotTexts(dict(zip(_TEXT_SLOTS, joined.split(_END.encode()), strict=True)), joined)


def _shape(page: HubPage, texts: SlotTexts, config: MkDocsConfig) -> tuple[object, ...]:
    hub = page.hub
    return (
        page.url.count("/"),
        hub.section,
        page.url == hub.section,
        hub.scripts,
        hub.preloads,
        hub.is_indexed,
        page.meta[_HEAD],
        *map(bool, texts.values.values()),
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
