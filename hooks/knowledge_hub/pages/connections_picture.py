"""The small picture of what surrounds a record, below the list that says the same."""

from itertools import combinations

from markupsafe import Markup

from knowledge_hub.pages.site import Site
from knowledge_hub.pages.wording import TYPE_WORDS, count_words
from knowledge_hub.records import Record
from knowledge_hub.visuals.connections import NODE_SHAPES, can_be_drawn, create_connections


def render_connections_picture(site: Site, record: Record) -> Markup:
    """Return the picture, "" where there are too few or too many connections for one."""
    neighbors = [connection.record for connection in site.catalogue.connections(record)]
    if not can_be_drawn(len(neighbors)):
        return Markup("")
    pairs = [
        (first, second)
        for first, second in combinations(range(len(neighbors)), 2)
        if site.catalogue.are_connected(neighbors[first], neighbors[second])
    ]
    picture = create_connections([(other.type, other.title) for other in neighbors], pairs)
    told = count_words(len(pairs), "pair of them is", "pairs of them are")
    return site.render(
        "connections-picture",
        picture=picture,
        shapes=NODE_SHAPES,
        title=f"What is connected to “{record.title}”",
        description=f"{len(neighbors)} connections, as in the list above. {told} connected to each other too.",
        key=[{"type": name, "word": TYPE_WORDS[name].many} for name in picture.types],
    )
