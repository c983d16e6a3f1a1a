"""The main menu: what stands in the header and the footer of every page."""

from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.words.words import Words, read_defaults

_GROUP = "menu."
_LAST = "browse"


def create_menu(words: Words) -> tuple[tuple[str, str], ...]:
    """Return address and label of every entry: in the order of words.yml, then types that it doesn't know."""
    known = [key.removeprefix(_GROUP) for key in read_defaults() if key.startswith(_GROUP)]
    own = [cls.folder for cls in RECORD_TYPES if cls.folder not in known]
    folders = [*(name for name in known if name != _LAST), *own, _LAST]
    labels = {cls.folder: words.text(f"types.{cls.type}.many") for cls in RECORD_TYPES}
    return tuple((f"{folder}/", words.find(f"menu.{folder}") or labels[folder]) for folder in folders)
