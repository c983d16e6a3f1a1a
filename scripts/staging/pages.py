"""Pages as Markdown files: front matter, and finished HTML that every Markdown reader takes as it is."""

import posixpath
import re
from collections.abc import Collection, Iterable
from pathlib import PurePosixPath

import yaml
from markupsafe import Markup

from knowledge_hub.citations.apa import cite_record
from knowledge_hub.pages import Page, Site, render_guide_ending
from knowledge_hub.pages.frame.feedback import create_feedback
from knowledge_hub.pages.frame.page import root_from
from knowledge_hub.pages.sections.citation_files import render_citation_files
from knowledge_hub.publishing.publication import Publication

_BLANK_LINE = re.compile(r"\n([ \t]*)\n")
# An address in a Markdown link, picture or reference; those with a scheme, from the root or on the page itself stay.
_ADDRESS = re.compile(r"(\]\(\s*<?|^\[[^\]]+\]:\s*<?)(?![a-zA-Z][\w+.-]*:|/|#)([^)\s>#]+)", re.MULTILINE)
# What stands at the end of every page has these.
_COMMON_SCRIPTS = ("page-actions", "print", "my-list/list-control")


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
    actions = _render_actions(site, page.address, page.title, page.source_path, page.citation, page.citation_files)
    return f"---\n{front_matter}---\n\n{_html_block(page.address, [page.html, actions], page.scripts)}"


def render_hand_written(publication: Publication, relative: str, text: str, pages: Collection[str]) -> str:
    """Return a hand-written page, its links to `pages` and files as seen from its new place.

    A guide gets what it rests on and is connected to at its end.
    """
    folder, _, name = relative.rpartition("/")
    guide = publication.guide(name.removesuffix(".md")) if folder == "guides" else None
    text = _move_links(relative, text, pages)
    if guide is None:
        return text
    site = publication.site
    citation = cite_record(guide, site.catalogue.contributors)
    files = render_citation_files(site, guide.address, guide)
    actions = _render_actions(site, guide.address, guide.title, f"docs/{relative}", citation, files)
    return f"{text.rstrip()}\n\n{_html_block(guide.address, [render_guide_ending(site, guide), actions])}"


def find_place(path: str) -> str:
    """Return where a page of docs/ is staged: every page is the index of its own folder.

    So an address means the same from the file as from the finished page. MkDocs leaves addresses in HTML as they
    are, and Zensical takes them as seen from the file.
    """
    pure = PurePosixPath(path)
    if pure.stem in ("index", "README"):
        return path
    return (pure.with_suffix("") / "index.md").as_posix()


def _move_links(path: str, text: str, pages: Collection[str]) -> str:
    up = "" if find_place(path) == path else "../"

    def move(match: re.Match[str]) -> str:
        target = match[2]
        is_page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) in pages
        return f"{match[1]}{up}{find_place(target) if is_page else target}"

    return _ADDRESS.sub(move, text)


def _render_actions(
    site: Site, address: str, title: str, source_path: str | None, citation: str, citation_files: Markup
) -> Markup:
    """Return what a reader can do with a page, as the hub's own shell shows it."""
    contact, settings = site.settings.contact, site.settings
    edit_url = f"{contact.repository}/edit/{contact.branch}/{source_path}" if contact.repository and source_path else ""
    page_url = f"{settings.site_url}{address}" if settings.site_url else ""
    feedback = create_feedback(site, title, page_url)
    meta = {
        "hub_citation": citation,
        "hub_citation_files": citation_files,
        "hub_email": feedback.email,
        "hub_issue": feedback.issue,
    }
    page = {"is_homepage": not address, "url": address, "meta": meta, "canonical_url": page_url, "edit_url": edit_url}
    config = {"site_name": settings.site_name, "extra": {"hub_settings": settings}}
    parts = (
        site.render(name, page=page, root=root_from(address), config=config) for name in ("page-actions", "feedback")
    )
    return Markup("\n").join(parts)


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
