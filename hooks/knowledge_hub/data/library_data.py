"""Everything under /data/v1/, put together."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.contributors import create_contributor_text, public_contributors
from knowledge_hub.data.data_files import (
    CSV,
    EXCEL,
    JSON,
    JSON_LD,
    DataFile,
    DataGroup,
    LibraryData,
    RecordFiles,
)
from knowledge_hub.data.graph import create_graph
from knowledge_hub.data.index import create_index, create_index_schema
from knowledge_hub.data.json_text import JsonWriter
from knowledge_hub.data.openapi import create_openapi
from knowledge_hub.data.places import DATA, INDEX, OPENAPI, SKOS, record_file, schema_file, type_file
from knowledge_hub.data.record_parts import ITSELF, LINE, NODE
from knowledge_hub.data.record_texts import create_source_text
from knowledge_hub.data.schemas.file_schemas import (
    create_graph_schema,
    create_skos_schema,
    create_term_schema,
    create_vocabularies_schema,
)
from knowledge_hub.data.schemas.record_schema import (
    create_contributor_schema,
    create_list_schema,
    create_record_schema,
    create_rows_schema,
    create_source_schema,
    refer,
)
from knowledge_hub.data.tables.csv_text import create_csv, create_head
from knowledge_hub.data.tables.measure_table import create_measure_table
from knowledge_hub.data.tables.record_table import RecordTable
from knowledge_hub.data.tables.source_table import create_source_table, list_source_columns
from knowledge_hub.data.tables.table import Column, Table
from knowledge_hub.data.vocabularies import create_skos_text, create_vocabularies_text
from knowledge_hub.keeping import FileStore, Joined, Marked, fingerprint
from knowledge_hub.records import Record
from knowledge_hub.settings.settings import Settings


def create_tables(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, Table]]:
    """Yield every table with the path of its files below /data/v1/, without the ending."""
    contributors = public_contributors(catalogue)
    for name, cls in catalogue.types.items():
        yield type_file(name), RecordTable(catalogue, cls, contributors, site_url).create()
    yield "sources", create_source_table(catalogue)
    yield "measures", create_measure_table(catalogue)


def create_library_data(
    catalogue: Catalogue,
    settings: Settings,
    workbooks: Mapping[str, int],
    files: FileStore,
    parts: Sequence[Marked],
) -> LibraryData:
    """Put all files into `files`, and return what is told of them; those of no type may be there already.

    `parts` are those of all records, and in `files`, too. `workbooks` has the sizes of Excel files that are made
    elsewhere, by path below the root.
    """
    known = {path.removeprefix(DATA): size for path, size in workbooks.items()}
    nodes = (files.parts.read(part.texts.place(NODE)) for part in parts)
    maker = _DataMaker(catalogue, settings, known, files, nodes)
    groups = tuple(maker.create_groups(parts))
    maker.add_descriptions(groups)
    told = (file.size for group in groups for file in group.files if file.media_type == EXCEL)
    return LibraryData(groups, maker.reviewed_on, (*maker.sizes, *told))


def add_other_data(catalogue: Catalogue, settings: Settings, files: FileStore, nodes: Iterable[bytes]) -> None:
    """Put the files into `files` that aren't those of a type; `nodes` are those of all records in the graph."""
    _DataMaker(catalogue, settings, {}, files, nodes).create_others()


class _DataMaker:
    """Puts files by path below the site's root into `files`, group by group."""

    def __init__(
        self,
        catalogue: Catalogue,
        settings: Settings,
        workbooks: Mapping[str, int],
        files: FileStore,
        nodes: Iterable[bytes],
    ) -> None:
        self.sizes: list[int] = []
        self._files = files
        self._nodes = nodes
        self._catalogue = catalogue
        self._settings = settings
        self._workbooks = workbooks
        self._contributors = public_contributors(catalogue)
        self._writer = JsonWriter(catalogue, self._contributors)
        self._schemas: dict[str, Any] = {}
        self.reviewed_on = catalogue.last_review.isoformat() if catalogue.last_review else ""

    def create_groups(self, parts: Sequence[Marked]) -> Iterator[DataGroup]:
        """Yield every group of files, the record types first, whose files are joined of `parts`."""
        by_type: dict[str, dict[str, Marked]] = {name: {} for name in self._catalogue.types}
        for record, part in zip(self._catalogue.records, parts, strict=True):
            by_type[record.type][record.id] = part
        for name, cls in self._catalogue.types.items():
            yield self._create_type(name, cls, by_type[name])
        yield from self.create_others()

    def create_others(self) -> tuple[DataGroup, ...]:
        """Return every group of files that isn't that of a type."""
        sources, contributors, glossary = self._create_sources(), self._create_contributors(), self._create_glossary()
        measures, catalogue, vocabularies = (
            self._create_measures(),
            self._create_catalogue(),
            self._create_vocabularies(),
        )
        return sources, contributors, glossary, measures, catalogue, vocabularies

    def add_descriptions(self, groups: tuple[DataGroup, ...]) -> None:
        """Add the index, the schemas and the description in OpenAPI."""
        name, site_url = self._settings.site_name, self._settings.site_url
        self._schemas[schema_file("index")] = create_index_schema()
        described = {
            INDEX: create_index(name, site_url, self.reviewed_on, groups),
            OPENAPI: create_openapi(name, site_url, groups, self._schemas),
            **self._schemas,
        }
        for path, value in described.items():
            self._add(path, functools.partial(self._writer.write, value), JSON)

    def _create_type(self, name: str, cls: type[Record], parts: Mapping[str, Marked]) -> DataGroup:
        for record_id, one in parts.items():
            self._files.join(f"{DATA}{record_file(name, record_id)}", Joined((one.texts,), ITSELF), one.mark)
        sizes = [one.texts.lengths[ITSELF] for one in parts.values()]
        self.sizes += sizes
        schema = schema_file("record", name)
        make = functools.partial(create_record_schema, cls, self._catalogue.facets)
        self._schemas[schema] = self._catalogue.describe_type("data", name, make)
        current = [parts[record.id] for record in self._catalogue.of_type(cls)]
        files = (self._join_list(name, current), *self._join_table(name, cls, current))
        single = RecordFiles(record_file(name, "{id}"), len(sizes), sum(sizes), schema)
        return DataGroup(name, self._catalogue.words.text(f"types.{name}.many"), len(current), files, single)

    def _create_sources(self) -> DataGroup:
        self._schemas[schema_file("record", "source")] = create_source_schema()
        sources = self._catalogue.sources.values()
        texts = (create_source_text(self._catalogue, source, self._writer) for source in sources)
        files = (
            self._add_list("sources", "source", len(sources), texts),
            *self._add_table("sources", "source", list_source_columns(), self._write_source_table),
        )
        return self._group("source", len(sources), *files)

    def _write_source_table(self) -> bytes:
        return create_csv(create_source_table(self._catalogue))

    def _create_contributors(self) -> DataGroup:
        self._schemas[schema_file("record", "contributor")] = create_contributor_schema()
        texts = (create_contributor_text(one, self._writer) for one in self._contributors.values())
        count = len(self._contributors)
        return self._group("contributor", count, self._add_list("contributors", "contributor", count, texts))

    def _create_glossary(self) -> DataGroup:
        self._schemas[schema_file("record", "term")] = create_term_schema()
        terms = self._catalogue.glossary.terms
        file = self._add_list("glossary", "term", len(terms), map(self._writer.write, terms))
        return self._group("term", len(terms), file)

    def _create_measures(self) -> DataGroup:
        table = create_measure_table(self._catalogue)
        write = functools.partial(create_csv, table)
        return self._group("measure", len(table.rows), *self._add_table("measures", "measure", table.columns, write))

    def _create_catalogue(self) -> DataGroup:
        schema = schema_file("catalogue")
        self._schemas[schema] = create_graph_schema(self._catalogue.facets)
        write = functools.partial(create_graph, self._catalogue, self._nodes)
        file = self._add("catalogue.json", write, JSON, schema)
        return self._group("catalogue", len(self._catalogue.records), file)

    def _create_vocabularies(self) -> DataGroup:
        vocabularies, plain, skos = self._catalogue.vocabularies, schema_file("vocabularies"), schema_file("skos")
        self._schemas |= {plain: create_vocabularies_schema(), skos: create_skos_schema()}
        write_plain = functools.partial(create_vocabularies_text, vocabularies, self._writer)
        write_skos = functools.partial(create_skos_text, vocabularies, self._writer, self._settings.site_url)
        files = (self._add("vocabularies.json", write_plain, JSON, plain), self._add(SKOS, write_skos, JSON_LD, skos))
        return self._group("vocabulary", len(vocabularies.by_name), *files)

    def _group(self, name: str, count: int, *files: DataFile) -> DataGroup:
        return DataGroup(name, self._catalogue.words.text(f"data_groups.{name}"), count, files)

    def _add_list(self, stem: str, name: str, count: int, texts: Iterable[str]) -> DataFile:
        """Add a file with so many items, each already JSON."""

        def write() -> str:
            return f'{{"count":{count},"items":[{",".join(texts)}]}}'

        return self._add(f"{stem}.json", write, JSON, self._add_list_schema(name))

    def _join_list(self, name: str, parts: list[Marked]) -> DataFile:
        """Add the file with several records of a type."""
        path, schema = f"{type_file(name)}.json", self._add_list_schema(name)
        start = f'{{"count":{len(parts)},"items":['.encode()
        joined = Joined([one.texts for one in parts], ITSELF, start, b",", b"]}")
        return DataFile(path, JSON, self._join(path, parts, joined), schema)

    def _add_list_schema(self, name: str) -> str:
        schema = schema_file("list", name)
        self._schemas[schema] = create_list_schema(refer("record", name), "Several of them, and how many.")
        return schema

    def _add_table(
        self, stem: str, name: str, columns: tuple[Column, ...], write: Callable[[], bytes]
    ) -> Iterator[DataFile]:
        """Add a table as CSV, and tell of its Excel file where one was made."""
        schema = self._add_rows_schema(name, columns)
        yield self._add(f"{stem}.csv", write, CSV, schema)
        yield from self._tell_workbook(stem)

    def _join_table(self, name: str, cls: type[Record], parts: list[Marked]) -> Iterator[DataFile]:
        """Add the table of a type, as `_add_table` does."""
        columns = RecordTable(self._catalogue, cls, self._contributors, self._settings.site_url).columns
        path, schema = f"{type_file(name)}.csv", self._add_rows_schema(name, columns)
        joined = Joined([one.texts for one in parts], LINE, create_head(columns))
        yield DataFile(path, CSV, self._join(path, parts, joined), schema)
        yield from self._tell_workbook(type_file(name))

    def _add_rows_schema(self, name: str, columns: tuple[Column, ...]) -> str:
        schema = schema_file("rows", name)
        self._schemas[schema] = create_rows_schema(columns)
        return schema

    def _tell_workbook(self, stem: str) -> Iterator[DataFile]:
        if (workbook := f"{stem}.xlsx") in self._workbooks:
            yield DataFile(workbook, EXCEL, self._workbooks[workbook])

    def _add(self, path: str, make: Callable[[], str | bytes], media_type: str, schema: str = "") -> DataFile:
        """Add a file, which isn't made where it is there already."""
        if (place := f"{DATA}{path}") not in self._files:
            content = make()
            self._files[place] = content.encode() if isinstance(content, str) else content
        size = self._files.size(place)
        self.sizes.append(size)
        return DataFile(path, media_type, size, schema)

    def _join(self, path: str, parts: list[Marked], joined: Joined) -> int:
        """Add a file of texts of some records, and return its size."""
        self._files.join(f"{DATA}{path}", joined, fingerprint(joined.start, b"".join([one.mark for one in parts])))
        size = joined.size
        self.sizes.append(size)
        return size
