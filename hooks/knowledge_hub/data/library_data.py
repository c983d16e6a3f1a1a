"""Everything under /data/v1/, put together."""

from collections.abc import Iterable, Iterator, Mapping
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
    create_data,
)
from knowledge_hub.data.graph import create_graph_text
from knowledge_hub.data.index import create_index, create_index_schema
from knowledge_hub.data.json_text import JsonWriter
from knowledge_hub.data.openapi import create_openapi
from knowledge_hub.data.places import DATA, INDEX, OPENAPI, SKOS, record_file, schema_file, type_file
from knowledge_hub.data.record_texts import create_record_text, create_source_text
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
from knowledge_hub.data.tables.csv_text import create_csv
from knowledge_hub.data.tables.measure_table import create_measure_table
from knowledge_hub.data.tables.record_table import create_record_table
from knowledge_hub.data.tables.source_table import create_source_table
from knowledge_hub.data.tables.table import Table
from knowledge_hub.data.vocabularies import create_skos_text, create_vocabularies_text
from knowledge_hub.records import Record
from knowledge_hub.settings.settings import Settings


def create_tables(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, Table]]:
    """Yield every table with the path of its files below /data/v1/, without the ending."""
    contributors = public_contributors(catalogue)
    for name, cls in catalogue.types.items():
        yield type_file(name), create_record_table(catalogue, cls, contributors, site_url)
    yield "sources", create_source_table(catalogue)
    yield "measures", create_measure_table(catalogue)


def create_library_data(catalogue: Catalogue, settings: Settings, workbooks: Mapping[str, int]) -> LibraryData:
    """Return all files; `workbooks` has the sizes of Excel files that are made elsewhere, by path below the root."""
    maker = _DataMaker(catalogue, settings, {path.removeprefix(DATA): size for path, size in workbooks.items()})
    groups = tuple(maker.create_groups())
    maker.add_descriptions(groups)
    return create_data(groups, maker.files, maker.reviewed_on)


class _DataMaker:
    """Collects files by path below the site's root, group by group; each record is written once."""

    def __init__(self, catalogue: Catalogue, settings: Settings, workbooks: Mapping[str, int]) -> None:
        self.files: dict[str, bytes] = {}
        self._catalogue = catalogue
        self._settings = settings
        self._workbooks = workbooks
        self._contributors = public_contributors(catalogue)
        self._writer = JsonWriter(catalogue, self._contributors)
        self._tables = dict(create_tables(catalogue, settings.site_url))
        self._schemas: dict[str, Any] = {}
        self.reviewed_on = catalogue.last_review.isoformat() if catalogue.last_review else ""

    def create_groups(self) -> Iterator[DataGroup]:
        """Yield every group of files, the record types first."""
        for name, cls in self._catalogue.types.items():
            yield self._create_type(name, cls)
        yield from (self._create_sources(), self._create_contributors(), self._create_glossary())
        yield from (self._create_measures(), self._create_catalogue(), self._create_vocabularies())

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
            self._add(path, self._writer.write(value).encode(), JSON)

    def _create_type(self, name: str, cls: type[Record]) -> DataGroup:
        texts = {
            record.id: create_record_text(self._catalogue, record, self._writer, self._settings.site_url)
            for record in self._catalogue.records
            if record.type == name
        }
        singles = {f"{DATA}{record_file(name, record_id)}": text.encode() for record_id, text in texts.items()}
        self.files |= singles
        one = schema_file("record", name)
        self._schemas[one] = create_record_schema(cls, self._catalogue.facets)
        current = [texts[record.id] for record in self._catalogue.of_type(cls)]
        files = (self._add_list(type_file(name), name, current), *self._add_table(type_file(name), name))
        single = RecordFiles(record_file(name, "{id}"), len(singles), sum(map(len, singles.values())), one)
        return DataGroup(name, self._catalogue.words.text(f"types.{name}.many"), len(current), files, single)

    def _create_sources(self) -> DataGroup:
        self._schemas[schema_file("record", "source")] = create_source_schema()
        sources = self._catalogue.sources.values()
        texts = [create_source_text(self._catalogue, source, self._writer) for source in sources]
        files = (self._add_list("sources", "source", texts), *self._add_table("sources", "source"))
        return self._group("source", len(texts), *files)

    def _create_contributors(self) -> DataGroup:
        self._schemas[schema_file("record", "contributor")] = create_contributor_schema()
        texts = [create_contributor_text(one, self._writer) for one in self._contributors.values()]
        return self._group("contributor", len(texts), self._add_list("contributors", "contributor", texts))

    def _create_glossary(self) -> DataGroup:
        self._schemas[schema_file("record", "term")] = create_term_schema()
        texts = [self._writer.write(term) for term in self._catalogue.glossary.terms]
        return self._group("term", len(texts), self._add_list("glossary", "term", texts))

    def _create_measures(self) -> DataGroup:
        return self._group("measure", len(self._tables["measures"].rows), *self._add_table("measures", "measure"))

    def _create_catalogue(self) -> DataGroup:
        schema = schema_file("catalogue")
        self._schemas[schema] = create_graph_schema(self._catalogue.facets)
        text = create_graph_text(self._catalogue, self._writer, self._settings.site_url)
        return self._group(
            "catalogue", len(self._catalogue.records), self._add("catalogue.json", text.encode(), JSON, schema)
        )

    def _create_vocabularies(self) -> DataGroup:
        vocabularies, plain, skos = self._catalogue.vocabularies, schema_file("vocabularies"), schema_file("skos")
        self._schemas |= {plain: create_vocabularies_schema(), skos: create_skos_schema()}
        as_skos = create_skos_text(vocabularies, self._writer, self._settings.site_url)
        files = (
            self._add("vocabularies.json", create_vocabularies_text(vocabularies, self._writer).encode(), JSON, plain),
            self._add(SKOS, as_skos.encode(), JSON_LD, skos),
        )
        return self._group("vocabulary", len(vocabularies.by_name), *files)

    def _group(self, name: str, count: int, *files: DataFile) -> DataGroup:
        return DataGroup(name, self._catalogue.words.text(f"data_groups.{name}"), count, files)

    def _add_list(self, stem: str, name: str, texts: Iterable[str]) -> DataFile:
        """Add a file with several items, each already JSON."""
        items, schema = list(texts), schema_file("list", name)
        self._schemas[schema] = create_list_schema(refer("record", name), "Several of them, and how many.")
        text = f'{{"count":{len(items)},"items":[{",".join(items)}]}}'
        return self._add(f"{stem}.json", text.encode(), JSON, schema)

    def _add_table(self, stem: str, name: str) -> Iterator[DataFile]:
        """Add a table as CSV, and tell of its Excel file where one was made."""
        table, schema = self._tables[stem], schema_file("rows", name)
        self._schemas[schema] = create_rows_schema(table)
        yield self._add(f"{stem}.csv", create_csv(table), CSV, schema)
        if (workbook := f"{stem}.xlsx") in self._workbooks:
            yield DataFile(workbook, EXCEL, self._workbooks[workbook])

    def _add(self, path: str, content: bytes, media_type: str, schema: str = "") -> DataFile:
        self.files[f"{DATA}{path}"] = content
        return DataFile(path, media_type, len(content), schema)
