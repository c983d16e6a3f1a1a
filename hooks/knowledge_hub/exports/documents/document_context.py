"""What every document maker works with beside its record."""

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge_hub.citations.apa import author_names
from knowledge_hub.dates import date_words
from knowledge_hub.exports.documents.document import Block, Document, Imprint, image
from knowledge_hub.exports.documents.prose_blocks import create_blocks
from knowledge_hub.pages.cards.picture import find_card_picture
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.record_files.shelf import PublishedPicture
from knowledge_hub.records import Record

LICENCE = (
    "Licensed CC BY 4.0: share and adapt it, and say where it is from. "
    "This is information, not medical or legal advice."
)


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """The site with its look-ups; its settings say where the hub is published, and under which name."""

    site: Site

    @property
    def site_name(self) -> str:
        """The name of the hub."""
        return self.site.settings.site_name

    @property
    def site_url(self) -> str:
        """Where the hub is published, with a slash at its end; "" where that isn't known."""
        return self.site.settings.site_url

    def text(self, key: str) -> str:
        """Return the hub's words for a key."""
        return self.site.text(key)

    def document(self, record: Record, kind: str, title: str, summary: str, blocks: Iterable[Block]) -> Document:
        """Return a document about one record, with the record's imprint."""
        review = record.review
        reviewed = f"{self.text('record.reviewed')} {date_words(review.reviewed_on)}." if review else ""
        return Document(
            kind=kind,
            title=title,
            summary=summary,
            imprint=self.imprint(record.address, reviewed),
            blocks=tuple(blocks),
            source=self.site.catalogue.source_paths[record.type, record.id],
            author=self.authors(record),
        )

    def imprint(self, address: str, reviewed: str = "") -> Imprint:
        """Return the imprint of a document about the page at `address`."""
        help_line = self.site.settings.help
        return Imprint(self.site_name, self.address_of(address), LICENCE, reviewed, help_line.text, help_line.offer)

    def address_of(self, page: str) -> str:
        """Return the public address of a page by its address below the root, "" where the hub has none."""
        return f"{self.site_url}{page}" if self.site_url else ""

    def authors(self, record: Record) -> str:
        """Return who made a record, the hub where it names nobody."""
        return "; ".join(author_names(record, self.site.catalogue.contributors)) or self.site_name

    def prose(self, markdown: str | None, record: Record, *, level: int = 2) -> list[Block]:
        """Return a long text field of a record as blocks, with its pictures, and with links to the published site."""
        if not markdown:
            return []
        shelf = self.site.shelves.get(record.address, {}).values()
        copies = (thing.large for thing in shelf if isinstance(thing, PublishedPicture))
        pictures = {self.site_url + copy.address: copy for copy in copies}
        return create_blocks(self.site.prose(markdown, self.site_url, record), level=level, pictures=pictures)

    def card_picture(self, record: Record) -> list[Block]:
        """Return the picture on a record's card, nothing where it has none."""
        picture = find_card_picture(self.site.shelves, record, "")
        if picture is None:
            return []
        copy = picture.copy
        return [image(copy.content, (copy.width, copy.height), picture.words, picture.credit)]

    def href(self, record: Record) -> str:
        """Return the public address of a record's page, "" where the hub has none."""
        return self.address_of(record.address)
