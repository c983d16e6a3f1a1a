"""How to cite the hub, for programs that look for it: https://github.com/citation-file-format, version 1.2.0."""

import yaml

from knowledge_hub.citations.work import Work

CITATION_CFF = "CITATION.cff"


def render_citation_cff(work: Work, *, message: str, abstract: str, nobody: str) -> str:
    """Return the file for a hub as a whole.

    The format asks for an author: `nobody` is said where none is known. It has types for data and software only, and
    a library is data.
    """
    facts = {
        "cff-version": "1.2.0",
        "message": message,
        "type": "dataset",
        "title": work.title,
        "abstract": abstract,
        "authors": [{"name": name.sorted} for name in work.author] or [{"name": nobody}],
        "date-released": work.issued,
        "url": work.url,
        "license": "CC-BY-4.0",
    }
    told = {name: value for name, value in facts.items() if value}
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=100)
