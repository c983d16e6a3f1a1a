r"""Works as BibTeX, in UTF-8; biber and today's BibTeX read letters as they are.

What TeX would take for a command is written as one that prints the character. A brace counts for BibTeX even after
a backslash, so it is \textbraceleft{} and not \{.
"""

import re

from knowledge_hub.citations.kinds import KINDS
from knowledge_hub.citations.work import Author, Work

_ESCAPED = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}
# Few texts have one, and to find that out takes a quarter of the time of a translation.
_SPECIAL = re.compile(r"[\\{}~^#$%&_]")
# Addresses are read letter by letter, so only what could end the value early is written as in any address.
_IN_ADDRESSES = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_ENDING = re.compile(r"[{}\\]")
_HYPHENS = re.compile("[-–]+")
# Where each type of entry says what the work stands in, and who published it.
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {"techreport": "institution"}


def render_entry(work: Work) -> str:
    """Return one work, a field a line."""
    fields = "".join([f"  {name} = {{{value}}},\n" for name, value in _list_fields(work) if value])
    return f"@{KINDS[work.kind].bibtex}{{{work.key},\n{fields}}}\n"


def _list_fields(work: Work) -> tuple[tuple[str, str], ...]:
    """Return name and escaped value; `date` is biblatex's, which BibTeX passes over as it does `doi` and `url`."""
    kind = KINDS[work.kind].bibtex
    return (
        ("author", _join_authors(work)),
        # In braces of its own a title keeps its capitals.
        ("title", f"{{{_escape(work.title)}}}"),
        (_CONTAINERS.get(kind, "howpublished"), _escape(work.container_title)),
        ("volume", _escape(work.volume)),
        ("number", _escape(work.issue)),
        ("pages", work.page and _HYPHENS.sub("--", _escape(work.page))),
        (_PUBLISHERS.get(kind, "publisher"), _escape(work.publisher)),
        ("year", work.issued[:4]),
        ("date", work.issued),
        ("language", _escape(work.language)),
        ("doi", _write_address(work.doi)),
        ("url", _write_address(work.url)),
        ("urldate", work.accessed),
    )


def _join_authors(work: Work) -> str:
    names = [_write_name(name) for name in work.author]
    return " and ".join([*names, "others"] if names and work.authors_incomplete else names)


def _write_name(name: Author) -> str:
    """Return "Family, Given"; braces keep BibTeX from finding "and", "von" or a comma within a name."""
    if name.literal:
        return f"{{{_escape(name.literal)}}}"
    return ", ".join(_protect(_escape(part)) for part in (name.family, name.given) if part)


def _protect(part: str) -> str:
    is_plain = part[:1].isupper() and "," not in part and " and " not in f" {part} ".lower()
    return part if is_plain else f"{{{part}}}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda sign: _ESCAPED[sign[0]], " ".join(text.split())) if text else ""


def _write_address(address: str) -> str:
    return _ENDING.sub(lambda sign: _IN_ADDRESSES[sign[0]], address) if address else ""
