"""What a new version says in its mkdocs.yml that a host's doesn't: it is told, and never written into the host's."""

from collections.abc import Iterator, Mapping
from typing import Any

from setup.site_settings import dump_settings, parse_settings

_NOTHING = object()


def find_setting_news(old: str, new: str, own: str) -> list[str]:
    """Return in words each setting that is new in `new` or has another value than in `old`, unless `own` has it.

    All three are texts of mkdocs.yml: of the version that the host stands on, of the new one, and the host's.
    """
    before, now, here = (dict(_flatten(parse_settings(text))) for text in (old, new, own))
    return [
        _tell(name, value, has_other=name in here)
        for name, value in now.items()
        if before.get(name, _NOTHING) != value and here.get(name, _NOTHING) != value
    ]


def _flatten(settings: Mapping[str, Any], place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield names and written value of each setting that is no mapping."""
    for name, value in settings.items():
        if isinstance(value, Mapping) and value:
            yield from _flatten(value, (*place, str(name)))
        else:
            yield (*place, str(name)), dump_settings({str(name): value}).strip()


def _tell(place: tuple[str, ...], written: str, *, has_other: bool) -> str:
    where = f" below “{'.'.join(place[:-1])}”" if place[:-1] else ""
    what = "has another value now" if has_other else "is new"
    return f"“{'.'.join(place)}” {what}; the new version writes{where}:\n    " + written.replace("\n", "\n    ")
