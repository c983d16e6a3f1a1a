"""A real build as reference managers meet it: tags in the head of a page, and files that its links lead to."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from support.builds import SITE_URL
from support.citation_readers import READERS

pytestmark = pytest.mark.slow

# A guide is hand-written, and a community's other pages are cited as the community is.
RECORDS = ("lessons/widen-the-team/", "guides/first-steps/", "communities/network/")
_NAMES = ("title", "author", "publication_date", "public_url")


@pytest.mark.parametrize("address", RECORDS)
def test_a_record_is_cited_alike_everywhere(tiny_site: Path, address: str) -> None:
    """Its tags and the files that it links to say the same title, authors, day and address."""
    soup = BeautifulSoup((tiny_site / address / "index.html").read_text(encoding="utf-8"), "html.parser")
    tags = {name: [meta["content"] for meta in soup.select(f"meta[name=citation_{name}]")] for name in _NAMES}
    links = [str(link["href"]) for link in soup.select(".hub-citation-files a[download]")]
    own = [link for link in links if ".sources." not in link]
    assert len(own) == len(READERS)
    for link in own:
        (told,) = READERS[link.rpartition(".")[2]]((tiny_site / address / link).read_bytes())
        assert told.address == f"{SITE_URL}{address}"
        assert [[told.title], [*told.authors], [told.date.replace("-", "/")], [told.address]] == [*tags.values()]
