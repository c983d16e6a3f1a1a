"""The small drawing on a record's card, with its words where it says more than the facts below it."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import CaseStudy, Community, Record, Role
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.visuals.measure_series import create_series
from knowledge_hub.visuals.thumbnail import Place, Thumbnail, TileMap, draw_chart, draw_seats


class CardDrawing(NamedTuple):
    """A drawing, and what it shows in words; "" where the facts of the card say it."""

    picture: Thumbnail
    words: str = ""


class CardDrawings:
    """The drawings of one library; places that many records have in common are drawn once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._maps: dict[tuple[str, ...], CardDrawing | None] = {}

    def find(self, record: Record | OwnPage) -> CardDrawing | None:
        """Return how a measure ran, else where it was, else who is at the table; None for what has none of them."""
        catalogue = self._catalogue
        match record:
            case CaseStudy() | Community():
                return _draw_chart(catalogue, record) or self._find_map(record) or _draw_table(catalogue, record)
            case Role():
                return _draw_seats(catalogue, ((record.discipline, level) for level in record.levels))
        return None

    @cached_property
    def _map(self) -> TileMap:
        return TileMap(self._catalogue.vocabularies["places"].terms)

    def _find_map(self, record: Record) -> CardDrawing | None:
        places = record.facet_ids("places")
        if places not in self._maps:
            picture = self._map.draw(places)
            self._maps[places] = CardDrawing(picture) if picture else None
        return self._maps[places]


def _draw_chart(catalogue: Catalogue, record: CaseStudy | Community) -> CardDrawing | None:
    for measure in record.measures:
        if picture := draw_chart(create_series(measure)):
            return CardDrawing(picture, catalogue.words.text("cards.chart", name=measure.name))
    return None


def _draw_table(catalogue: Catalogue, record: CaseStudy | Community) -> CardDrawing | None:
    """Return who was at the table of a case study."""
    seats = list(find_seats(catalogue, record)) if isinstance(record, CaseStudy) else []
    drawing = _draw_seats(catalogue, seats)
    if drawing is None:
        return None
    present = {discipline for discipline, _ in seats}
    terms = catalogue.vocabularies["disciplines"].terms
    who = ", ".join(term.label.text() for term in terms if term.id in present)
    return CardDrawing(drawing.picture, catalogue.words.text("cards.table", who=who))


def find_seats(catalogue: Catalogue, study: CaseStudy) -> Iterator[Place]:
    """Yield discipline and level of each participant; those of a role are written in its own record."""
    for participant in study.participants:
        role = catalogue.get(Role.type, participant.role or "")
        known = role if isinstance(role, Role) else None
        discipline = participant.discipline or (known.discipline if known else "")
        level = participant.level or (known.levels[0] if known and len(known.levels) == 1 else "")
        if discipline and level:
            yield discipline, level


def _draw_seats(catalogue: Catalogue, taken: Iterator[Place] | list[Place]) -> CardDrawing | None:
    vocabularies = catalogue.vocabularies
    picture = draw_seats(vocabularies["disciplines"].terms, vocabularies["levels"].terms, taken)
    return CardDrawing(picture) if picture else None
