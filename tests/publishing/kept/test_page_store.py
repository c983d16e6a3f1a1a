"""Pages outside memory."""

from markupsafe import Markup

from knowledge_hub.pages import Page
from knowledge_hub.publishing.kept.page_store import PageStore


def test_a_page_comes_back_with_its_head() -> None:
    """What is listed of it has neither."""
    store = PageStore()
    pages = {
        name: Page(address=name, title=name, description="", content=f"<p>{name}</p>".encode(), reviewed="", head=head)
        for name, head in {"one/": Markup("<meta>"), "two/": Markup(""), "": Markup("<link>")}.items()
    }
    for page in pages.values():
        listed = store.keep(page)
        assert (listed.address, listed.html, listed.head) == (page.address, "", "")
    for name in ("two/", "", "one/", "one/", "two/"):
        assert store.read(name) == (pages[name].head, pages[name].html)
        assert store.has_head(name) == bool(pages[name].head)


def test_a_page_is_made_once_it_is_asked_for() -> None:
    """Whoever writes it asks once; whoever reads it as text asks again, and it isn't made twice for them."""
    store = PageStore()
    whole = Page(
        address="one/", title="One", description="", content="<p>é</p>".encode(), reviewed="", head=Markup("<meta>")
    )
    asked: list[str] = []

    def finish() -> Page:
        asked.append("one/")
        return whole

    outline = whole._replace(content=b"", head=Markup(""))
    assert store.put_off(b"key", outline, finish) == outline
    assert (store.has("one/"), store.has_head("one/"), store.mark("one/"), asked) == (True, True, b"key", [])
    assert store.read_bytes("one/") == (b"<meta>", "<p>é</p>".encode())
    store.keep(whole._replace(address="two/"))
    for name in ("one/", "two/", "one/"):
        assert store.read(name) == (whole.head, whole.html)
    assert (store.read_bytes("one/"), store.mark("one/")) == ((b"<meta>", "<p>é</p>".encode()), b"key")
    assert asked == ["one/", "one/"]
