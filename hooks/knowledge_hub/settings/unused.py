"""What Material for MkDocs has and the hub doesn't: each named once with what to do instead, never passed over.

The table is data. Where a new version of the hub learns one of these, its line goes away.
"""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from knowledge_hub.settings.reader import Setting, SettingReader


class Unused(NamedTuple):
    """A setting, or an entry of a list (with * for any letters), and what a host does instead."""

    name: str
    instead: str


_OWN_SEARCH = "The hub has its own search, which needs no setting."
_ONE_MENU = "Menu and footer come from the records and from nav:."
_EVERY_PAGE_WHOLE = "Every page is loaded whole, so that it works without scripts."
_HEADER_FLOWS = "The header flows with the page, so that it covers nothing under zoom."
_OWN_PARTS = "The hub has this on every page where it is of use, without a setting."
_NO_COMMENTS = "Readers report problems by the link at the end of each page; set repo_url: for it."
_REMOVE = "Remove it."

# Options that have a value in mkdocs.yml, by their way from the top with dots.
SETTINGS = (
    Unused("theme.font", "The hub brings its own typeface, made for readers with low vision; write font: false."),
    Unused("theme.icon.logo", "Put a picture into docs/ and name it in theme: logo:."),
    Unused("theme.icon", "Pages name things in words; remove it."),
    Unused("theme.direction", "The direction follows theme: language:."),
    Unused("theme.include_search_page", _OWN_SEARCH),
    Unused("theme.search_index_only", _OWN_SEARCH),
    Unused("extra.generator", "The footer says in one line which version made the site; it stays."),
    Unused("extra.version", "Keep older versions of a site at addresses of their own and link them in nav:."),
    Unused("extra.status", "Write front matter reviewed_on: in records and guides; pages show it."),
    Unused("extra.tags", "Use facets: topics, levels and disciplines of records and guides."),
    Unused("extra.annotate", _REMOVE),
    Unused("extra.disqus", _NO_COMMENTS),
)

# What stands in theme: features:. The first line that fits counts.
FEATURES = (
    Unused("search.*", _OWN_SEARCH),
    Unused("navigation.instant*", _EVERY_PAGE_WHOLE),
    Unused("navigation.tracking", "Headings have addresses of their own; the address bar stays as it is."),
    Unused("navigation.top", "The skip link and the End key lead on; remove it."),
    Unused("navigation.footer", "Records lead on by their connections; remove it."),
    Unused("navigation.*", _ONE_MENU),
    Unused("toc.*", "Records and guides have their contents beside the text; remove it."),
    Unused("header.autohide", _HEADER_FLOWS),
    Unused("announce.dismiss", "Say what is new on the home page: extra: home: lead:."),
    Unused("content.action.edit", "“Edit this page” stands at the end of each page where repo_url: is set."),
    Unused("content.action.view", "“Edit this page” stands at the end of each page where repo_url: is set."),
    Unused("content.code.*", "Code is shown as it is; remove it."),
    Unused("content.tooltips", "Abbreviations are spelled out where they first stand; remove it."),
    Unused("content.footnote.tooltips", "Footnotes stand at the end of the page; remove it."),
    Unused("content.tabs.link", "Each group of tabs is chosen by itself; remove it."),
    Unused("*", "The hub doesn’t know this feature; remove it."),
)

# Extensions that need what pages may not do: run code of others, load pictures from elsewhere, carry styles.
EXTENSIONS = (
    Unused("pymdownx.arithmatex", "Formulas need a script and inline styles: write them in words, or as a picture."),
    Unused("pymdownx.progressbar", "Its bars are inline styles, which browsers block: write the number in words."),
    Unused("pymdownx.b64", "Put the pictures into docs/ as files."),
    Unused("markdown_include.include", "Use pymdownx.snippets, which reads files of the site only."),
)


def tell_unused(reader: SettingReader, docs: Path | None) -> None:
    """Warn of each setting that has no effect here or asks for what pages may not load."""
    for unused in SETTINGS:
        setting = tuple(unused.name.split("."))
        if _is_said(reader.value(*setting)) and not _is_told_already(unused, reader):
            reader.warn(setting, "has no effect here", unused.instead)
    _tell_entries(reader, ("theme", "features"), FEATURES)
    _tell_entries(reader, ("markdown_extensions",), EXTENSIONS)
    _tell_extension_options(reader)
    _tell_files(reader, ("extra_css",), docs)
    _tell_files(reader, ("extra_javascript",), docs)


def _tell_entries(reader: SettingReader, setting: Setting, table: tuple[Unused, ...]) -> None:
    """Warn of the entries of a list that stand in a table."""
    for name in (name.removeprefix("material/") for name, _ in _options(reader.value(*setting))):
        row = next((row for row in table if fnmatchcase(name, row.name)), None)
        if row is not None:
            reader.warn(setting, f"has an entry without effect here: “{name}”", row.instead)


def _tell_extension_options(reader: SettingReader) -> None:
    """Warn of options with which an extension that works writes what browsers block."""
    options = dict(_options(reader.value("markdown_extensions")))
    setting = ("markdown_extensions",)
    fences = options.get("pymdownx.superfences", {}).get("custom_fences") or []
    for fence in (fence.get("name") for fence in fences if isinstance(fence, Mapping)):
        if fence in {"mermaid", "math"}:
            mend = "Draw the picture as SVG, put it into docs/ and describe it in words."
            reader.warn(setting, f"has a fence that needs a script from elsewhere: “{fence}”", mend)
    for name in ("codehilite", "pymdownx.highlight"):
        if options.get(name, {}).get("noclasses"):
            reader.warn(setting, f"has inline styles, which browsers block: “{name}: noclasses”", "Remove noclasses.")
    emoji = options.get("pymdownx.emoji")
    if emoji is not None and "to_svg" not in str(emoji.get("emoji_generator")):
        mend = "Set emoji_generator: !!python/name:material.extensions.emoji.to_svg"
        reader.warn(setting, "has pictures from elsewhere, which browsers block: “pymdownx.emoji”", mend)
    if "pymdownx.tabbed" in options and not options["pymdownx.tabbed"].get("alternate_style"):
        reader.warn(setting, "has tabs in a style that isn’t here: “pymdownx.tabbed”", "Add alternate_style: true.")


def _tell_files(reader: SettingReader, setting: Setting, docs: Path | None) -> None:
    """Warn of own styles and scripts that browsers would block or not find."""
    for item in reader.items(*setting):
        address = str(item.get("path", "") if isinstance(item, Mapping) else getattr(item, "path", item))
        if urlsplit(address).netloc:
            mend = "Put the file into docs/ and name it from there."
            reader.warn(setting, f"has a file from elsewhere, which browsers will block: “{address}”", mend)
        elif docs is not None and not (docs / urlsplit(address).path.lstrip("/")).is_file():
            mend = f"Put it into {docs.name}/ or remove the line."
            reader.warn(setting, f"names a file that isn’t there: “{docs.name}/{address.lstrip('/')}”", mend)


def _is_said(value: object) -> bool:
    return value not in (None, False, "", [], {})


def _is_told_already(unused: Unused, reader: SettingReader) -> bool:
    """Tell whether a longer line of the table says all that there is below this setting."""
    value = reader.value(*unused.name.split("."))
    return isinstance(value, Mapping) and all(
        any(row.name == f"{unused.name}.{name}" for row in SETTINGS) for name in value
    )


def _options(entries: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield name and options of a list of names, of which each may have options below it, or of a mapping."""
    for entry in entries.items() if isinstance(entries, Mapping) else entries or ():
        pairs = entry.items() if isinstance(entry, Mapping) else [entry if isinstance(entry, tuple) else (entry, None)]
        for name, options in pairs:
            yield str(name), options if isinstance(options, Mapping) else {}
