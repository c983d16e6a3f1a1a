"""A library to the catalogue of what of it is published."""

from collections.abc import Collection, Iterator

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.connections import Key, key_of
from knowledge_hub.catalogue.credit import hide_owners, honor_opt_outs
from knowledge_hub.catalogue.facets import arrange_facets
from knowledge_hub.keeping import Store, fingerprint
from knowledge_hub.library.library import Library
from knowledge_hub.records import Contributor, Record, Source
from knowledge_hub.records.fields import Part


def create_catalogue(
    library: Library,
    *,
    with_drafts: bool = False,
    own_pages: Collection[str] | None = None,
    store: Store | None = None,
) -> Catalogue:
    """Return the catalogue of a library that has no problems; drafts only for a preview.

    `own_pages` are the paths of the hand-written pages that are published, None for all of them. What `store` keeps
    of an earlier build isn't worked out again.
    """
    kept = store or Store()
    visible = (record for record in library.records if with_drafts or record.status != "draft")
    not_named = library.words.text("people.not_named")
    shown, contributors = honor_opt_outs(visible, library.contributors, not_named)
    published = (page for page in library.own_pages if own_pages is None or page.path in own_pages)
    return Catalogue(
        records=tuple(sorted(shown, key=_newest_first)),
        vocabularies=library.vocabularies,
        glossary=library.glossary,
        sources=library.sources,
        contributors=contributors,
        models=library.models,
        wording=library.wording,
        source_paths={key_of(record): library.document(record).path for record in shown},
        other_files=dict(_other_files(library)),
        synonyms=library.synonyms,
        names={key_of(record): library.names(record) for record in shown},
        fingerprints=dict(_fingerprints(library)),
        outlines=dict(_outlines(library)),
        shared=library.shared,
        traits=kept.table("traits"),
        nearest=kept.table("nearest"),
        descriptions=kept.table("descriptions"),
        answers=library.answers,
        own_pages=tuple(hide_owners(published, library.contributors)),
        words=library.words,
        facets=arrange_facets(library.additions.facets),
        types=library.types,
    )


def _other_files(library: Library) -> Iterator[tuple[str, Part]]:
    items: tuple[Source | Contributor, ...] = (*library.sources.values(), *library.contributors.values())
    for item in items:
        yield library.document(item).path, item
    for name, part in (("glossary.yml", library.glossary), ("models.yml", library.models)):
        if part and (document := library.documents.get(("", name))):
            yield document.path, part


def _fingerprints(library: Library) -> Iterator[tuple[Key, bytes]]:
    items: tuple[Record | Source, ...] = (*library.records, *library.sources.values())
    for item in items:
        kind = item.record_type if isinstance(item, Source) else item.type
        # One that was put together elsewhere, such as a submission, stands for itself.
        mark = library.fingerprints.get((item.folder, item.id)) or fingerprint(repr(item))
        yield (kind, item.id), mark


def _outlines(library: Library) -> Iterator[tuple[Key, bytes]]:
    for record in library.records:
        yield key_of(record), library.outlines.get((record.folder, record.id)) or fingerprint(repr(record))


def _newest_first(record: Record) -> tuple[int, str, str]:
    reviewed = record.review.reviewed_on.toordinal() if record.review else 0
    return (-reviewed, record.title.casefold(), record.id)
