"""The situations that readers come with, each the way into a pathway."""

from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.pathway_page import pathway_length
from knowledge_hub.records import Pathway


def find_situations(site: Site, root: str) -> list[dict[str, str]]:
    """Return the pathways that begin with a situation in a reader's words, in their order."""
    placed = [(pathway.on_home, pathway) for pathway in site.catalogue.of_type(Pathway) if pathway.on_home]
    return [
        {
            "href": root + pathway.address,
            "words": place.words,
            "text": place.text,
            "length": pathway_length(site, pathway),
        }
        for place, pathway in sorted(placed, key=lambda pair: (pair[0].order, pair[1].id))
    ]
