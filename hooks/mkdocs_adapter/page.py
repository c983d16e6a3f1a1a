"""A finished page of the core as a MkDocs page: MkDocs neither reads nor converts it."""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents

from knowledge_hub.pages import Page

_ID = re.compile(r'\bid="([^"]+)"')
_STEP_BACK = re.compile(r"[^/]+/\.\./")


class HubPage(MkDocsPage):
    """MkDocs' view of one generated page."""

    def __init__(self, hub: Page, file: File, config: MkDocsConfig) -> None:
        self.hub = hub
        super().__init__(hub.title, file, config)
        if self.edit_url:
            self.edit_url = _STEP_BACK.sub("", self.edit_url)
        self.update_date = hub.reviewed
        # What address this page has in another language, to which the shell adds only the root.
        self.shown_url = self.url
        self.meta = {"title": hub.title, "description": hub.description, "hub_citation": hub.citation}

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the finished HTML."""
        self.content = self.hub.html
        # Its contents are in its HTML; plugins expect a table all the same.
        self.toc = TableOfContents([])
        if self.file.src_uri in _LINKED_BY_FRAGMENT:
            self.present_anchor_ids = set(_ID.findall(self.hub.html))


# Guides link to single entries of these, so MkDocs checks the fragments.
_LINKED_BY_FRAGMENT = frozenset({"glossary.md", "sources.md"})


def create_file(page: Page, config: MkDocsConfig) -> File:
    """Return the generated file of a page, outside the navigation tree.

    A tree that holds every record makes the build quadratic.
    """
    src_uri = f"{page.address.rstrip('/') or 'index'}.md"
    file = File.generated(config, src_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    if page.source_path:
        # From docs/, which is where MkDocs' edit address starts.
        file.edit_uri = f"../{page.source_path}"
    HubPage(page, file, config)
    return file
