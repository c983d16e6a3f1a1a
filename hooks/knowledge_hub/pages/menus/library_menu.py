"""The hub's own menus: what header and footer can offer of the library; an adapter knows which of it there is."""

from knowledge_hub.hub_pages import RUN_CHART_MAKER
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.words.words import Words, read_defaults

# Address and label of each entry.
Links = tuple[tuple[str, str], ...]

_GROUP = "menu."
_LAST = "browse"
_MORE = {
    "change-packages/": "footer.change_packages",
    RUN_CHART_MAKER: "run_chart_maker.title",
    "my-list/": "my_list.title",
}
_REFERENCES = {
    "models/": "footer.models",
    "glossary/": "reference.glossary",
    "sources/": "reference.sources",
    "coverage/": "coverage.title",
    "contribute/": "footer.contribute",
    "about/": "footer.about_hub",
    "accessibility/": "footer.accessibility",
    "host/": "footer.host_guide",
}


def create_library_menus(words: Words) -> dict[str, Links]:
    """Return the main menu, what the footer has besides of the library, and what it has about the library."""
    return {
        "hub_sections": _create_sections(words),
        "hub_more_sections": tuple((address, words.text(key)) for address, key in _MORE.items()),
        "hub_references": tuple((address, words.text(key)) for address, key in _REFERENCES.items()),
    }


def _create_sections(words: Words) -> Links:
    """Return the sections in the order of words.yml, then types that it doesn't know."""
    known = [key.removeprefix(_GROUP) for key in read_defaults() if key.startswith(_GROUP)]
    own = [cls.folder for cls in RECORD_TYPES if cls.folder not in known]
    folders = [*(name for name in known if name != _LAST), *own, _LAST]
    labels = {cls.folder: words.text(f"types.{cls.type}.many") for cls in RECORD_TYPES}
    return tuple((f"{folder}/", words.find(f"menu.{folder}") or labels[folder]) for folder in folders)
