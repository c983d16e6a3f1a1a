"""What isn't a record and is found all the same: tests of change, change packages, models, terms, sources, people."""

from collections.abc import Iterator

from knowledge_hub.catalogue.change_packages import ChangePackage, create_change_packages
from knowledge_hub.catalogue.credit import Person
from knowledge_hub.catalogue.search_facets import find_package_values, find_test_values
from knowledge_hub.citations.apa import cite_briefly, source_address
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.library.change_package_page import package_summary
from knowledge_hub.pages.reference.reference_pages import GLOSSARY, MODELS
from knowledge_hub.pages.search.field_texts import read_part
from knowledge_hub.pages.search.record_documents import find_factor, write_labels
from knowledge_hub.records import Community, GlossaryTerm, Source
from knowledge_hub.records.community import TestOfChange
from knowledge_hub.records.single_files.learning_models import LearningModels
from knowledge_hub.search.document import BODY, Card, Document, Section

# A source says less to a reader than the page that rests on it.
_SOURCE_FACTOR = 0.5
# Whoever asks for a name gets it; to everyone else the work comes first.
_PERSON_FACTOR = 0.5
# What a source says in all stands on its page; the cards of a library are fetched by every reader who searches.
_LONGEST_SUMMARY = 160


def create_reference_documents(site: Site) -> Iterator[Document]:
    """Yield everything that can be found beside records and hand-written pages."""
    for community in site.catalogue.of_type(Community):
        for test in community.tests_of_change:
            yield _create_test(site, community, test)
    for package in create_change_packages(site.catalogue):
        yield _create_package(site, package)
    if models := site.catalogue.models:
        yield _create_models(site, models)
    for term in site.catalogue.glossary.terms:
        yield _create_term(site, term)
    for source in site.catalogue.sources.values():
        yield _create_source(site, source)
    for person in site.catalogue.people:
        yield _create_person(site, person)


def _create_test(site: Site, community: Community, test: TestOfChange) -> Document:
    parts = (
        ("question", "test_of_change.question", test.question),
        ("did", "test_of_change.did", test.did),
        ("prediction-and-result", "test_of_change.sides", "\n".join(filter(None, (test.prediction, test.found)))),
    )
    status = site.label("evidence-status", community.evidence.status) if find_factor(community) != 1.0 else ""
    decision = site.label("decisions", test.decision) if test.decision else ""
    facets = find_test_values(site.catalogue, community)
    return Document(
        card=_create_card(
            site,
            community.test_address(test),
            test.title,
            "test-of-change",
            test.change_idea,
            tuple(filter(None, (community.title, decision, status))),
        ),
        texts=(
            ("title", test.title),
            ("summary", test.change_idea),
            ("facets", f"{site.text('types.test-of-change.one')}\n{write_labels(site, community, facets)}\n{decision}"),
            (BODY, test.team or ""),
        ),
        sections=tuple(Section(fragment, site.text(key), text) for fragment, key, text in parts if text),
        facets=facets,
        reviewed=community.review.reviewed_on.isoformat() if community.review else "",
        factor=find_factor(community),
    )


def _create_package(site: Site, package: ChangePackage) -> Document:
    kind, title = site.text("types.change-package.one"), package.domain.label.text()
    summary = package_summary(site, package)
    drivers = "\n".join(read_part(part.drivers) for part in package.drivers)
    tests = "\n".join(f"{tried.test.title}\n{tried.test.change_idea}" for tried in package.tests)
    parts = (
        ("drivers", "change_package.drivers", drivers),
        ("tests-of-change", "change_package.tests", tests),
    )
    return Document(
        card=_create_card(site, package.address, f"{kind}: {title}", "change-package", summary),
        texts=(("title", f"{kind}: {title}"), ("summary", summary)),
        sections=tuple(Section(fragment, site.text(key), text) for fragment, key, text in parts if text),
        facets=find_package_values(package.domain),
        reviewed=site.catalogue.newest_review,
    )


def _create_models(site: Site, models: LearningModels) -> Document:
    rows = "\n".join(f"{row.coiin}\n{row.cop}" for row in models.rows)
    sections = [Section(model.kind, model.title, read_part(model)) for model in models.models]
    return Document(
        card=_create_card(site, MODELS, models.title, "model", models.summary),
        texts=(("title", models.title), ("summary", models.summary), (BODY, models.evidence_note)),
        sections=(*sections, Section("side-by-side", site.text("reference.side_by_side"), rows)),
        facets=(("type", "model"),),
        reviewed=site.catalogue.newest_review,
    )


def _create_term(site: Site, term: GlossaryTerm) -> Document:
    return Document(
        card=_create_card(
            site,
            f"{GLOSSARY}#{term.id}",
            term.term,
            "term",
            term.definition,
            (term.expansion,) if term.expansion else (),
        ),
        texts=(
            ("title", term.term),
            ("aliases", "\n".join(filter(None, (term.expansion, *term.aliases)))),
            ("summary", term.definition),
        ),
        facets=(("type", "term"),),
        reviewed=site.catalogue.newest_review,
    )


def _create_source(site: Site, source: Source) -> Document:
    return Document(
        card=_create_card(
            site,
            source_address(source.id, ""),
            source.title,
            "source",
            _shorten(source.says or ""),
            (cite_briefly(source),),
        ),
        texts=(
            ("title", source.title),
            ("aliases", "\n".join(read_part(name) for name in source.author)),
            ("summary", source.says or ""),
            (BODY, "\n".join(filter(None, (source.container_title, source.publisher, source.note)))),
        ),
        facets=(("type", "source"),),
        factor=_SOURCE_FACTOR,
    )


def _create_person(site: Site, person: Person) -> Document:
    """Return a person or an organization, found by name only and listed under no filter."""
    one = person.contributor
    facts = (one.affiliation,) if one.affiliation else ()
    return Document(
        card=_create_card(site, one.address, one.name, one.kind, _shorten(one.about or ""), facts),
        texts=(("title", one.name),),
        factor=_PERSON_FACTOR,
    )


def _create_card(site: Site, address: str, title: str, type_: str, summary: str, facts: tuple[str, ...] = ()) -> Card:
    return Card(address, title, site.text(f"types.{type_}.one"), type_, summary, facts)


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST_SUMMARY else f"{text[:_LONGEST_SUMMARY].rpartition(' ')[0]} …"
