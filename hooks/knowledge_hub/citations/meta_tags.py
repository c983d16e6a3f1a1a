"""What the <head> of a page tells reference managers of it.

The names are those that Google Scholar publishes and Zotero, Mendeley and others read:
https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
"""

from collections.abc import Iterator

from knowledge_hub.citations.work import Work


def find_meta_tags(work: Work) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of each <meta> element for a page of the hub; of several authors one each."""
    yield "citation_title", work.title
    # Zotero would take any other page with a title to cite for an article of a journal.
    yield "dc.type", "webpage"
    for name in (name.sorted for name in work.author):
        yield "citation_author", name
    facts = (
        ("citation_publication_date", work.issued.replace("-", "/")),
        ("citation_publisher", work.publisher or work.container_title),
        ("citation_language", work.language),
        ("citation_public_url", work.url),
        ("citation_fulltext_html_url", work.url),
    )
    yield from ((name, content) for name, content in facts if content)
