"""A hand-written page on its way through MkDocs: a guide gets the frame of a record, any other that of a page."""

import datetime
import html

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from knowledge_hub.catalogue.catalogue import find_newest_review
from knowledge_hub.citations.apa import cite_record
from knowledge_hub.pages import Heading, render_guide, render_own_page
from knowledge_hub.pages.frame.feedback import create_feedback
from knowledge_hub.pages.frame.finishing import find_scripts
from knowledge_hub.pages.frame.head import Subject, create_head
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.own_page import PageDate, create_change
from knowledge_hub.pages.search.hand_written import HandWritten
from knowledge_hub.pages.sections.citation_files import render_citation_files
from knowledge_hub.publishing.blocked import find_blocked
from knowledge_hub.publishing.publication import Publication
from knowledge_hub.records import Guide
from knowledge_hub.records.own_page import OwnPage
from mkdocs_adapter.generated.page import UNKNOWN_DAY, HubPage
from mkdocs_adapter.inclusion import is_published
from mkdocs_adapter.site_settings import tell

# What the plugin git-revision-date-localized writes into a page's facts.
_GIT_DATE = "git_revision_date_localized_raw_iso_date"


def finish_page(body: str, page: Page, publication: Publication) -> str:
    """Return the content of a page: a hand-written one's inside its frame, a generated one's as it is."""
    add_feedback(page, publication)
    if isinstance(page, HubPage):
        return body
    tell(find_blocked(body, f"docs/{page.file.src_uri}", page.markdown or "", publication.site.settings.outside))
    guide = _find_guide(page, publication)
    finished = _finish_guide(body, page, guide, publication) if guide else _finish_own_page(body, page, publication)
    head = create_head(publication.site, _find_subject(page, guide))
    page.meta.update(hub_frame=True, hub_scripts=find_scripts(finished), hub_head=head)
    return finished


def add_feedback(page: Page, publication: Publication) -> None:
    """Tell a page's shell where its readers write about it."""
    feedback = create_feedback(publication.site, str(page.title), page.canonical_url)
    page.meta.update(hub_email=feedback.email, hub_issue=feedback.issue)


def find_text(body: str, page: Page, publication: Publication) -> list[HandWritten]:
    """Return what search is told of a page: of a published hand-written one its text, of any other nothing."""
    if isinstance(page, HubPage) or not is_published(page.file) or _is_list(page):
        return []
    item = _find_guide(page, publication) or _find_own_page(page, publication)
    return [HandWritten("" if page.url == "./" else page.url, item, body)]


def is_own_page(file: File) -> bool:
    """Tell whether a page was written by hand and is no guide."""
    return not isinstance(file.page, HubPage) and not file.src_uri.startswith("guides/")


def check_addresses(files: Files, publication: Publication) -> None:
    """Raise PluginError for a page with a card that isn't where the card would lead."""
    for own in publication.site.catalogue.own_pages:
        file = files.get_file_from_path(own.path)
        is_there = file is not None and is_published(file) and file.url in (own.address, own.address or "./")
        if own.has_card and not is_there:
            raise PluginError(
                f"docs/{own.path} has facets, so it would get a card in the lists, but it isn't published at "
                f"{own.address}, where the card would lead. Take the facets out of it, or publish it as a page."
            )


def _finish_guide(body: str, page: Page, guide: Guide, publication: Publication) -> str:
    citation = cite_record(guide, publication.site.catalogue.contributors)
    files = render_citation_files(publication.site, guide.address, guide)
    page.meta.update(title=guide.title, description=guide.summary, hub_citation=citation, hub_citation_files=files)
    page.update_date = find_newest_review([guide]) or UNKNOWN_DAY
    return render_guide(publication.site, guide, body, _find_contents(page))


def _finish_own_page(body: str, page: Page, publication: Publication) -> str:
    own = _find_own_page(page, publication)
    if own.summary:
        page.meta.setdefault("description", own.summary)
    hidden = page.meta.get("hide") or ()
    contents = () if "toc" in hidden else _find_contents(page)
    # The day of the build is no date of a list.
    changed = None if _is_list(page) else _find_change(publication.site, page)
    # MkDocs would say that each page was changed on the day of the build.
    page.update_date = max(find_newest_review([own]), changed.iso if changed else UNKNOWN_DAY)
    return render_own_page(publication.site, own, body, contents, changed=changed)


def _find_subject(page: Page, guide: Guide | None) -> Subject:
    """Return what the page is about, once its title and description are known."""
    return Subject(
        address="" if page.url == "./" else page.url,
        title=html.unescape(str(page.meta.get("title") or page.title)),
        description=str(page.meta.get("description") or ""),
        record=guide,
    )


def _find_guide(page: Page, publication: Publication) -> Guide | None:
    folder, _, name = page.file.src_uri.rpartition("/")
    return publication.guide(name.removesuffix(".md")) if folder == "guides" else None


def _find_own_page(page: Page, publication: Publication) -> OwnPage:
    return publication.own_page(page.file.src_uri) or OwnPage(path=page.file.src_uri, title=str(page.title))


def _is_list(page: Page) -> bool:
    """Tell whether a plugin made the page to list others, which are found by themselves."""
    return page.meta.get("template") == "blog.html"


def _find_change(site: Site, page: Page) -> PageDate | None:
    """Return the date that a plugin gives a page: the blog's of a post, Git's of any other."""
    if post := getattr(page, "config", None):
        return create_change(site, post.date.created.date(), is_post=True)
    if changed := page.meta.get(_GIT_DATE):
        return create_change(site, datetime.date.fromisoformat(str(changed)), is_post=False)
    return None


def _find_contents(page: Page) -> tuple[Heading, ...]:
    """Return the sections of a page: what stands below its first heading, or at the top where it has none."""
    top = page.toc.items
    sections = top[0].children if len(top) == 1 and top[0].level == 1 else top
    return tuple(Heading(item.id, html.unescape(item.title)) for item in sections)
