"""Where something else searches a site, nothing of it leads to the hub's own search."""

from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import create_publication
from support.builds import TINY
from support.fixed_day import TODAY


def test_no_page_promises_the_own_search() -> None:
    """No search page, no box, no link with filters, nothing for an index that isn't there."""
    guides = TINY / "docs" / "guides"
    with_search = create_publication(TINY / "content", guides, Plan(today=TODAY))
    without = create_publication(TINY / "content", guides, Plan(today=TODAY, has_search=False))
    left_out = {page.address for page in with_search.pages} - {page.address for page in without.pages}
    assert left_out == {"search/"}
    for traces in ("search/?", 'action="./search/"', "hub-search-box"):
        assert any(traces in page.html for page in with_search.pages)
        assert [page.address for page in without.pages if traces in page.html] == []
