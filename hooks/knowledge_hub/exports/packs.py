"""Every file that readers take with them, by address, and the links that pages show to them."""

import datetime
import html
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.change_packages import ChangePackage, create_change_packages
from knowledge_hub.citations.apa import cite_record, cite_work, complete_citation
from knowledge_hub.data.library_data import create_tables
from knowledge_hub.data.places import DATA, DATA_PAGE, LICENSE_ADDRESS
from knowledge_hub.data.tables.table import Table
from knowledge_hub.exports.documents.book import create_change_package_document, create_playbook
from knowledge_hub.exports.documents.community import create_portrait
from knowledge_hub.exports.documents.data_sheets import create_measure_sheets, create_table_sheets
from knowledge_hub.exports.documents.document import Document, Look
from knowledge_hub.exports.documents.document_context import LICENCE, DocumentContext
from knowledge_hub.exports.documents.library_sheets import create_library_sheets
from knowledge_hub.exports.documents.pathway import create_pathway_handout
from knowledge_hub.exports.documents.role import create_handout
from knowledge_hub.exports.documents.sheet import Sheet
from knowledge_hub.exports.documents.toolkit import create_guide, create_worksheet
from knowledge_hub.exports.file_maker import FileMaker
from knowledge_hub.exports.pack_files import Cache, Make, Packs
from knowledge_hub.exports.writers.zip import create_zip
from knowledge_hub.pages.frame.downloads import Download, worksheet_key
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.change_package_page import CHANGE_PACKAGES
from knowledge_hub.problems.problem import Problem
from knowledge_hub.record_files.shelf import published_files
from knowledge_hub.records import Community, Pathway, Record, Role, Toolkit
from knowledge_hub.records.walking import walk_texts
from knowledge_hub.settings.color import WHITE, find_readable
from knowledge_hub.settings.palette import TEXT_CONTRAST
from knowledge_hub.settings.settings import Settings


def create_packs(site: Site, cache: Cache, *, on_request: bool = False) -> Packs:
    """Return every pack of the library; only what changed is made anew, or nothing until somebody asks for it."""
    packer = _Packer(DocumentContext(site), FileMaker(cache, _create_look(site.settings)), on_request=on_request)
    for toolkit in site.catalogue.of_type(Toolkit):
        packer.add_toolkit(toolkit)
    for community in site.catalogue.of_type(Community):
        packer.add_community(community)
    for role in site.catalogue.of_type(Role):
        packer.add_handout(role)
    for pathway in site.catalogue.of_type(Pathway):
        packer.add_pathway(pathway)
    packages = create_change_packages(site.catalogue)
    for package in packages:
        packer.add_change_package(package)
    if packages:
        packer.add_playbook(packages)
    packer.add_data()
    downloads = {page: tuple(links) for page, links in packer.downloads.items()}
    notices = tuple(_explain_missing(site.catalogue, packer.maker.missing))
    return Packs(packer.files, downloads, notices, packer.on_request)


def _create_look(settings: Settings) -> Look:
    """Return the host's language and colors; the hub's own English is American."""
    language = "en-US" if settings.language == "en" else settings.language
    if settings.palette is None:
        return Look(language)
    colors = settings.palette.light
    # Paper is white, and marks have white letters on them.
    primary = find_readable(colors.primary, (WHITE,), TEXT_CONTRAST, darker=True)
    return Look(language, str(primary), str(colors.link), str(colors.tint))


def _explain_missing(catalogue: Catalogue, missing: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Yield one notice for each file with letters that no font has; else for the document that has them."""
    unexplained = {letter for letters in missing.values() for letter in letters}
    if not unexplained:
        return
    records = {catalogue.source_paths[record.type, record.id]: record for record in catalogue.records}
    for path, part in {**records, **catalogue.other_files}.items():
        found = {field: here for field, text in walk_texts(part) if (here := _letters_in(text, unexplained))}
        if found:
            letters = {letter for here in found.values() for letter in here}
            yield _missing_letters(path, letters, tuple(found))
            missing = {source: others - letters for source, others in missing.items()}
    for source, letters in missing.items():
        if letters:
            yield _missing_letters(source, letters)


def _letters_in(text: str, letters: set[str]) -> set[str]:
    """Return the letters of which a text has every sign, wherever it has them.

    Markdown may write a sign as an entity, or marks between two signs of a letter; and a sign that goes on top of
    the one before it may stand on a bracket or space of the hub's own.
    """
    signs = set(html.unescape(text))
    return {letter for letter in letters if signs.issuperset(sign for sign in letter if not sign.isascii())}


def _missing_letters(path: str, letters: set[str], fields: tuple[str, ...] = ("",)) -> Problem:
    shown = " ".join(sorted(letters))
    where = f" ({', '.join(fields)})" if fields[0] else ""
    message = f"The PDFs have a box in place of letters that their fonts lack: {shown}{where}"
    return Problem(
        path, 1, 1, "missing-letters", message, "Write the word in Latin letters beside it.", field=fields[0]
    )


class _Packer:
    """Collects files and links, record by record; each file as what makes it, and once it is published as itself."""

    def __init__(self, context: DocumentContext, maker: FileMaker, *, on_request: bool) -> None:
        self.files: dict[str, bytes] = {}
        self.on_request: dict[str, Make] = {}
        self.downloads: dict[str, list[Download]] = {}
        self.maker = maker
        self._context = context
        self._is_on_request = on_request
        self._toolkit_files: dict[str, dict[str, Make]] = {}

    def add_toolkit(self, toolkit: Toolkit) -> None:
        """Add guide, worksheets, tables, and all of it as one pack."""
        address, name = toolkit.address, toolkit.id
        members = {f"{name}-guide.pdf": self._pdf(create_guide, toolkit)}
        self._publish(address, address, self._context.text("downloads.guide"), members)
        for worksheet in toolkit.worksheets:
            key, stem = worksheet_key(toolkit, worksheet), f"{name}-{worksheet.id}"
            printed = self._pdf(create_worksheet, toolkit, worksheet)
            filled = self._word(create_worksheet, toolkit, worksheet)
            self._publish(key, address, self._context.text("downloads.printed"), {f"{stem}.pdf": printed})
            self._publish(key, address, self._context.text("downloads.word"), {f"{stem}.docx": filled})
            members |= {f"worksheets/{stem}.pdf": printed, f"worksheets/{stem}.docx": filled}
        members |= self._add_workbook(
            toolkit, "tables", self._context.text("downloads.tables"), create_table_sheets(toolkit)
        )
        self._toolkit_files[toolkit.id] = members
        self._add_pack(toolkit, members)

    def add_community(self, community: Community) -> None:
        """Add the portrait, the measures, and both as one pack."""
        address, name = community.address, community.id
        members = {f"{name}.pdf": self._pdf(create_portrait, community)}
        self._publish(address, address, self._context.text("downloads.portrait"), members)
        sheets = create_measure_sheets(self._context.site, community)
        members |= self._add_workbook(community, "measures", self._context.text("downloads.workbook"), sheets)
        self._add_pack(community, members)

    def add_handout(self, role: Role) -> None:
        """Add the two-page handout of a role."""
        made = {f"{role.id}-handout.pdf": self._pdf(create_handout, role)}
        self._publish(role.address, role.address, self._context.text("downloads.handout"), made)

    def add_pathway(self, pathway: Pathway) -> None:
        """Add the handout of a pathway, to print and for Word."""
        address = pathway.address
        printed, word = self._pdf(create_pathway_handout, pathway), self._word(create_pathway_handout, pathway)
        self._publish(address, address, self._context.text("downloads.printed"), {f"{pathway.id}.pdf": printed})
        self._publish(address, address, self._context.text("downloads.word"), {f"{pathway.id}.docx": word})

    def add_change_package(self, package: ChangePackage) -> None:
        """Add the package as a document, and as a pack with its toolkits."""
        name = f"change-package-{package.domain.id}"
        members = {f"{name}.pdf": self._pdf(create_change_package_document, package)}
        self._publish(package.address, package.address, self._context.text("downloads.change_package"), members)
        for toolkit in package.toolkits:
            files = self._toolkit_files[toolkit.id].items()
            members |= {f"toolkits/{toolkit.id}/{file}": content for file, content in files}
        title = f"{self._context.text('change_package.name')}: {package.domain.label.text()}"
        reviewed = datetime.date.fromisoformat(self._context.site.catalogue.newest_review)
        texts = self._accompanying_texts(title, package.address, cite_work((), reviewed, title))
        self._publish_pack(
            package.address, f"{name}-pack.zip", members | texts, self._context.text("downloads.package_pack")
        )

    def add_playbook(self, packages: tuple[ChangePackage, ...]) -> None:
        """Add the whole hub as one book."""
        made = {"playbook.pdf": self._pdf(create_playbook, packages)}
        self._publish(CHANGE_PACKAGES, "", self._context.text("downloads.playbook"), made)

    def add_data(self) -> None:
        """Add the tables of the library as workbooks, one a type; none for a table without lines."""
        site = self._context.site
        for stem, table in create_tables(site.catalogue, site.settings.site_url):
            if table.rows:
                make = partial(self._make_library_workbook, table)
                self._publish(DATA_PAGE, DATA, table.label, {f"{stem}.xlsx": make})

    def _make_library_workbook(self, table: Table) -> bytes:
        sheets = create_library_sheets(self._context, table)
        return self.maker.excel(table.label, self._context.site_name, sheets)

    def _pdf(self, create: Callable[..., Document], *given: object) -> Make:
        return lambda: self.maker.pdf(create(self._context, *given))

    def _word(self, create: Callable[..., Document], *given: object) -> Make:
        return lambda: self.maker.word(create(self._context, *given))

    def _add_workbook(self, record: Record, ending: str, title: str, sheets: list[Sheet]) -> dict[str, Make]:
        """Publish a workbook and return it as members of the record's pack, none where there are no tables."""
        if not sheets:
            return {}
        name, author = f"{record.id}-{ending}.xlsx", self._context.authors(record)
        make = partial(self.maker.excel, record.title, author, sheets)
        self._publish(record.address, record.address, title, {name: make})
        return {f"data/{name}": make}

    def _add_pack(self, record: Record, members: Mapping[str, Make]) -> None:
        citation = cite_record(record, self._context.site.catalogue.contributors)
        texts = self._accompanying_texts(record.title, record.address, citation)
        own = published_files(self._context.site.shelves.get(record.address, {}))
        # The large copy of a picture is enough.
        files = {
            address.removeprefix(record.address): _as_it_is(content)
            for address, content in own.items()
            if "/files/small/" not in address
        }
        pack = {**members, **files, **texts}
        self._publish_pack(record.address, f"{record.id}-pack.zip", pack, self._context.text("downloads.pack"))

    def _publish_pack(self, folder: str, name: str, members: Mapping[str, Make], title: str) -> None:
        self._publish(folder, folder, title, {name: partial(_zip, name.removesuffix("-pack.zip"), members)})

    def _publish(self, page: str, folder: str, title: str, makers: Mapping[str, Make]) -> None:
        """Put files at addresses in `folder`, and links to them on `page`."""
        for name, make in makers.items():
            address, size = f"{folder}{name}", 0
            if self._is_on_request:
                self.on_request[address] = make
            else:
                self.files[address] = make()
                size = len(self.files[address])
            self.downloads.setdefault(page, []).append(Download(address, title, size))

    def _accompanying_texts(self, title: str, address: str, citation: str) -> dict[str, Make]:
        """Return what a pack says about itself: how to cite it, and what may be done with it."""
        where = self._context.address_of(address)
        cite = complete_citation(citation, self._context.site_name, where)
        licence = f"{title}\n{self._context.site_name} {where}".rstrip()
        return {
            "HOW-TO-CITE.txt": _as_it_is(f"{cite}\n".encode()),
            "LICENSE.txt": _as_it_is(f"{licence}\n\n{LICENCE}\n{LICENSE_ADDRESS}\n".encode()),
        }


def _as_it_is(content: bytes) -> Make:
    return lambda: content


def _zip(top: str, members: Mapping[str, Make]) -> bytes:
    return create_zip({f"{top}/{file}": make() for file, make in members.items()}, compress=False)
