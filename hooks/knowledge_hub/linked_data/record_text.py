"""Where a record stands as Markdown, for programs that read; the text is written in exports/plain_text/."""

from knowledge_hub.records import Guide, Record

# As llmstxt.org asks: the address of the page, with the name of its file, and ".md".
TEXT_FILE = "index.html.md"


def find_text_address(record: Record) -> str:
    """Return the address of a record's Markdown, "" for a guide: it is hand-written, and its text isn't known here."""
    return "" if isinstance(record, Guide) else f"{record.address}{TEXT_FILE}"
