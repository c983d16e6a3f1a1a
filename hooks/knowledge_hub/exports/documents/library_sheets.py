"""The tables of the library as sheets of a workbook."""

from knowledge_hub.data.places import DATA_PAGE, LICENSE
from knowledge_hub.data.tables.table import Table
from knowledge_hub.dates import date_words
from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.sheet import Column, Sheet


def create_library_sheets(context: DocumentContext, table: Table) -> list[Sheet]:
    """Return a table and, on a second sheet, what stands in each of its columns."""
    words = context.site.text
    about = words(
        "data.sheet",
        label=table.label,
        date=date_words(context.site.catalogue.newest_review),
        hub=context.site_name,
        address=context.address_of(DATA_PAGE) or DATA_PAGE,
        license=LICENSE,
    )
    names = tuple(Column(one.name) for one in table.columns)
    columns = (Column(words("data.column")), Column(words("data.meaning")))
    rows = tuple((column.name, column.about) for column in table.columns)
    return [
        Sheet(table.label, about, names, table.rows, fits_on_paper=False),
        Sheet(words("data.columns"), words("data.columns_about"), columns, rows),
    ]
