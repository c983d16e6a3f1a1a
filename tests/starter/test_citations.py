"""Every record and source of the starter library, as independent libraries read its citation files."""

from collections.abc import Iterable, Mapping

import pytest

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.citations.kinds import KINDS
from knowledge_hub.library.loading import load_library
from knowledge_hub.records import Record, Source
from knowledge_hub.settings.settings import Settings
from support.builds import ROOT
from support.citation_files import create_citation_files
from support.citation_readers import READERS, Told

_URL = "https://hub.example/"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return create_catalogue(load_library(ROOT / "content", ROOT / "docs" / "guides")[0])


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> Mapping[str, bytes]:
    """Every citation file by its path."""
    return create_citation_files(catalogue, Settings(site_name="Hub", site_url=_URL))


@pytest.mark.parametrize("ending", READERS)
def test_every_record_is_read_as_it_is(catalogue: Catalogue, files: Mapping[str, bytes], ending: str) -> None:
    """Title, authors, date and address are those of the page, in its own file."""
    told = {
        record.address: READERS[ending](files[f"cite/{record.address[:-1]}.{ending}"]) for record in catalogue.records
    }
    assert told == {record.address: [_tell(catalogue, record)] for record in catalogue.records}


@pytest.mark.parametrize("ending", READERS)
def test_every_source_is_read_as_it_is(catalogue: Catalogue, files: Mapping[str, bytes], ending: str) -> None:
    """Title, authors, date and address are those of the source, in the list of all."""
    assert READERS[ending](files[f"cite/sources.{ending}"]) == list(_tell_sources(catalogue.sources.values()))


def test_the_sources_of_every_record_are_read(catalogue: Catalogue, files: Mapping[str, bytes]) -> None:
    """Each that the record names, and no other."""
    for record in catalogue.records:
        sources = [catalogue.sources[key] for key in dict.fromkeys(use.source for use in record.sources)]
        data = files.get(f"cite/{record.address[:-1]}.sources.ris", b"")
        assert READERS["ris"](data) == list(_tell_sources(sources)), record.address


def test_every_kind_of_source_has_its_name_elsewhere() -> None:
    """What the vocabulary offers has a type in each format, and there is no other."""
    vocabularies = load_library(ROOT / "content")[0].vocabularies
    assert {term.id for term in vocabularies["source-kinds"].terms} == set(KINDS)


def _tell(catalogue: Catalogue, record: Record) -> Told:
    assert record.review
    authors = tuple(catalogue.contributors[author].name for author in record.credit.authors)
    return Told(record.title, authors, record.review.reviewed_on.isoformat(), f"{_URL}{record.address}")


def _tell_sources(sources: Iterable[Source]) -> Iterable[Told]:
    for source in sources:
        names = (name.literal or ", ".join(filter(None, (name.family, name.given))) for name in source.author)
        yield Told(source.title, tuple(names), source.issued or "", source.doi or source.url or "")
