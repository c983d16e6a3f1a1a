"""The examples of a new file are there to be replaced: none of them is published as it was."""

import functools
import re
from collections.abc import Iterator

from pydantic import BaseModel

from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.quoting import shorten
from knowledge_hub.records.walking import find_examples
from knowledge_hub.yaml_text.walk import Plain

# A few words, such as “One school year”, may well be true; nobody writes a whole sentence again by chance.
_SENTENCE = re.compile(r"\S+(?:\s+\S+){3,}[.?!]")


def check_examples(library: Library) -> Iterator[Problem]:
    """Yield the sentences of a published record that are still the example from its skeleton."""
    for record in library.records:
        if record.status == "draft":
            continue
        document = library.document(record)
        sentences = _sentences(type(record))
        if not any(" ".join(text.split()) in sentences for text in _find_sentences(document.value)):
            continue
        for location, text in _texts(document.value, ()):
            if " ".join(text.split()) in sentences:
                message = f"“{shorten(text)}” is the example that came with the new file."
                help_text = "Put your own words here, or delete the field."
                yield document.problem(location, "unchanged-example", message, help_text)


@functools.cache
def _sentences(cls: type[BaseModel]) -> frozenset[str]:
    return frozenset(text for text in find_examples(cls) if _SENTENCE.fullmatch(text))


def _find_sentences(value: Plain) -> list[str]:
    """Return the texts of a document that end as a sentence does, without their places: most are no example."""
    if isinstance(value, str):
        return [value] if value.rstrip().endswith((".", "?", "!")) else []
    found: list[str] = []
    for part in (value.values() if isinstance(value, dict) else value) if value is not None else ():
        found += _find_sentences(part)
    return found


def _texts(value: Plain, location: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the place and text of everything that is written in a document."""
    if isinstance(value, str):
        yield location, value
    elif value is not None:
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(part, (*location, step))
