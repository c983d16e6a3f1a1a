"""The examples of a new file are there to be replaced: none of them is published as it was."""

import functools
import re
from collections.abc import Iterator

from pydantic import BaseModel

from knowledge_hub.checks.texts.scanning import look_at
from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.quoting import shorten
from knowledge_hub.records.walking import find_examples
from knowledge_hub.spelled_words import find_words
from knowledge_hub.yaml_text.source_text import SourceText
from knowledge_hub.yaml_text.walk import Plain

# A few words, such as “One school year”, may well be true; nobody writes a whole sentence again by chance.
_SENTENCE = re.compile(r"\S+(?:\s+\S+){3,}[.?!]")
# What may stand in the middle of a word in a file, and not in its value.
_PARTING_SIGNS = ("\\", "\xad")


def check_examples(library: Library) -> Iterator[Problem]:
    """Yield the sentences of a published record that are still the example from its skeleton."""
    for record in library.records:
        document = library.document(record)
        if record.status == "draft" or not _may_hold(document.source, type(record)):
            continue
        sentences = _sentences(type(record))
        for location, text in _texts(document.value, ()):
            if " ".join(text.split()) in sentences:
                message = f"“{shorten(text)}” is the example that came with the new file."
                help_text = "Put your own words here, or delete the field."
                yield document.problem(location, "unchanged-example", message, help_text)


def _may_hold(source: SourceText, cls: type[BaseModel]) -> bool:
    """Tell, fast, whether a file could hold an example of its type: whether it has all words of one."""
    if any(sign in source.text for sign in _PARTING_SIGNS):
        return True
    found = look_at(source).words
    return any(words <= found for words in _words(cls))


@functools.cache
def _sentences(cls: type[BaseModel]) -> frozenset[str]:
    return frozenset(text for text in find_examples(cls) if _SENTENCE.fullmatch(text))


@functools.cache
def _words(cls: type[BaseModel]) -> tuple[set[bytes], ...]:
    return tuple(find_words(sentence) for sentence in _sentences(cls))


def _texts(value: Plain, location: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the place and text of everything that is written in a document."""
    if isinstance(value, str):
        yield location, value
    elif value is not None:
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(part, (*location, step))
