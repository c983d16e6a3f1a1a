"""A hand-written page on its way through MkDocs; a guide gets the frame of a record."""

from mkdocs.structure.pages import Page

from knowledge_hub.pages import Heading, render_guide
from knowledge_hub.pages.frame.citation import cite_record
from knowledge_hub.pages.frame.problem_report import create_report_address
from knowledge_hub.publishing.blocked import find_blocked
from knowledge_hub.publishing.publication import Publication
from mkdocs_adapter.site_settings import tell


def finish_page(html: str, page: Page, publication: Publication) -> str:
    """Return the content of a page: a guide's inside its frame, every other as it is."""
    if not hasattr(page, "hub"):
        tell(find_blocked(html, f"docs/{page.file.src_uri}", page.markdown or "", publication.site.settings.outside))
        page.update_date = publication.site.catalogue.newest_review
    page.meta["hub_report"] = create_report_address(page.edit_url, str(page.title), page.canonical_url)
    folder, _, name = page.file.src_uri.rpartition("/")
    guide = publication.guide(name.removesuffix(".md")) if folder == "guides" else None
    if guide is None:
        return html
    sections = page.toc.items[0].children if page.toc.items else []
    contents = tuple(Heading(item.id, item.title) for item in sections)
    citation = cite_record(guide, publication.site.catalogue.contributors)
    page.meta.update(title=guide.title, description=guide.summary, hub_citation=citation, hub_frame=True)
    return render_guide(publication.site, guide, html, contents)
