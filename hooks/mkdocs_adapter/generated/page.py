"""A finished page of the core as a MkDocs page: MkDocs neither reads nor converts it."""

import functools
import re
from urllib.parse import quote, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from knowledge_hub.pages import Page
from knowledge_hub.publishing.kept.page_store import PageStore

_ID = re.compile(r'\bid="([^"]+)"')
# MkDocs reckons with the day of each page; where nobody knows it, theme/sitemap.xml says nothing.
UNKNOWN_DAY = "1970-01-01"
_STEP_BACK = re.compile(r"[^/]+/\.\./")


class HubPage(MkDocsPage):
    """MkDocs' view of one generated page, whose HTML lies in a store until it is asked for."""

    def __init__(self, hub: Page, store: PageStore, file: File, config: MkDocsConfig) -> None:
        self.hub = hub
        self._store = store
        self._changed: str | None = None
        super().__init__(hub.title, file, config)
        if self.edit_url:
            self.edit_url = _STEP_BACK.sub("", self.edit_url)
        self.update_date = hub.reviewed or UNKNOWN_DAY
        # What address this page has in another language, to which the shell adds only the root.
        self.shown_url = self.url
        self.meta = {
            "title": hub.title,
            "description": hub.description,
            "hub_citation": hub.citation,
            "hub_citation_files": hub.citation_files,
            # What it is, only the store knows.
            "hub_head": store.has_head(hub.address),
        }

    @functools.cached_property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]
        """The fragments to which others may link, once MkDocs checks such a link; None where nobody links to any."""
        return set(_ID.findall(self.content)) if self.file.src_uri in _LINKED_BY_FRAGMENT else None

    @property
    def content(self) -> str:
        """The finished HTML, or what a plugin made of it."""
        return self._store.read(self.hub.address).html if self._changed is None else self._changed

    @content.setter
    def content(self, html: str | None) -> None:
        self._changed = None if html is None or html == self._store.read(self.hub.address).html else html

    @property
    def mark(self) -> bytes:
        """What stands for the page's HTML, and for what of it stands in its head."""
        return self._store.mark(self.hub.address)

    def read_bytes(self) -> tuple[bytes, bytes]:
        """Return what of this page alone stands in its head, and its HTML, or what a plugin made of it."""
        head, html = self._store.read_bytes(self.hub.address)
        return head, html if self._changed is None else self._changed.encode("utf-8", "xmlcharrefreplace")

    def _set_canonical_url(self, base: str | None) -> None:
        # As MkDocs does, which joins and splits for each page.
        if base and self.url:
            root, path = _find_root(base)
            self.canonical_url, self.abs_url = f"{root}{self.url}", f"{path}{self.url}"
        else:
            super()._set_canonical_url(base)

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """There is nothing to convert."""
        # Its contents are in its HTML; plugins expect a table all the same.
        self.toc = TableOfContents([])


class _GeneratedFile(File):
    """A file whose path is as MkDocs would write it, which takes the path of each apart and joins it again."""

    @property
    def src_path(self) -> str:
        """The path as the system writes it."""
        return super().src_path

    @src_path.setter
    def src_path(self, value: str) -> None:
        self.src_uri = value


# Guides link to single entries of these, so MkDocs checks the fragments.
_LINKED_BY_FRAGMENT = frozenset({"glossary.md", "sources.md"})


@functools.cache
def _find_root(site_url: str) -> tuple[str, str]:
    """Return the address of a site's home page, and its path on the server."""
    root = urljoin(site_url if site_url.endswith("/") else f"{site_url}/", "./")
    return root, urlsplit(root).path


def create_file(page: Page, store: PageStore, config: MkDocsConfig) -> File:
    """Return the generated file of a page, outside the navigation tree.

    A tree that holds every record makes the build quadratic.
    """
    src_uri = f"{page.address.rstrip('/') or 'index'}.md"
    file = _GeneratedFile.generated(config, src_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    if config.use_directory_urls:
        # As MkDocs works them out of the path.
        file.dest_uri, file.url = f"{page.address}index.html", quote(page.address) or "./"
    if page.source_path:
        # From docs/, which is where MkDocs' edit address starts.
        file.edit_uri = f"../{page.source_path}"
    HubPage(page, store, file, config)
    return file
