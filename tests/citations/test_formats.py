"""Works in each format, as written by hand after its rules."""

import json

import pytest

from knowledge_hub.citations.bibtex import render_entry
from knowledge_hub.citations.csl_json import render_item
from knowledge_hub.citations.ris import render_reference
from knowledge_hub.citations.work import Author, Work

ARTICLE = Work(
    key="doe-2024",
    kind="article-journal",
    title="Who shares data & why",
    author=(Author(family="Doe", given="J. A."), Author(literal="Office of Schools")),
    authors_incomplete=True,
    issued="2024-03",
    container_title="Journal of Teams",
    volume="12",
    issue="3",
    page="201-215",
    publisher="A Press",
    doi="10.1000/a_b",
    url="https://example.org/a_b?x=50%25",
    accessed="2026-01-15",
    note="There are more.",
)
BARE = Work(key="x", kind="webpage", title="T")

RIS = """\
TY  - JOUR
ID  - doe-2024
AU  - Doe, J. A.
AU  - Office of Schools
TI  - Who shares data & why
T2  - Journal of Teams
VL  - 12
IS  - 3
SP  - 201
EP  - 215
PB  - A Press
PY  - 2024
DA  - 2024/03/
DO  - 10.1000/a_b
UR  - https://example.org/a_b?x=50%25
Y2  - 2026/01/15
N1  - There are more.
ER  -\x20
"""
BIBTEX = r"""@article{doe-2024,
  author = {Doe, J. A. and {Office of Schools} and others},
  title = {{Who shares data \& why}},
  journal = {Journal of Teams},
  volume = {12},
  number = {3},
  pages = {201--215},
  publisher = {A Press},
  year = {2024},
  date = {2024-03},
  doi = {10.1000/a_b},
  url = {https://example.org/a_b?x=50%25},
  urldate = {2026-01-15},
}
"""
CSL = {
    "id": "doe-2024",
    "type": "article-journal",
    "title": "Who shares data & why",
    "container-title": "Journal of Teams",
    "volume": "12",
    "issue": "3",
    "page": "201-215",
    "publisher": "A Press",
    "DOI": "10.1000/a_b",
    "URL": "https://example.org/a_b?x=50%25",
    "note": "There are more.",
    "author": [{"family": "Doe", "given": "J. A."}, {"literal": "Office of Schools"}],
    "issued": {"date-parts": [[2024, 3]]},
    "accessed": {"date-parts": [[2026, 1, 15]]},
}


def test_ris() -> None:
    """A tag a line, lines ended as the format asks; what isn't known has no line."""
    assert render_reference(ARTICLE) == RIS.replace("\n", "\r\n")
    assert render_reference(BARE) == "TY  - ELEC\r\nID  - x\r\nTI  - T\r\nER  - \r\n"


def test_bibtex() -> None:
    """A field a line; what TeX would take for a command is escaped, but in addresses."""
    assert render_entry(ARTICLE) == BIBTEX
    assert render_entry(BARE) == "@misc{x,\n  title = {{T}},\n}\n"


def test_csl_json() -> None:
    """Fields and dates as the schema of CSL has them."""
    assert json.loads(render_item(ARTICLE)) == CSL
    assert json.loads(render_item(BARE)) == {"id": "x", "type": "webpage", "title": "T"}


@pytest.mark.parametrize(
    ("page", "tags"),
    [
        ("201–215", "SP  - 201\r\nEP  - 215\r\n"),
        ("e113825", "SP  - e113825\r\n"),
        ("1-2, 5", "SP  - 1-2, 5\r\n"),
    ],
)
def test_pages_in_ris(page: str, tags: str) -> None:
    """A simple span has a first and a last page; anything else stays as it was written."""
    assert tags in render_reference(Work(key="x", kind="book", title="T", page=page))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Author(family="van der Berg", given="J."), "{van der Berg}, J."),
        (Author(family="Doe, Jr.", given="J. and K."), "{Doe, Jr.}, {J. and K.}"),
        (Author(family="Doe"), "Doe"),
        (Author(literal="Teams and Schools, Inc."), "{Teams and Schools, Inc.}"),
    ],
)
def test_names_in_bibtex(name: Author, written: str) -> None:
    """BibTeX finds neither a second author nor another part of the name within it."""
    assert f"author = {{{written}}}" in render_entry(Work(key="x", kind="book", title="T", author=(name,)))
