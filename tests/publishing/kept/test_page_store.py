"""Pages and files outside memory."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from knowledge_hub.pages import Page
from knowledge_hub.publishing.kept.page_store import FileStore, PageStore

_PATHS = st.sampled_from(["a.json", "b/c.xml", "d"])


@given(st.lists(st.tuples(_PATHS, st.none() | st.binary(max_size=20_000)), max_size=20))
def test_files_come_back_as_they_were(steps: list[tuple[str, bytes | None]]) -> None:
    """In whichever order they are written and read; one that is written again takes the place of the first."""
    store, expected = FileStore(), dict[str, bytes]()
    for path, content in steps:
        if content is not None:
            store[path] = expected[path] = content
        assert store.get(path) == expected.get(path)
    assert dict(store) == expected


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
