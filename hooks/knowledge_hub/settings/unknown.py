"""Names that no setting has: a slip in one would leave a setting out without a word, such as a number to call."""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from knowledge_hub.did_you_mean import nearest
from knowledge_hub.settings.reader import Setting, SettingReader

# The names below these settings are all the hub's or Material's: no other one can be meant.
_BELOW: dict[Setting, tuple[str, ...]] = {
    ("extra", "help"): ("text", "phone", "text_message", "emergency", "hours"),
    ("extra", "home"): ("heading", "lead", "examples", "doors"),
    ("theme", "palette"): ("scheme", "media", "primary", "accent", "toggle"),
}
# A host may keep other things below `extra`, so only what is nearly one of these is told.
_EXTRA = (
    "host",
    "email",
    "repository",
    "homepage",
    "social",
    "help",
    "home",
    "allowed_hosts",
    "analytics",
    "consent",
    "cards",
    "claims",
)
_NEARLY = 0.75


def tell_unknown_names(reader: SettingReader) -> None:
    """Refuse names that can't be meant as they are written, with the name that probably was; warn of near ones."""
    for setting, known in _BELOW.items():
        for name in _names(reader.value(*setting)):
            if name not in known:
                meant = nearest(name, known)
                hint = f"Did you mean “{meant}”? " if meant else ""
                reader.refuse((*setting, name), "is no setting", f"{hint}Here stand: {', '.join(known)}.")
    for name in _names(reader.value("extra")):
        near = difflib.get_close_matches(name, _EXTRA, n=1, cutoff=_NEARLY)
        if near and name not in _EXTRA and not name.startswith("hub_"):
            reader.warn(("extra", name), "is no setting of the hub", f"Did you mean “{near[0]}”?")


def _names(value: object) -> Iterator[str]:
    parts: Iterable[object] = value if isinstance(value, list) else [value]
    for part in parts:
        if isinstance(part, Mapping):
            yield from map(str, part)
