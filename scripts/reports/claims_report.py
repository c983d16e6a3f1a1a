"""What a documented record claims, sentence by sentence, with the fact and the source beside it: text for people."""

import random
import textwrap
from collections.abc import Iterator

from knowledge_hub.citations.apa import cite_briefly
from knowledge_hub.facts.library_facts import create_shelf, find_cited_sources, find_own_texts, name_places
from knowledge_hub.facts.shown_texts import Location, walk_claiming_texts
from knowledge_hub.facts.tracing import Support, Tracer
from knowledge_hub.library.library import Library
from knowledge_hub.records import Record

_WIDTH = 100
_RANDOM = "random"


def find_record(library: Library, name: str) -> Record | None:
    """Return a documented record by its id, with or without its folder; one at random where that is asked for."""
    documented = [record for record in library.records if record.evidence.status == "documented"]
    if name == _RANDOM:
        return random.choice(documented) if documented else None  # noqa: S311 -- no secret
    wanted = name.removeprefix("content/").removesuffix(".yml").strip("/")
    return next((record for record in documented if wanted in (record.id, f"{record.folder}/{record.id}")), None)


def render_claims(library: Library, record: Record) -> str:
    """Return every sentence of a record with a number, date or named place, and below each what bears it out."""
    texts: list[tuple[Location, str]] = [*walk_claiming_texts(record)]
    if record.type == "guide":
        texts.append((("text",), library.guide_texts[record.id].text))
    tracer = Tracer(
        create_shelf(library.sources, library.vocabularies),
        find_cited_sources(record),
        find_own_texts(record, name_places(library.vocabularies)),
        record.accepted,
    )
    sentences = list(tracer.trace(texts))
    lines = [f"{record.folder}/{record.id}: {record.title}"]
    for sentence in sentences:
        lines += ["", _fill(f"{'.'.join(map(str, sentence.location))}: {sentence.text}", "")]
        for support in sentence.supports:
            lines.append(_fill(f"{', '.join(support.words)}: {' '.join(_tell(support))}", "    "))
    if not sentences:
        lines += ["", "It claims no number, date or named place."]
    return "\n".join(lines)


def _tell(support: Support) -> Iterator[str]:
    if support.fact:
        fact = support.fact.fact
        yield f"“{fact.statement}”"
        yield f"({cite_briefly(support.fact.source)}; {support.fact.source.id}; {fact.locator}, read {fact.read_on})"
    elif support.is_own:
        yield "the record’s own period, place or measured point"
    elif support.source:
        yield f"the title, date or body of the source itself ({cite_briefly(support.source)}; {support.source.id})"
    elif support.acceptance:
        yield f"accepted by a reviewer: {support.acceptance.reason}"
    else:
        yield "NO FACT"


def _fill(text: str, indent: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}    ")
