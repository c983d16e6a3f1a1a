"""Kinds of work, as each format of reference managers calls them: the table that the formats share."""

from typing import NamedTuple


class Kind(NamedTuple):
    """The type of a BibTeX entry, and the value of the RIS tag TY."""

    bibtex: str
    ris: str


OTHER = "document"
# By CSL type (CSL 1.0.2, appendix III). A host may add kinds of source, which are documents to other programs.
# RIS types are those that Zotero and EndNote both read.
KINDS = {
    "article-journal": Kind("article", "JOUR"),
    "article-magazine": Kind("article", "MGZN"),
    "book": Kind("book", "BOOK"),
    "chapter": Kind("incollection", "CHAP"),
    "document": Kind("misc", "GEN"),
    "paper-conference": Kind("inproceedings", "CPAPER"),
    "regulation": Kind("misc", "STAT"),
    "report": Kind("techreport", "RPRT"),
    "speech": Kind("misc", "SLIDE"),
    "webpage": Kind("misc", "ELEC"),
}
