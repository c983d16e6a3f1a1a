"""Every number, date and named place in a documented record is in a fact of a source that the record cites."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from knowledge_hub.checks.acceptances import Acceptances
from knowledge_hub.checks.texts.scanning import look_at
from knowledge_hub.facts.claims import Claim, ClaimReader
from knowledge_hub.facts.library_facts import create_shelf, find_cited_sources, find_own_texts, name_places
from knowledge_hub.facts.shown_texts import Location, walk_claiming_texts
from knowledge_hub.facts.source_facts import FactShelf, SourceFacts, find_nearest, is_held, is_named_in
from knowledge_hub.library.library import Library
from knowledge_hub.problems.problem import Problem
from knowledge_hub.quoting import shorten
from knowledge_hub.records import Record

_CODE = "claim-without-fact"
_MOST = 20
_LONGEST_FACT = 200
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n\n")


@dataclass(frozen=True, slots=True)
class _Found:
    """A claim, the text that makes it, and where that stands: None on the page of a guide."""

    claim: Claim
    text: str
    location: Location | None


def check_facts(library: Library, shelf: FactShelf | None = None, *, is_error: bool = False) -> Iterator[Problem]:
    """Yield the claims of published documented records that no fact of their sources bears out.

    What the record says of itself in its own fields is no claim: its period, start, end and places, and the points
    of its measures. A reviewer may accept a claim with a reason, such as a ratio worked out from what a fact says.
    Who asks more than once about records of one library passes the `shelf` of its facts.
    """
    shelf = shelf or create_shelf(library.sources, library.vocabularies)
    places = name_places(library.vocabularies)
    for record in library.records:
        if record.status != "draft" and record.evidence.status == "documented":
            for problem in _check_record(library, record, shelf, places):
                yield replace(problem, is_raised=True) if is_error and problem.code == _CODE else problem


def _check_record(library: Library, record: Record, shelf: FactShelf, places: Mapping[str, str]) -> Iterator[Problem]:
    sources = tuple(shelf.facts_of(find_cited_sources(record)))
    own = list(find_own_texts(record, places))
    is_plain = _is_plainly_held(library, record, shelf, sources, own)
    if is_plain and not record.accepted:
        return
    acceptances = Acceptances(record)
    if not is_plain:
        held = frozenset().union(*(source.values for source in sources), *map(shelf.reader.values, own))
        found = [item for item in _find_claims(library, record, shelf) if not is_held(item.claim, held)]
        found = [item for item in found if not acceptances.has(_CODE, _create_test(item.claim, shelf.reader))]
        if found and not any(source.facts for source in sources):
            yield _explain_missing_facts(library, record, found, sources)
        else:
            yield from (_explain(library, record, item, shelf.reader, sources) for item in found[:_MOST])
    yield from acceptances.find_unused(library, (_CODE,))


def _create_test(claim: Claim, reader: ClaimReader) -> Callable[[str], bool]:
    return lambda accepted: is_named_in(claim, accepted, reader)


def _is_plainly_held(
    library: Library, record: Record, shelf: FactShelf, sources: Sequence[SourceFacts], own: Sequence[str]
) -> bool:
    """Tell, fast, whether all that could be a claim stands in the facts in the same form."""
    source = library.document(record).source
    clues = shelf.clues.find(source.text, look_at(source).words)
    if record.type == "guide":
        clues |= shelf.clues.find(library.guide_texts[record.id].text)
    for cited in sources:
        clues -= cited.clues
    if clues:
        clues.difference_update(*map(shelf.clues.find_held, own))
    return not clues


def _find_claims(library: Library, record: Record, shelf: FactShelf) -> Iterator[_Found]:
    """Yield all that a record claims, each value once for each text."""
    texts: list[tuple[Location | None, str]] = [*walk_claiming_texts(record)]
    if record.type == "guide":
        texts.append((None, library.guide_texts[record.id].text))
    for location, text in texts:
        if shelf.clues.find(text):
            claims = {claim.value: claim for claim in reversed([*shelf.reader.read(text)]) if not claim.is_ordinary}
            yield from (_Found(claim, text, location) for claim in reversed(claims.values()))


def _explain(
    library: Library, record: Record, found: _Found, reader: ClaimReader, sources: Sequence[SourceFacts]
) -> Problem:
    message = f"“{_one_line(found.claim.words)}” is in no fact of the sources that this record cites."
    facts = [fact for source in sources for fact in source.facts]
    nearest = find_nearest(_sentence_around(found), reader, facts)
    if nearest:
        path = library.document(nearest.source).path
        said = f"The nearest fact is: “{shorten(nearest.fact.statement, _LONGEST_FACT)}” ({path})."
        mend = f"{said} Say what it says, or add what you read to the facts of the source."
    else:
        paths = ", ".join(library.document(source.source).path for source in sources)
        mend = f"No fact is near. Leave it out, or add what you read to facts: in {paths}."
    return _place(library, record, found, message, mend)


def _explain_missing_facts(
    library: Library, record: Record, found: Sequence[_Found], sources: Sequence[SourceFacts]
) -> Problem:
    others = len({item.claim.value for item in found}) - 1
    more = (
        f" and {others} more {'number, date or place' if others == 1 else 'numbers, dates or places'}" if others else ""
    )
    verb = "rest" if others else "rests"
    message = f"“{_one_line(found[0].claim.words)}”{more} {verb} on sources of which no facts are noted."
    paths = " or ".join(library.document(source.source).path for source in sources)
    mend = f"Add facts: to {paths}, with what you read there." if paths else "Name a source, and add facts: to it."
    return _place(library, record, found[0], message, mend)


def _place(library: Library, record: Record, found: _Found, message: str, mend: str) -> Problem:
    """Return the problem at the words; in the file they may stand on several lines.

    The same words may stand in the text before, as the 24 of 2023-24 does: so the file's are counted, too.
    """
    if found.location is None:
        return library.guide_texts[record.id].problem(
            found.claim.start, found.claim.end, "claim-without-fact", message, mend
        )
    document = library.document(record)
    start, end = document.span(found.location)
    words = r"\s+".join(map(re.escape, found.claim.words.split()))
    pattern = re.compile(rf"(?<!\w){words}(?!\w)")
    earlier = sum(1 for _ in pattern.finditer(found.text, 0, found.claim.start))
    spot = next(islice(pattern.finditer(document.text, start, end), earlier, None), None)
    field = ".".join(map(str, found.location))
    return document.source.problem(*(spot.span() if spot else (start, end)), "claim-without-fact", message, mend, field)


def _sentence_around(found: _Found) -> str:
    start = max((match.end() for match in _SENTENCE_END.finditer(found.text, 0, found.claim.start)), default=0)
    end = _SENTENCE_END.search(found.text, found.claim.end)
    return found.text[start : end.end() if end else None]


def _one_line(words: str) -> str:
    return " ".join(words.split())
