"""What other sites show of a link to a page: Open Graph (ogp.me), which the cards of other networks read, too."""

import functools
from collections.abc import Iterator

from knowledge_hub.linked_data.hub import LinkedHub
from knowledge_hub.linked_data.node import LinkedPage

# Width and height of a card in points: what networks ask for a large picture.
CARD_SIZE = (1200, 630)
# The hub's own English is American.
_ENGLISH = "en_US"

# One <meta> element: which attribute names it, its name and what it says. Every page has about ten.
MetaTag = tuple[str, str, str]
_SIZES: tuple[MetaTag, ...] = (
    ("property", "og:image:width", str(CARD_SIZE[0])),
    ("property", "og:image:height", str(CARD_SIZE[1])),
)


def find_open_graph(hub: LinkedHub, page: LinkedPage, card: str = "") -> Iterator[MetaTag]:
    """Yield what a page says of itself to whoever links to it; `card` is the address of its card, "" for none.

    Addresses have to be whole there, so without `site_url` there is neither an address nor a card.
    """
    settings = hub.settings
    record = hub.find_record(page.address)
    article = record if record and record.address == page.address else None
    yield _property("og:type", "article" if article else "website")
    yield _property("og:title", page.title if page.address else settings.site_name)
    yield _property("og:site_name", settings.site_name)
    yield _property("og:locale", find_locale(settings.language))
    if description := page.description or settings.description:
        yield _property("og:description", description)
    if article and article.review:
        yield _property("article:modified_time", article.review.reviewed_on.isoformat())
    if settings.site_url:
        yield _property("og:url", hub.address_of(page.address))
        yield from _show_card(hub, card, record.title if record else settings.site_name)


def _show_card(hub: LinkedHub, card: str, words: str) -> Iterator[MetaTag]:
    yield "name", "twitter:card", "summary_large_image" if card else "summary"
    if card:
        yield _property("og:image", hub.address_of(card))
        yield from _SIZES
        yield _property("og:image:alt", words)


@functools.cache
def find_locale(language: str) -> str:
    """Return a language tag (BCP 47) as Open Graph writes it, with its region where it names one: pt-BR is pt_BR."""
    if language == "en":
        return _ENGLISH
    name, *subtags = language.split("-")
    regions = [tag.upper() for tag in subtags if len(tag) == 2]
    return "_".join([name, *regions[:1]])


def _property(name: str, content: str) -> MetaTag:
    return "property", name, content
