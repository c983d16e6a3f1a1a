"""How a hub shows whose it is: logo, icon, language, copyright, and where else its host is to be found."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import nh3
from markupsafe import Markup

from knowledge_hub.sentences import upper_first
from knowledge_hub.settings.picture import read_size
from knowledge_hub.settings.reader import Setting, SettingReader

_ICON_KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon"}
_LOGO_KINDS = (".svg", ".png")
# How high the header shows a logo, and how wide it may become, in pixels at the usual size of text.
_LOGO_HEIGHT, _LOGO_WIDTH = 40, 240
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LINK = re.compile(r"(https?://|mailto:)[^\s<>\"']+")
_TAG = re.compile(r"<[a-zA-Z/]")
_cleaner = nh3.Cleaner(
    tags={"a", "b", "br", "em", "strong"},
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener",
)


class Logo(NamedTuple):
    """A picture in docs/ by its address in the site, as large as the header shows it."""

    address: str
    width: int
    height: int


class Icon(NamedTuple):
    """What a browser shows in its tab: the address in the site, and the type of the file."""

    address: str
    kind: str


class NamedLink(NamedTuple):
    """A link with the words that readers see."""

    href: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What the header and the footer show of the host; None and "" are left out.

    `homepage` is where name and logo lead, "" for the hub's own first page. `copyright` is safe HTML.
    """

    logo: Logo | None = None
    icon: Icon | None = None
    homepage: str = ""
    copyright: Markup = field(default_factory=Markup)
    social: tuple[NamedLink, ...] = ()


def read_identity(reader: SettingReader, docs: Path | None) -> Identity:
    """Return the identity; `docs` is the folder in which logo and icon lie, None where nobody looks."""
    return Identity(
        logo=_read_logo(reader, docs),
        icon=_read_icon(reader, docs),
        homepage=reader.web_address("extra", "homepage"),
        copyright=_read_copyright(reader),
        social=tuple(_read_social(reader)),
    )


def read_language(reader: SettingReader) -> str:
    """Return the language tag of `theme: language` (BCP 47), and say what it doesn't do."""
    tag = reader.text("theme", "language", default="en")
    if not _LANGUAGE.fullmatch(tag):
        mend = "Write a tag such as en, es or pt-BR."
        reader.refuse(("theme", "language"), f"isn’t the tag of a language: “{tag}”", mend)
        return "en"
    if tag.partition("-")[0] != "en":
        reader.note(
            ("theme", "language"),
            f"tells browsers and screen readers that pages and files are in the language “{tag}”",
            "The words of menus and buttons stay English.",
        )
    return tag


def direction_of(language: str) -> str:
    """Return which way the letters of a language run, as HTML says it: “ltr” or “rtl”."""
    return "rtl" if language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def _read_logo(reader: SettingReader, docs: Path | None) -> Logo | None:
    address = _read_file(reader, ("theme", "logo"), docs, _LOGO_KINDS)
    if not address or docs is None:
        return None
    size = read_size(docs / address)
    if size is None:
        mend = "Save it again as PNG, or as SVG with a viewBox."
        reader.refuse(("theme", "logo"), f"has no size that can be read: “{address}”", mend)
        return None
    scale = min(_LOGO_HEIGHT / size.height, _LOGO_WIDTH / size.width)
    return Logo(address, max(round(size.width * scale), 1), max(round(size.height * scale), 1))


def _read_icon(reader: SettingReader, docs: Path | None) -> Icon | None:
    address = _read_file(reader, ("theme", "favicon"), docs, tuple(_ICON_KINDS))
    return Icon(address, _ICON_KINDS[Path(address).suffix.lower()]) if address else None


def _read_file(reader: SettingReader, setting: Setting, docs: Path | None, kinds: tuple[str, ...]) -> str:
    """Return the address of a file in docs/, "" where it isn't set or can't be used."""
    address = reader.text(*setting)
    if not address or docs is None:
        return ""
    if Path(address).suffix.lower() not in kinds:
        wanted = " or ".join(kind.removeprefix(".").upper() for kind in kinds)
        reader.refuse(setting, f"isn’t a picture that can be shown: “{address}”", f"Use a file of type {wanted}.")
        return ""
    path = (docs / address).resolve()
    if not path.is_relative_to(docs.resolve()) or not path.is_file():
        where = f"{docs.name}/{address}"
        reader.refuse(setting, f"names a file that isn’t there: “{where}”", f"Put the file into {docs.name}/.")
        return ""
    return path.relative_to(docs.resolve()).as_posix()


def _read_copyright(reader: SettingReader) -> Markup:
    written = reader.text("copyright")
    clean = _cleaner.clean(written)
    if len(_TAG.findall(clean)) < len(_TAG.findall(written)):
        reader.warn(("copyright",), "has HTML that is left out", "Write text and simple links only.")
    return Markup(clean)  # noqa: S704 -- nh3 has just cleaned it


def _read_social(reader: SettingReader) -> list[NamedLink]:
    links = []
    for item in reader.items("extra", "social"):
        href = str(item.get("link") or "") if isinstance(item, Mapping) else ""
        if not _LINK.fullmatch(href):
            shown = href or str(item)
            mend = "Write link: with an address that starts with https:// or mailto:, and name: with its words."
            reader.refuse(("extra", "social"), f"has an entry without a link that works: “{shown}”", mend)
            continue
        links.append(NamedLink(href, " ".join(str(item.get("name") or "").split()) or _name_of(item, href)))
    return links


def _name_of(item: Mapping[str, object], href: str) -> str:
    """Return words for a link that has only an icon, such as “Mastodon” for fontawesome/brands/mastodon."""
    icon = str(item.get("icon") or "").rpartition("/")[2].replace("-", " ").strip()
    generic = icon in {"", "globe", "link", "paper plane", "envelope", "email", "web"}
    return (urlsplit(href).hostname or href.removeprefix("mailto:")) if generic else upper_first(icon)
