"""The contributors as data: those who have a page, with what it shows."""

from collections.abc import Mapping

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.json_text import JsonWriter, write_text
from knowledge_hub.data.public_fields import choose, public_fields
from knowledge_hub.records import Contributor

_OWN = choose(field for field in public_fields(Contributor) if field.name != "id")


def public_contributors(catalogue: Catalogue) -> Mapping[str, Contributor]:
    """Return by id the people and organizations whom readers see; whoever opted out isn't among them."""
    return {person.contributor.id: person.contributor for person in catalogue.people}


def create_contributor_text(contributor: Contributor, writer: JsonWriter) -> str:
    """Return a contributor as a JSON object, with the address of the page; the url is the contributor's own."""
    first = f'"id":{write_text(contributor.id)},"address":{write_text(contributor.address)}'
    return f"{{{first},{writer.write_fields(contributor.__dict__, _OWN)}}}"
