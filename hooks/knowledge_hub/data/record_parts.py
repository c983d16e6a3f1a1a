"""What the files of data say of one record: each of its texts stands in one file or more."""

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.data.contributors import public_contributors
from knowledge_hub.data.graph import create_node
from knowledge_hub.data.json_text import JsonWriter
from knowledge_hub.data.record_texts import create_facets_text, create_record_text
from knowledge_hub.data.tables.csv_text import create_lines
from knowledge_hub.data.tables.record_table import RecordTable
from knowledge_hub.records import Record

# Its texts by their numbers: the record itself, its line in the table of its type, and its node in the graph.
ITSELF, LINE, NODE = range(3)


class RecordWriter:
    """Writes the texts of records."""

    def __init__(self, catalogue: Catalogue, site_url: str) -> None:
        self._catalogue = catalogue
        self._site_url = site_url
        contributors = public_contributors(catalogue)
        self._writer = JsonWriter(catalogue, contributors)
        self._tables = {
            name: RecordTable(catalogue, cls, contributors, site_url) for name, cls in catalogue.types.items()
        }

    def write(self, record: Record) -> tuple[bytes, bytes, bytes]:
        """Return the texts of a record."""
        facets = create_facets_text(self._catalogue, record, self._writer.write_facet)
        itself = create_record_text(self._catalogue, record, facets, self._writer, self._site_url)
        line = create_lines([self._tables[record.type].create_row(record)])
        node = create_node(self._catalogue, record, facets, self._site_url)
        return itself.encode(), line, node.encode()
