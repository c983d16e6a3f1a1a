"""A hand-written page in docs/ that is no guide: what its front matter tells the hub, all of it optional."""

import datetime
from functools import cached_property
from typing import ClassVar

from knowledge_hub.records.common import Faceted
from knowledge_hub.records.fields import Day, Label, Line, Part

FACET_FIELDS = ("domains", "tiers", "levels", "disciplines", "settings", "stages", "places")


class OwnPageReview(Part):
    """When someone last checked the page, and when it is due again."""

    reviewed_on: Day
    review_by: Day | None = None
    owner: Label | None = None


class OwnPage(Faceted):
    """A page that a host wrote; with a facet it has a card on the pages that list that facet's records.

    `path` is its place below docs/. Its text is ordinary Markdown and isn't read here.
    """

    type: ClassVar[str] = "page"

    path: str
    title: Label
    summary: Line | None = None
    reviewed_on: Day | None = None
    review: OwnPageReview | None = None

    @cached_property
    def address(self) -> str:
        """The address of the page below the site's root; an index has that of its folder."""
        folder, _, name = self.path.removesuffix(".md").rpartition("/")
        parts = [folder] if name in ("index", "README") else [folder, name]
        return "".join(f"{part}/" for part in parts if part)

    @property
    def has_card(self) -> bool:
        """Whether lists of records show the page."""
        return any(self.facet_ids(name) for name in FACET_FIELDS)

    @property
    def last_review(self) -> datetime.date | None:
        """The day of the last check, None where the page tells none."""
        return self.review.reviewed_on if self.review else self.reviewed_on
