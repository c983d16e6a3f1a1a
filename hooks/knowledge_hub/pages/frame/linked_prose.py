"""Long texts of records as safe HTML, whose links to records and sources lead somewhere from where they stand."""

from markupsafe import Markup

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.citations.apa import source_address
from knowledge_hub.hub_pages import HUB_PAGE, HUB_PAGES
from knowledge_hub.prose import TOP_LEVEL, LinkResolver, ProseRenderer
from knowledge_hub.record_files.shelf import Shelf


class LinkedProse:
    """Renders the long texts of one library; setting a renderer up takes long, so there is one for each root."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._renderers: dict[str, ProseRenderer] = {}

    def render(self, markdown: str, root: str, shelf: Shelf | None = None, top: int = TOP_LEVEL) -> Markup:
        """Return a long text field as safe HTML, with links that start at `root`; one to nothing is plain words."""
        if root not in self._renderers:
            self._renderers[root] = ProseRenderer(_create_resolver(self._catalogue, root))
        return self._renderers[root].render(markdown, shelf, root, top)


def _create_resolver(catalogue: Catalogue, root: str) -> LinkResolver:
    # It must not know who keeps the renderer: nh3 hides it from Python's collector, and a circle would never be freed.
    def resolve(type_name: str, record_id: str) -> str | None:
        if type_name == "source":
            return source_address(record_id, root)
        if type_name == HUB_PAGE:
            return root + HUB_PAGES[record_id] if record_id in HUB_PAGES else None
        record = catalogue.get(type_name, record_id)
        return root + record.address if record else None

    return resolve
