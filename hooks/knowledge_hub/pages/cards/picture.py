"""The picture on a case study's card, with the words that the study's text has for it."""

from collections.abc import Mapping
from typing import NamedTuple

from knowledge_hub.prose import find_links
from knowledge_hub.record_files.shelf import PictureCopy, PublishedPicture, Shelf
from knowledge_hub.records import CaseStudy, Record
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.records.walking import walk_prose


class CardPicture(NamedTuple):
    """A small picture: its address from where the card stands, its size in points, its words and its credit."""

    src: str
    copy: PictureCopy
    words: str
    credit: str


def find_card_picture(shelves: Mapping[str, Shelf], record: Record | OwnPage, root: str) -> CardPicture | None:
    """Return the picture on a record's card, None for a record that names none."""
    if not isinstance(record, CaseStudy) or not record.card_picture:
        return None
    picture = shelves.get(record.address, {}).get(record.card_picture)
    if not isinstance(picture, PublishedPicture):
        return None
    words = [
        link.words
        for _, text in walk_prose(record)
        for link in find_links(text)
        if link.is_picture and link.target == record.card_picture
    ]
    return CardPicture(root + picture.small.address, picture.small, words[0] if words else "", picture.credit)
