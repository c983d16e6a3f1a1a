"""A finished page, as every adapter gets it: safe HTML, and what the shell around it needs to know."""

from typing import NamedTuple

from markupsafe import Markup

NO_HTML = Markup("")


class Heading(NamedTuple):
    """One entry of a page's contents."""

    id: str
    title: str


class Page(NamedTuple):
    """One page of the site.

    `address` is its path below the root, with a slash at the end ("" is the home page). `title` and
    `description` are plain text, not yet escaped. `content` is its HTML as it is written, in UTF-8. `section` is the
    top-level address it belongs to. `source_path` is the file that a contributor edits, `reviewed` when
    what it shows was last checked, as an ISO date, "" where nobody said. `scripts` names the
    modules in theme/assets/hub/ that this page uses, without their ending, `preloads` the files of the site
    that they ask for first. `citation` is how to cite the page, up to the name of the site and the address, ""
    where nobody would; `citation_files` are links that go with it, and `head` is what its <head> says to programs,
    both finished. `is_indexed` says whether search engines may list it.
    """

    address: str
    title: str
    description: str
    content: bytes
    reviewed: str
    section: str = ""
    source_path: str | None = None
    scripts: tuple[str, ...] = ()
    preloads: tuple[str, ...] = ()
    citation: str = ""
    citation_files: Markup = NO_HTML
    head: Markup = NO_HTML
    is_indexed: bool = True

    @property
    def html(self) -> str:
        """Its HTML as text."""
        return self.content.decode()


def root_from(address: str) -> str:
    """Return the relative way from a page to the root of the site, "" on the home page."""
    return "../" * address.count("/")


def section_of(address: str) -> str:
    """Return the top-level address that a page belongs to, "" for the home page."""
    return f"{address.split('/', 1)[0]}/" if address else ""
