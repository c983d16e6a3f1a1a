"""What spans records: the change package of a quality domain, and the whole hub as one playbook."""

from knowledge_hub.catalogue.change_packages import ChangePackage, TriedIdea
from knowledge_hub.dates import date_words
from knowledge_hub.exports.documents.community import change_test_entry, driver_blocks
from knowledge_hub.exports.documents.document import Block, Document, band, bullet_list, entry, heading, paragraph, run
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.document_parts import (
    case_study_entries,
    joined,
    lesson_entries,
    reference_list,
    section,
    status_label,
    toolkit_entries,
)
from knowledge_hub.pages.library.change_package_page import package_summary
from knowledge_hub.records import Record, Role


def create_change_package_document(context: DocumentContext, package: ChangePackage) -> Document:
    """Return the change package of one domain."""
    sources = dict.fromkeys(use.source for record in package.records for use in record.sources)
    return Document(
        kind=context.text("change_package.name"),
        title=package.domain.label.text(),
        summary=package_summary(context.site, package),
        imprint=context.imprint(package.address, date_words(context.site.catalogue.newest_review)),
        blocks=(
            band(context.text("change_package.mixed_evidence")),
            *package_blocks(context, package),
            *section(context.text("record.sources"), reference_list(context, sources)),
        ),
        source="content/vocabularies/domains.yml",
        author=context.site_name,
    )


def package_blocks(context: DocumentContext, package: ChangePackage, *, level: int = 1) -> list[Block]:
    """Return drivers, tools, lessons, examples and tests, each with its heading at `level`."""
    below = level + 1
    parts = {
        context.text("change_package.drivers"): _drivers(context, package, below),
        context.text("change_package.tools"): toolkit_entries(context, package.toolkits, level=below),
        context.text("change_package.lessons"): lesson_entries(context, package.lessons, level=below),
        context.text("change_package.case_studies"): case_study_entries(context, package.case_studies, level=below),
        context.text("change_package.tests"): _tests(context, package, below),
    }
    return [block for title, entries in parts.items() for block in section(title, entries, level=level)]


def create_playbook(context: DocumentContext, packages: tuple[ChangePackage, ...]) -> Document:
    """Return the hub as one book: the two models, a chapter for each domain, the roles, the glossary.

    A record that belongs to several domains stands in the one that it names first.
    """
    catalogue = context.site.catalogue
    blocks: list[Block] = [band(context.text("change_package.mixed_evidence")), *_models(context)]
    for package in packages:
        about = package.domain.definition
        blocks += [
            {"kind": "chapter-break"},
            heading(package.domain.label.text()),
            *([paragraph(about.text())] if about else []),
            *package_blocks(context, _chapter(package), level=2),
        ]
    blocks.append({"kind": "chapter-break"})
    blocks += section(context.text("types.role.many"), _roles(context))
    blocks += section(context.text("reference.glossary"), _glossary(context))
    return Document(
        kind=context.site_name,
        title=context.text("downloads.playbook"),
        summary=context.text("downloads.playbook_summary"),
        imprint=context.imprint("", date_words(catalogue.newest_review)),
        blocks=tuple(blocks),
        source="content/",
        author=context.site_name,
        contents=True,
    )


def _chapter(package: ChangePackage) -> ChangePackage:
    """Return what names this domain first; other chapters have the rest."""

    def belongs(record: Record) -> bool:
        return record.domains[:1] == (package.domain.id,)

    return ChangePackage(
        domain=package.domain,
        drivers=tuple(part for part in package.drivers if belongs(part.community)),
        tests=tuple(part for part in package.tests if belongs(part.community)),
        toolkits=tuple(filter(belongs, package.toolkits)),
        lessons=tuple(filter(belongs, package.lessons)),
        case_studies=tuple(filter(belongs, package.case_studies)),
    )


def _drivers(context: DocumentContext, package: ChangePackage, level: int) -> list[Block]:
    return [
        entry(
            part.community.title,
            context.site.evidence_band(part.community),
            driver_blocks(context, part.drivers, level=level + 1),
            level=level,
            href=context.href(part.community),
        )
        for part in package.drivers
    ]


def _tests(context: DocumentContext, package: ChangePackage, level: int) -> list[Block]:
    return [change_test_entry(context, tried.test, level=level, note=_whose(context, tried)) for tried in package.tests]


def _whose(context: DocumentContext, tried: TriedIdea) -> str:
    return joined(tried.community.title, status_label(context, tried.community))


def _models(context: DocumentContext) -> list[Block]:
    models = context.site.catalogue.models
    if models is None:
        return []
    parts = [
        block
        for model in models.models
        for block in section(
            model.title,
            [
                paragraph(model.summary),
                paragraph(run(context.text("reference.fits_when"), bold=True)),
                bullet_list(model.fits_when),
            ],
            level=2,
        )
    ]
    return section(models.title, [paragraph(models.evidence_note), *parts])


def _roles(context: DocumentContext) -> list[Block]:
    return [
        entry(
            role.title,
            context.site.label("disciplines", role.discipline),
            [paragraph(role.summary), bullet_list(role.brings)],
            href=context.href(role),
        )
        for role in sorted(context.site.catalogue.of_type(Role), key=lambda role: role.title.casefold())
    ]


def _glossary(context: DocumentContext) -> list[Block]:
    terms = sorted(context.site.catalogue.glossary.terms, key=lambda term: (term.term.casefold(), term.id))
    return [
        paragraph(run(term.term, bold=True), f" ({term.expansion})" if term.expansion else "", f": {term.definition}")
        for term in terms
    ]
