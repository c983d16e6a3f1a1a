"""The settings of the staged site: the host's own, without what only the hub's build understands."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from markupsafe import escape

from knowledge_hub.pages.menus.library_menu import create_library_menus
from knowledge_hub.publishing.publication import Publication
from knowledge_hub.publishing.styles import HUB_STYLES
from setup.site_settings import dump_settings
from staging.pages import find_place

_HUB_ONLY = frozenset({"hooks", "watch", "docs_dir", "site_dir", "nav", "use_directory_urls"})
# Edit addresses are at the end of each page; a generator would point them at files that are made anew each time.
_EDITING = frozenset({"repo_url", "repo_name", "edit_uri", "edit_uri_template"})
_ICON = "assets/hub/icon.svg"
_PALETTE = [
    {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "primary": "custom",
        "toggle": {"icon": "material/weather-night", "name": "Dark colors"},
    },
    {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "primary": "custom",
        "toggle": {"icon": "material/weather-sunny", "name": "Light colors"},
    },
]
_LICENSE = (
    "This is information, not medical or legal advice. Text is licensed "
    '<a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener license">CC BY 4.0</a>.'
)

Nav = list[Any]


def render_settings(own: Mapping[str, Any], publication: Publication, hand_written: Iterable[str]) -> str:
    """Return the text of the staged mkdocs.yml.

    `own` are the host's settings, `hand_written` the paths of hand-written pages in docs/.
    """
    kept = {name: value for name, value in own.items() if name not in _HUB_ONLY | _EDITING}
    theme = {name: value for name, value in _mapping(own.get("theme")).items() if name != "custom_dir"}
    validation = _mapping(own.get("validation"))
    settings = {
        **kept,
        "copyright": _render_footer(own, publication),
        "nav": create_nav(own.get("nav") or [], publication, hand_written),
        "theme": {"logo": _ICON, "favicon": _ICON, "palette": _PALETTE, **theme, "features": _features(theme)},
        "plugins": _add_search(own.get("plugins")),
        "extra_css": [HUB_STYLES, *(own.get("extra_css") or [])],
        "validation": {**validation, "nav": {**_mapping(validation.get("nav")), "omitted_files": "ignore"}},
    }
    return dump_settings(settings)


def create_nav(own: Nav, publication: Publication, hand_written: Iterable[str]) -> Nav:
    """Return the menu: home, the hub's sections, the host's own entries, then every other page at the top level."""
    present = {page.address for page in publication.pages}
    menu = create_library_menus(publication.site.words)["hub_sections"]
    sections = [{title: f"{address}index.md"} for address, title in menu if address in present]
    first: Nav = [{"Home": "index.md"}, *sections, *_place(own)]
    placed = set(_paths(first))
    generated = {f"{page.address}index.md": page.title for page in publication.pages if page.address}
    more: Nav = [{title: path} for path, title in generated.items() if path.count("/") == 1 and path not in placed]
    # Their titles are in the pages themselves, where the generator looks for them.
    more += [find_place(path) for path in hand_written if "/" not in path and find_place(path) not in placed]
    return [*first, {"More": more}] if more else first


def _place(nav: Any) -> Any:
    """Return a part of a menu with its pages at their places."""
    if isinstance(nav, list):
        return [_place(entry) for entry in nav]
    if isinstance(nav, dict):
        return {title: _place(entry) for title, entry in nav.items()}
    return find_place(nav) if str(nav).endswith(".md") and ":" not in nav else nav


def _paths(nav: Iterable[Any]) -> Iterable[str]:
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else [entry]:
            if isinstance(value, list):
                yield from _paths(value)
            else:
                yield PurePosixPath(str(value)).as_posix()


def _render_footer(own: Mapping[str, Any], publication: Publication) -> str:
    """Return what stands at the foot of every page: the help line, the host, the host's own words, the license."""
    settings = publication.site.settings
    help_line = publication.site.render("help-line", help=settings.help)
    lines = (help_line, escape(settings.host), own.get("copyright"), _LICENSE)
    return "".join(f"<div>{str(line).strip()}</div>" for line in lines if line)


def _features(theme: Mapping[str, Any]) -> list[str]:
    own = theme.get("features") or []
    return [*own, *(name for name in ("navigation.tabs", "navigation.top") if name not in own)]


def _add_search(own: Any) -> list[Any]:
    """Return the host's plugins, and the generator's own search first where they don't name it."""
    plugins = [{name: options} for name, options in own.items()] if isinstance(own, dict) else list(own or [])
    names = {next(iter(plugin)) if isinstance(plugin, dict) else plugin for plugin in plugins}
    return plugins if names & {"search", "material/search"} else ["search", *plugins]


def _mapping(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}
