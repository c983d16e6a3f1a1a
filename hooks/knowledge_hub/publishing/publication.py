"""Content folder to everything that is published: the one way that every adapter goes."""

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.checks import check_library
from knowledge_hub.checks.addresses import explain_taken_address
from knowledge_hub.data.data_files import LibraryData
from knowledge_hub.data.places import DATA_PAGE
from knowledge_hub.exports.calendar import create_calendars
from knowledge_hub.exports.pack_files import Cache, Cards, Make, Packs
from knowledge_hub.exports.plain_text.program_list import LLMS, create_program_list
from knowledge_hub.exports.plain_text.robots import ROBOTS, create_robots
from knowledge_hub.intake.gate import GATE, create_gate
from knowledge_hub.intake.generated import create_published_schemas
from knowledge_hub.keeping import FileStore, Store
from knowledge_hub.library.library import Library
from knowledge_hub.library.loading import load_library
from knowledge_hub.pages import Page, Site, create_last_pages, create_other_pages, create_pages, make_record_pages
from knowledge_hub.pages.record_pages import RecordPages
from knowledge_hub.problems.problem import ContentError, Problem, has_errors
from knowledge_hub.publishing.addresses.moved_files import find_moved_files
from knowledge_hub.publishing.for_programs import ProgramFiles
from knowledge_hub.publishing.kept.page_store import PageStore
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.redirects import create_redirects
from knowledge_hub.publishing.shelves import create_shelves, find_shelf_files
from knowledge_hub.record_files.shelf import Shelf
from knowledge_hub.records import Guide
from knowledge_hub.records.own_page import OwnPage
from knowledge_hub.side_by_side import Aside

_DATA_LATER: Aside[LibraryData] = Aside(lambda: LibraryData((), "", ()), at_once=False)


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


class _Opened(NamedTuple):
    """A library that can be published, and what lies beside its pages; `create_site` needs only the data."""

    library: Library
    catalogue: Catalogue
    shelves: Mapping[str, Shelf]
    packs: Packs
    cards: Cards
    create_site: Callable[..., Site]


def create_publication(
    content: Path,
    guides: Path | None,
    plan: Plan,
    *,
    page_store: PageStore | None = None,
    program_files: FileStore | None = None,
) -> Publication:
    """Return what the content becomes; ContentError with every problem where it can't be published.

    `page_store` takes the HTML of each finished page from memory, and makes that of lists once they are asked for: who
    has written all pages lets the site forget its cards. Without one, pages have it themselves.
    `program_files` takes the files for programs, and may know parts of them from an earlier build.
    """
    opened = _open(content, guides, plan)
    catalogue, made, cards = opened.catalogue, opened.packs, opened.cards
    programs = FileStore() if program_files is None else program_files
    workbooks = {download.address: download.size for download in made.downloads.get(DATA_PAGE, ())}

    def finish_data() -> LibraryData:
        return for_programs.finish()

    # Pages and files for programs share what they show of the whole library.
    site = opened.create_site(data=Aside(finish_data, at_once=False), keeper=page_store)
    for_programs = ProgramFiles(site, programs, workbooks, with_texts=plan.with_texts)
    pages = tuple(_list_pages(site, page_store, for_programs) if page_store else create_pages(site))
    if page_store is None:
        site.forget_cards()
    files = {**made.files, **cards.files, **find_shelf_files(opened.shelves), **_create_files(site)}
    for_programs.finish()
    files |= dict(find_moved_files(catalogue.records, files))
    programs.update(dict(find_moved_files(catalogue.records, programs)))
    on_request = made.on_request | cards.on_request
    on_request |= dict(find_moved_files(catalogue.records, on_request))
    if clashes := list(_find_clashes(opened.library, pages, (*files, *programs, *on_request))):
        raise ContentError(clashes)
    return Publication(site, pages, files, programs, made.notices, on_request)


def create_pages_of(
    names: Collection[tuple[str, str]], content: Path, guides: Path | None, plan: Plan
) -> tuple[Page, ...]:
    """Return the pages of some records alone, each by its folder and id, just as a publication would have them.

    ContentError with every problem where the content can't be published.
    """
    # Whether there is data is all that a record's page says of it.
    site = _open(content, guides, plan).create_site(data=_DATA_LATER)
    records = (record for record in site.catalogue.records if (record.folder, record.id) in names)
    return tuple(page for record in records for page in make_record_pages(site, record))


def _open(content: Path, guides: Path | None, plan: Plan) -> _Opened:
    library, found = plan.read[:2] if plan.read else load_library(content, guides, plan.store)
    problems = [*found, *check_library(library, plan.settings, plan.store)]
    if has_errors(problems):
        raise ContentError(problems)
    catalogue = create_catalogue(library, with_drafts=plan.with_drafts, own_pages=plan.own_pages, store=plan.store)
    shelves = create_shelves(catalogue.records, library, {} if plan.pictures is None else plan.pictures)
    packs, cards, store = Packs(), Cards(), plan.store or Store()
    if plan.packs is not None:
        bare = Site(catalogue, plan.today, settings=plan.settings, shelves=shelves, compiled=plan.compiled)
        packs, cards = _make_packs(bare, plan.packs, on_request=plan.packs_on_request)
    create_site = functools.partial(
        Site,
        catalogue,
        plan.today,
        packs.downloads,
        plan.settings,
        shelves,
        has_search=plan.has_search,
        has_texts=plan.with_texts,
        social_cards=cards.addresses,
        compiled=plan.compiled,
        link_results=plan.link_results,
        resting=store.table("resting"),
        seen=store.table("seen"),
    )
    return _Opened(library, catalogue, shelves, packs, cards, create_site)


def _list_pages(site: Site, page_store: PageStore, for_programs: ProgramFiles) -> Iterator[Page]:
    """Yield every page without its HTML, once the files for programs are there, too."""

    def keep(page: Page) -> Page:
        return page if page_store.has(page.address) else page_store.keep(page)

    of_records = RecordPages(site, make_record_pages, page_store)
    are_many = for_programs.is_kept and (for_programs.are_many_missing or of_records.are_many_missing)
    if are_many:
        # It looks at every record; where there is a copy of this process, memory would be copied for that.
        _ = site.coverage
    # One process for both: each is a copy of all that is in memory, made where either writes to it.
    aside = Aside(lambda: (for_programs.make(), of_records.make_apart()), at_once=are_many)
    others = [keep(page) for page in create_other_pages(site)]
    of_records.make()
    programs, of_others = aside.result()
    for_programs.take(programs)
    yield from of_records.finish(of_others)
    yield from others
    yield from map(keep, create_last_pages(site))


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
    moved = [record for record in library.records if record.redirect_from]
    if not moved:
        return
    taken = {page.address.casefold() for page in pages} | {f"{path.casefold()}/" for path in files}
    for record in moved:
        for number, old in enumerate(record.redirect_from):
            if old.casefold() in taken:
                yield explain_taken_address(library.document(record), number, old)
