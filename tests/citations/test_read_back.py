"""Hostile works as independent libraries read them from each format."""

import pytest

from knowledge_hub.citations.formats import FORMATS, Format
from knowledge_hub.citations.work import Author, Work
from support.citation_readers import READERS, Told
from support.hostile_texts import HTML

TEXTS = (
    r"100% of $x_1$ & #2 ~ C:\new\table ^ {a {b}",
    "} @article{taken, title = {x}}",
    "ER - TY - BOOK and others",
    'A “title” with "quotes" and, a comma',
    "עברית, العربية and 日本語 🙂 é ﬁ",
    r"\input{secrets} \LaTeX \\",
    "x" * 300,
    # TeX makes a dash of two hyphens.
    *(text for text in HTML if "--" not in text),
)


def _create(text: str, number: int) -> Work:
    return Work(
        key=f"work-{number}",
        kind="report",
        title=text,
        author=(Author(literal=text), Author(family="Doe", given="J.")),
        issued="2024-03-05",
        container_title=text,
        publisher=text,
        url=f"https://example.org/{number}?a=%25&b=c_d#e",
        note=text,
    )


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_is_written_is_read(form: Format) -> None:
    """Every work is told apart from the next, with its title, authors, date and address."""
    works = [_create(text, number) for number, text in enumerate(TEXTS)]
    read = READERS[form.ending](form.join(map(form.render, works)))
    assert read == [Told(work.title, (work.title, "Doe, J."), work.issued, work.url) for work in works]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_text_stays_in_its_place(form: Format) -> None:
    """Line breaks that a value may hold begin neither a tag nor a work."""
    work = _create("One\r\nTI  - Two\u2028ER  - \x0b\x1cTY  - BOOK\x85x", 0)
    read = READERS[form.ending](form.join([form.render(work)]))
    assert [(told.date, told.address) for told in read] == [(work.issued, work.url)]
