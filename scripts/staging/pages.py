"""Pages as Markdown files: front matter, and finished HTML that every Markdown reader takes as it is."""

import re
from collections.abc import Iterable

import yaml
from markupsafe import Markup

from knowledge_hub.pages import Page, Site, render_guide_ending
from knowledge_hub.pages.frame.citation import cite_record
from knowledge_hub.pages.frame.page import root_from
from knowledge_hub.pages.frame.problem_report import create_report_address
from knowledge_hub.publishing.publication import Publication

_BLANK_LINE = re.compile(r"\n([ \t]*)\n")
# What stands at the end of every page has these two.
_COMMON_SCRIPTS = ("page-actions", "print")


def render_page(site: Site, page: Page) -> str:
    """Return a page as front matter and one block of HTML.

    A page brings its own contents, and the way to the sections is in the bar above it, so columns at its sides
    would only take its room.
    """
    facts: dict[str, object] = {"title": page.title, "description": page.description, "hide": ["navigation", "toc"]}
    if not page.address:
        del facts["title"]  # The home page has the name of the site.
    if not page.is_indexed:
        facts["search"] = {"exclude": True}
    front_matter = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=10_000)
    actions = _render_actions(site, page.address, page.title, page.source_path, page.citation)
    return f"---\n{front_matter}---\n\n{_html_block(page.address, [page.html, actions], page.scripts)}"


def render_hand_written(publication: Publication, relative: str, text: str) -> str:
    """Return a hand-written page as it is; a guide gets what it rests on and is connected to at its end."""
    folder, _, name = relative.rpartition("/")
    guide = publication.guide(name.removesuffix(".md")) if folder == "guides" else None
    if guide is None:
        return text
    site = publication.site
    citation = cite_record(guide, site.catalogue.contributors)
    actions = _render_actions(site, guide.address, guide.title, f"docs/{relative}", citation)
    return f"{text.rstrip()}\n\n{_html_block(guide.address, [render_guide_ending(site, guide), actions])}"


def _render_actions(site: Site, address: str, title: str, source_path: str | None, citation: str) -> Markup:
    """Return what a reader can do with a page, as the hub's own shell shows it."""
    contact, settings = site.settings.contact, site.settings
    edit_url = f"{contact.repository}/edit/{contact.branch}/{source_path}" if contact.repository and source_path else ""
    page_url = f"{settings.site_url}{address}" if settings.site_url else ""
    meta = {"hub_citation": citation, "hub_report": create_report_address(edit_url, title, page_url)}
    page = {"is_homepage": not address, "meta": meta, "canonical_url": page_url, "edit_url": edit_url}
    return site.render("page-actions", page=page, config={"site_name": settings.site_name})


def _html_block(address: str, parts: Iterable[str], scripts: Iterable[str] = ()) -> str:
    """Return finished HTML with its scripts as one block of Markdown.

    A blank line would end the block in CommonMark, so its line break is written as a character reference.
    What tells the styles that scripts work comes first, so that nobody reads for a moment that they don't.
    """
    assets = f"{root_from(address)}assets/hub/"
    modules = [f'<script type="module" src="{assets}{name}.js"></script>' for name in (*_COMMON_SCRIPTS, *scripts)]
    # Markup is a str that would escape the reference.
    whole = "\n".join(str(part).strip() for part in parts if part.strip())
    block = "\n".join([_BLANK_LINE.sub(r"\n\1&#10;", whole), *modules])
    return f'<div class="hub-page">\n<script src="{assets}theme-init.js"></script>\n{block}\n</div>\n'
