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
# The last of these and the head are finished HTML, which stays as it is; all others are texts.
_META_TEXTS = ("description", "hub_citation", "hub_email", "hub_issue", "hub_citation_files")
_HEAD = "hub_head"
_META_SLOTS = ("title", *_META_TEXTS, _HEAD)
_TEXT_SLOTS = ("title", "url", "canonical", "edit", *_META_TEXTS)
_SLOTS = (*_TEXT_SLOTS, _HEAD, "content")
# Ends each of the texts that are escaped at once; no text has it.
_END = "\x00"

# What a page has in the slots of its shell apart from its HTML: texts in the order of _TEXT_SLOTS, not yet escaped.
Texts = tuple[str, ...]


class Shell(NamedTuple):
    """Shell text with a gap after each piece but the last, which slot fills each gap, and what stands for all of it."""

    pieces: tuple[bytes, ...]
    slots: tuple[int, ...]
    mark: bytes

    def fill(self, page: HubPage, texts: Texts) -> bytes:
        """Return a page's whole HTML."""
        values = [*_escape_all(texts), *page.read_bytes()]
        parts = [b""] * (2 * len(self.slots) + 1)
        parts[::2] = self.pieces
        parts[1::2] = [values[slot] for slot in self.slots]
        return b"".join(parts)

    def mark_page(self, page: HubPage, texts: Texts) -> bytes:
        """Return what stands for a page's whole HTML."""
        return fingerprint(self.mark, _END.join(texts), page.mark)


class ShellTemplate(Template):
    """A template that is filled instead of rendered where the page came from the core."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return the page's whole HTML."""
        context = dict(*args, **kwargs)
        page = context.get("page")
        if not isinstance(page, HubPage):
            return super().render(context)
        texts = find_slot_texts(page)
        return self.find_shell(page, texts, context["config"], lambda: context).fill(page, texts).decode()

    def find_shell(
        self, page: HubPage, texts: Texts, config: MkDocsConfig, create_context: Callable[[], Mapping[str, object]]
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
            self._shells[shape] = Shell(between, tuple(map(_SLOTS.index, pieces[1::2])), fingerprint(shell))
        return self._shells[shape]

    def fill(self, page: HubPage, config: MkDocsConfig) -> bytes | None:
        """Return the whole HTML of a page that has the shape of one before it, None where none had."""
        texts = find_slot_texts(page)
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


def find_slot_texts(page: HubPage) -> Texts:
    """Return the texts of a page that its shell shows, "" for what it hasn't."""
    texts = (page.hub.title, page.url, page.canonical_url, page.edit_url, *map(page.meta.get, _META_TEXTS))
    return tuple(text or "" for text in texts)


def _escape_all(texts: Texts) -> list[bytes]:
    *plain, finished = texts
    return f"{escape(_END.join(plain))}{_END}{finished}".encode().split(_END.encode())


def _shape(page: HubPage, texts: Texts, config: MkDocsConfig) -> tuple[object, ...]:
    hub, url = page.hub, page.url
    return (
        url.count("/"),
        hub.section,
        url == hub.section,
        hub.scripts,
        hub.preloads,
        hub.is_indexed,
        page.meta[_HEAD],
        *map(bool, texts),
        *config.extra["hub_menu"].marks(url).items(),
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
