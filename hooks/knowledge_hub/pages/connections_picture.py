"""The small picture of what surrounds a record, below the list that says the same."""

from markupsafe import Markup

from knowledge_hub.pages.site import Site
from knowledge_hub.pages.wording import TYPE_WORDS, count_words
from knowledge_hub.records import Record
from knowledge_hub.visuals.connections import NODE_SHAPES, create_connections


def render_connections_picture(site: Site, record: Record) -> Markup:
    """Return the picture, "" where there are too few or too many connections for one."""
    neighbors = {(other.record.type, other.record.id): other.record for other in site.catalogue.connections(record)}
    linked_to = {
        key: frozenset((far.record.type, far.record.id) for far in site.catalogue.connections(neighbor))
        for key, neighbor in neighbors.items()
    }
    picture = create_connections({key: other.title for key, other in neighbors.items()}, linked_to)
    if picture is None:
        return Markup("")
    pairs = count_words(picture.pairs, "pair of them is", "pairs of them are")
    return site.render(
        "connections-picture",
        picture=picture,
        shapes=NODE_SHAPES,
        title=f"What is connected to “{record.title}”",
        description=f"{len(neighbors)} connections, as in the list above. {pairs} connected to each other too.",
        key=[{"type": name, "word": TYPE_WORDS[name].many} for name in picture.types],
    )
