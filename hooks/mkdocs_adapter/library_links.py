"""What the menus offer: of all that a hub can have, what this one has."""

from mkdocs.structure.files import Files, InclusionLevel

from knowledge_hub.pages.frame.interface_words import MORE_SECTIONS, SITE_REFERENCES, SITE_SECTIONS

Links = tuple[tuple[str, str], ...]

_MENUS = {
    "hub_sections": SITE_SECTIONS,
    "hub_more_sections": MORE_SECTIONS,
    "hub_references": SITE_REFERENCES,
}


def find_library_links(files: Files) -> dict[str, Links]:
    """Return for the theme the address and title of every page that is in `files`, by menu and in its order."""
    present = {file.dest_uri for file in files if file.inclusion.value > InclusionLevel.DRAFT.value}
    return {
        name: tuple((address, title) for address, title in links if f"{address}index.html" in present)
        for name, links in _MENUS.items()
    }
