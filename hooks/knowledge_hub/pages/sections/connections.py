"""What is connected to a record: as a list, and as a small picture below it."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.pages.frame.abbreviations import Piece
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record
from knowledge_hub.templating.compiling import ESCAPED, escape_value
from knowledge_hub.visuals.connections import can_be_drawn, draw_cross_links, draw_nodes
from knowledge_hub.words.words import count_words

_NEXT = "</span></li>\n"


class ConnectionGroup(NamedTuple):
    """The connected records of one type, as finished entries of a list."""

    title: str
    items: Markup


def create_connections_part(site: Site, root: str, record: Record, left_out: Collection[str]) -> Piece | None:
    """Return list and picture of what is connected to a record as a piece of its page, None where nothing is.

    Nothing in the list is spelled out: there are links, and reasons that are read with them.
    """
    groups = connection_groups(site, root, record, left_out)
    if not groups:
        return None
    html = site.render("connections", groups=groups).encode()
    picture = draw_connections(site, record)
    return Piece(html + picture.html, picture.names) if picture else Piece(html, ())


def connection_groups(site: Site, root: str, record: Record, left_out: Collection[str]) -> list[ConnectionGroup]:
    """Return the connections by type, without the types that the body shows already."""
    catalogue = site.catalogue
    reasons = catalogue.reasons_of(record)
    groups = [
        ConnectionGroup(
            site.text(f"types.{type_name}.many"),
            _list_all(site, root, [(place, reasons[place]) for place in places]),
        )
        for type_name, places in catalogue.places_by_type(record).items()
        if type_name not in left_out
    ]
    if related := catalogue.related(record):
        groups.append(ConnectionGroup(site.text("record.related"), _list_all(site, root, related.items())))
    return groups


def _list_all(site: Site, root: str, connected: Iterable[tuple[int, str]]) -> Markup:
    """Return the entries of connected records, each known by its place in the catalogue and its reason."""
    # There are so many that a template would take twice as long.
    starts = site.entry_starts[root]
    items = [(starts.get(place) or _start_entry(site, root, place)) + ESCAPED[reason] for place, reason in connected]
    return Markup(f"{_NEXT.join(items)}</span></li>")  # noqa: S704 -- escaped above


def _start_entry(site: Site, root: str, place: int) -> str:
    """Return an entry up to its reason; a record is connected to many."""
    record = site.catalogue.records[place]
    link = f'<a href="{escape_value(root + record.address)}">{escape_value(record.title)}</a>'
    start = site.entry_starts[root][place] = f'<li>{link} <span class="hub-connections__reason">'
    return start


def draw_connections(site: Site, record: Record) -> Piece | None:
    """Return the small picture of what surrounds a record, below the list that says the same.

    It is None where there are too few or too many connections for one.
    """
    places = site.catalogue.reasons_of(record)
    if not can_be_drawn(len(places)):
        return None
    groups = site.catalogue.places_by_type(record)
    types = tuple([type_name for type_name, group in groups.items() for _ in group])
    labels = site.labels_in_drawings
    pairs = site.catalogue.find_pairs(record)
    told = count_words(len(pairs), "pair of them is", "pairs of them are")
    cross_links = draw_cross_links(len(types), pairs)
    frame = site.connection_frames.find(len(types), tuple(groups), has_cross_links=bool(cross_links))
    return frame.fill(
        [
            escape_value(record.title),
            told,
            *([cross_links] if cross_links else ()),
            draw_nodes(types),
            *[labels[place] for place in places],
        ]
    )
