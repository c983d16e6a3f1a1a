"""Content folder to everything that is published: the one way that every adapter goes."""

import datetime
import functools
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge_hub.catalogue.catalogue import create_catalogue
from knowledge_hub.checks import check_library
from knowledge_hub.checks.addresses import explain_taken_address
from knowledge_hub.data.places import DATA_PAGE
from knowledge_hub.exports.calendar import create_calendars
from knowledge_hub.exports.pack_files import Cache, Cards, Make, Packs
from knowledge_hub.exports.plain_text.program_list import LLMS, create_program_list
from knowledge_hub.exports.plain_text.robots import ROBOTS, create_robots
from knowledge_hub.intake.gate import GATE, create_gate
from knowledge_hub.intake.generated import create_published_schemas
from knowledge_hub.keeping import Store
from knowledge_hub.library.loading import Library, load_library
from knowledge_hub.pages import Page, Site, create_other_pages, create_pages, make_record_pages
from knowledge_hub.pages.record_pages import create_record_pages
from knowledge_hub.problems.problem import ContentError, Problem, has_errors
from knowledge_hub.publishing.addresses.moved_files import find_moved_files
from knowledge_hub.publishing.for_programs import ProgramFiles
from knowledge_hub.publishing.page_store import PageStore
from knowledge_hub.publishing.redirects import create_redirects
from knowledge_hub.publishing.shelves import create_shelves, find_shelf_files
from knowledge_hub.records import Guide
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.settings.settings import Settings
from knowledge_hub.side_by_side import Aside
from knowledge_hub.upkeep.link_results import Results


@dataclass(frozen=True, slots=True)
class Publication:
    """The finished pages, other files (text or bytes) by path, and the site for pages that adapters finish.

    `program_files` are those for programs, of which each record has several: adapters write them as they are.
    `notices` are faults that a reader can live with, for whoever builds the site.
    `made_on_request` are further files by path, each as what makes it; only a preview has them.
    """

    site: Site
    pages: tuple[Page, ...]
    files: dict[str, str | bytes]
    program_files: Mapping[str, bytes]
    notices: tuple[Problem, ...] = ()
    made_on_request: Mapping[str, Make] = field(default_factory=dict)

    def guide(self, slug: str) -> Guide | None:
        """Return the guide of a hand-written page in docs/guides/."""
        guide = self.site.catalogue.get("guide", slug)
        return guide if isinstance(guide, Guide) else None

    def own_page(self, path: str) -> OwnPage | None:
        """Return what is known of another hand-written page, by its path below docs/."""
        return next((page for page in self.site.catalogue.own_pages if page.path == path), None)


def create_publication(
    content: Path,
    guides: Path | None,
    *,
    today: datetime.date,
    with_drafts: bool = False,
    settings: Settings | None = None,
    packs: Cache | None = None,
    packs_on_request: bool = False,
    own_pages: Collection[str] | None = None,
    pictures: Cache | None = None,
    has_search: bool = True,
    with_texts: bool = False,
    page_store: PageStore | None = None,
    compiled: Cache | None = None,
    link_results: Results | None = None,
    program_files: MutableMapping[str, bytes] | None = None,
    store: Store | None = None,
) -> Publication:
    """Return what the content becomes; ContentError with every problem where it can't be published.

    `today` decides only which sessions are past, and which reviews are overdue or soon due.
    Without `has_search`, no page leads to the hub's own search.
    With `packs`, which keeps what was made before, the files that readers take along are made and linked too;
    with `packs_on_request`, they are linked, and made when somebody asks for them.
    `with_texts` adds each record as Markdown, for programs that read.
    `own_pages` are the paths below docs/ of the hand-written pages that are published, None for all of them.
    `pictures` keeps the copies of pictures that were made before; without it they are made anew.
    `page_store` takes the HTML of each finished page from memory; without one, pages have it themselves.
    `store` keeps what was made before, so that only what changed is made again.
    `compiled` keeps the code of templates from one build to the next.
    `link_results` are what the last check of links found; the page of upkeep tells which ones fail.
    `program_files` takes the files for programs, and may keep them outside memory.
    """
    settings = settings or Settings()
    library, problems = load_library(content, guides, store)
    problems += check_library(library, settings, store)
    if has_errors(problems):
        raise ContentError(problems)
    catalogue = create_catalogue(library, with_drafts=with_drafts, own_pages=own_pages, store=store)
    shelves = create_shelves(catalogue.records, library, {} if pictures is None else pictures)
    made, cards = Packs(), Cards()
    if packs is not None:
        bare = Site(catalogue, today, settings=settings, shelves=shelves, compiled=compiled)
        made, cards = _make_packs(bare, packs, on_request=packs_on_request)
    create_site = functools.partial(
        Site,
        catalogue,
        today,
        made.downloads,
        settings,
        shelves,
        has_search=has_search,
        has_texts=with_texts,
        social_cards=cards.addresses,
        compiled=compiled,
        link_results=link_results,
    )
    programs: MutableMapping[str, bytes] = {} if program_files is None else program_files
    workbooks = {download.address: download.size for download in made.downloads.get(DATA_PAGE, ())}
    for_programs = ProgramFiles(create_site(), programs, workbooks, with_texts=with_texts)
    site = create_site(data=Aside(for_programs.finish, at_once=False))
    pages = tuple(_list_pages(site, page_store) if page_store else create_pages(site))
    site.forget_cards()
    files = {**made.files, **cards.files, **find_shelf_files(shelves), **_create_files(site)}
    for_programs.finish()
    files |= dict(find_moved_files(catalogue.records, files))
    programs.update(dict(find_moved_files(catalogue.records, programs)))
    on_request = made.on_request | cards.on_request
    on_request |= dict(find_moved_files(catalogue.records, on_request))
    if clashes := list(_find_clashes(library, pages, (*files, *programs, *on_request))):
        raise ContentError(clashes)
    return Publication(site, pages, files, programs, made.notices, on_request)


def _list_pages(site: Site, page_store: PageStore) -> Iterator[Page]:
    """Yield every page without its HTML."""
    yield from create_record_pages(site, make_record_pages, page_store)
    yield from map(page_store.keep, create_other_pages(site))


def _create_files(site: Site) -> dict[str, str | bytes]:
    """Return the files beside the pages that lead somewhere, or are asked for by pages and by people."""
    return {
        **dict(create_redirects(site.catalogue)),
        **create_calendars(site.catalogue, site.settings.site_name),
        **dict(create_published_schemas(site.catalogue)),
        GATE: create_gate(site.catalogue.wording),
        ROBOTS: create_robots(site.settings),
        LLMS: create_program_list(site),
    }


def _make_packs(site: Site, cache: Cache, *, on_request: bool) -> tuple[Packs, Cards]:
    # Typst, Word and Excel take longer to load than a small hub takes to build without them.
    from knowledge_hub.exports.cards import create_cards  # noqa: PLC0415
    from knowledge_hub.exports.packs import create_packs  # noqa: PLC0415

    return create_packs(site, cache, on_request=on_request), create_cards(site, cache, on_request=on_request)


def _find_clashes(library: Library, pages: tuple[Page, ...], files: Iterable[str]) -> Iterator[Problem]:
    """Yield the old addresses at which there is a page or a file now; one would silently replace the other."""
    taken = {page.address.casefold() for page in pages} | {f"{path.casefold()}/" for path in files}
    for record in library.records:
        for number, old in enumerate(record.redirect_from):
            if old.casefold() in taken:
                yield explain_taken_address(library.document(record), number, old)
