"""The hub's own menus: what header and footer can offer of the library; an adapter knows which of it there is."""

from collections.abc import Mapping

from knowledge_hub.citations.files import CITE
from knowledge_hub.data.places import DATA_PAGE
from knowledge_hub.feeds.places import WHATS_NEW
from knowledge_hub.hub_pages import RUN_CHART_MAKER
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.words.words import Words, read_defaults

# Address and label of each entry.
Links = tuple[tuple[str, str], ...]

_GROUP = "menu."
_LAST = "browse"
_MORE = {
    WHATS_NEW: "news.title",
    "change-packages/": "footer.change_packages",
    RUN_CHART_MAKER: "run_chart_maker.title",
    "my-list/": "my_list.title",
    "playbook.pdf": "footer.playbook",
}
# What the main menu has behind one word, so that it stays a line.
_BEHIND_MORE = {"models/": "footer.models", **_MORE, "contribute/": "footer.contribute"}
_REFERENCES = {
    "models/": "footer.models",
    "glossary/": "reference.glossary",
    "sources/": "reference.sources",
    CITE: "cite.title",
    "coverage/": "coverage.title",
    "about/statistics/": "statistics.title",
    DATA_PAGE: "data.title",
    "contribute/": "footer.contribute",
    "about/": "footer.about_hub",
    "thanks/": "thanks.title",
    "accessibility/": "footer.accessibility",
    "host/": "footer.host_guide",
}


def create_library_menus(words: Words) -> dict[str, Links]:
    """Return the main menu, what stands behind its last word, and what the footer has of and about the library."""
    return {
        "hub_sections": _create_sections(words),
        "hub_behind_more": _name(words, _BEHIND_MORE),
        "hub_more_sections": _name(words, _MORE),
        "hub_references": _name(words, _REFERENCES),
    }


def _name(words: Words, keys: Mapping[str, str]) -> Links:
    return tuple((address, words.text(key)) for address, key in keys.items())


def _create_sections(words: Words) -> Links:
    """Return the sections in the order of words.yml, then types that it doesn't know."""
    known = [key.removeprefix(_GROUP) for key in read_defaults() if key.startswith(_GROUP)]
    own = [cls.folder for cls in RECORD_TYPES if cls.folder not in known]
    folders = [*(name for name in known if name != _LAST), *own, _LAST]
    labels = {cls.folder: words.text(f"types.{cls.type}.many") for cls in RECORD_TYPES}
    return tuple((f"{folder}/", words.find(f"menu.{folder}") or labels[folder]) for folder in folders)
