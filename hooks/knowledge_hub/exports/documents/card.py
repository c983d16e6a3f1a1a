"""What stands on the picture that other sites show with a link to a record, or to the hub."""

import json
from dataclasses import asdict, dataclass

from knowledge_hub.catalogue.facets import NOT_STATED, get_facet
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record
from knowledge_hub.settings.palette import DEFAULT

# More names of places would not be read.
_MOST_PLACES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The words of a card, "" for what is left out, and its language and colors."""

    kind: str
    title: str
    place: str
    hub: str
    language: str
    primary: str
    on_primary: str
    mark: str

    def as_json(self) -> str:
        """Return all of it, the same text for the same card."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def create_record_card(site: Site, record: Record) -> Card:
    """Return the card of a record; one that isn't documented says what it is."""
    status = record.evidence.status
    kinds = [site.type_word(record)] + ([] if status == "documented" else [site.label("evidence-status", status)])
    places = [place for place in record.facet_ids(get_facet("state").field) if place != NOT_STATED]
    return _create_card(
        site,
        kind=" · ".join(kinds),
        title=record.title,
        place=site.labels("places", places) if len(places) <= _MOST_PLACES else "",
    )


def create_hub_card(site: Site) -> Card:
    """Return the card of every page that has none of its own."""
    return _create_card(site, kind="", title=site.settings.home.heading or site.text("home.heading"), place="")


def _create_card(site: Site, *, kind: str, title: str, place: str) -> Card:
    colors = (site.settings.palette or DEFAULT).light
    return Card(
        kind=kind,
        title=title,
        place=place,
        hub=site.settings.site_name,
        language=site.settings.language,
        primary=str(colors.primary),
        on_primary=str(colors.on_primary),
        mark=str(colors.mark),
    )
