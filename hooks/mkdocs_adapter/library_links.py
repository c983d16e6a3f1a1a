"""What the menus offer of the library: of all that a hub can have, what this one has."""

from mkdocs.structure.files import Files

from knowledge_hub.pages.menus.library_menu import Links, create_library_menus
from knowledge_hub.words.words import Words
from mkdocs_adapter.inclusion import is_published


def find_library_links(files: Files, words: Words) -> dict[str, Links]:
    """Return for the theme the address and title of every page that is in `files`, by menu and in its order."""
    present = {file.dest_uri for file in files if is_published(file)}
    return {
        name: tuple((address, title) for address, title in links if _file_of(address) in present)
        for name, links in create_library_menus(words).items()
    }


def _file_of(address: str) -> str:
    return f"{address}index.html" if address.endswith("/") else address
