"""Pages outside memory."""

from markupsafe import Markup

from knowledge_hub.pages import Page
from knowledge_hub.publishing.kept.page_store import PageStore


def test_a_page_comes_back_with_its_head() -> None:
    """What is listed of it has neither."""
    store = PageStore()
    pages = {
        name: Page(address=name, title=name, description="", html=f"<p>{name}</p>", reviewed="", head=head)
        for name, head in {"one/": Markup("<meta>"), "two/": Markup(""), "": Markup("<link>")}.items()
    }
    for page in pages.values():
        listed = store.keep(page)
        assert (listed.address, listed.html, listed.head) == (page.address, "", "")
    for name in ("two/", "", "one/", "one/", "two/"):
        assert store.read(name) == (pages[name].head, pages[name].html)
        assert store.has_head(name) == bool(pages[name].head)
