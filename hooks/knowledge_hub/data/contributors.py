"""Which contributors the data names: those that pages name."""

from collections.abc import Mapping

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.records import Contributor


def public_contributors(catalogue: Catalogue) -> Mapping[str, Contributor]:
    """Return by id the contributors that the citation of a published record names, in the order of their ids."""
    named = {author for record in catalogue.records for author in record.credit.authors}
    return {one: catalogue.contributors[one] for one in sorted(named)}
