"""The small picture of what surrounds a record, below the list that says the same."""

from markupsafe import Markup

from knowledge_hub.pages.frame.interface_words import TYPE_WORDS, count_words
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record
from knowledge_hub.visuals.connections import can_be_drawn, create_connections, draw_node


def render_connections_picture(site: Site, record: Record) -> Markup:
    """Return the picture, "" where there are too few or too many connections for one."""
    neighbors = [connection.record for connection in site.catalogue.connections(record)]
    if not can_be_drawn(len(neighbors)):
        return Markup("")
    pairs = site.catalogue.find_pairs(neighbors)
    picture = create_connections([(other.type, other.title) for other in neighbors], pairs)
    told = count_words(len(pairs), "pair of them is", "pairs of them are")
    return site.render(
        "connections-picture",
        picture=picture,
        title=f"What is connected to “{record.title}”",
        description=f"{len(neighbors)} connections, as in the list above. {told} connected to each other too.",
        key=[{"path": draw_node(name, (8, 8)), "word": TYPE_WORDS[name].many} for name in picture.types],
    )
