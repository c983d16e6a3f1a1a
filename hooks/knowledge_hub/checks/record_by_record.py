"""Rules that look at one record at a time: what they said of one that hasn't changed isn't worked out again."""

import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from knowledge_hub.keeping import PARTS, Table, fingerprint, part_of
from knowledge_hub.library.library import Library
from knowledge_hub.library.record_files import RecordFile
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import Record, Source
from knowledge_hub.side_by_side import MANY_RECORDS, Aside

Rule = Callable[[Library], Iterator[Problem]]
Key = tuple[str, str]
Found = tuple[Problem, ...]

# No more than texts/scanning.py keeps its looks.
_AT_A_TIME = 128


class RuleSet(NamedTuple):
    """Rules that are asked together, and what keeps their answers."""

    rules: Sequence[Rule]
    kept: Table[Found]


def check_each(library: Library, *sets: RuleSet) -> Iterator[Problem]:
    """Yield what rules say of every file; each rule looks at one, at the sources it names, and at what all share.

    Each set of rules speaks in the order of the files, whatever of it was kept. The glossary and its like, which are
    few, come first and aren't kept.
    """
    single = [key for key in library.documents if not key[0]]
    marks = {key: _fingerprint(library, key) for key in library.documents if key[0]}
    unknown = [{key for key, mark in marks.items() if one.kept.find(mark) is None} for one in sets]
    keys = sorted(set().union(*unknown))
    others = _find_half(library, keys) if len(keys) >= MANY_RECORDS else set()
    records = {(record.folder, record.id): record for record in library.records}
    aside = Aside(lambda: _ask(library, records, sets, [asked & others for asked in unknown]), at_once=bool(others))
    answers = _ask(library, records, sets, [(asked - others).union(single) for asked in unknown])
    more = aside.result() if others else [{} for _ in sets]
    for one, asked, said, also in zip(sets, unknown, answers, more, strict=True):
        yield from itertools.chain.from_iterable(map(said.__getitem__, single))
        for key in filter(asked.__contains__, marks):
            one.kept.put(marks[key], said[key] if key in said else also[key])
        yield from itertools.chain.from_iterable(filter(None, map(one.kept.find, marks.values())))


def _find_half(library: Library, keys: Collection[Key]) -> set[Key]:
    """Return about half of some files, of each type.

    What was read together lies together in memory, so that each of two processes has a half of it to itself.
    """
    marks = ((key, library.fingerprints.get(key)) for key in keys)
    return {key for key, mark in marks if mark and part_of(mark) < PARTS // 2}


def _ask(
    library: Library, records: Mapping[Key, Record], sets: Sequence[RuleSet], unknown: Sequence[set[Key]]
) -> list[dict[Key, Found]]:
    """Return for each set of rules what they say of some files, by key.

    They are asked about some files at a time, so that what they share of a text is at hand.
    """
    keys = sorted(set().union(*unknown))
    said: list[dict[Key, Found]] = [{} for _ in sets]
    for start in range(0, len(keys), _AT_A_TIME):
        some = keys[start : start + _AT_A_TIME]
        for one, asked, answers in zip(sets, unknown, said, strict=True):
            of_set = [key for key in some if key in asked]
            part = replace(library, records=[records[key] for key in of_set if key in records], looked_into=of_set)
            answers.update(_ask_once(part, one.rules, of_set))
    return said


def _ask_once(part: Library, rules: Sequence[Rule], keys: Collection[Key]) -> dict[Key, Found]:
    said: dict[Key, list[Problem]] = {key: [] for key in keys}
    whose = dict(_find_paths(part, keys))
    for rule in rules:
        for problem in rule(part):
            said[whose[problem.path]].append(problem)
    return {key: tuple(found) for key, found in said.items()}


def _fingerprint(library: Library, key: Key) -> bytes:
    names = library.named.get(key)
    sources = names.of_type(Source.record_type) if names else ()
    # A source that isn't there is told elsewhere.
    marks = [library.fingerprints.get((Source.folder, source_id), b"") for source_id in sources]
    beside = (part for name, file in sorted(library.files.get(key, {}).items()) for part in (name, _read(file)))
    # A submission is checked before it is a file.
    own = library.fingerprints.get(key) or fingerprint(library.documents[key].text)
    return fingerprint(library.shared, own, *marks, *beside)


def _read(file: RecordFile) -> bytes:
    return file.read() if file.is_sound else b""


def _find_paths(library: Library, keys: Collection[Key]) -> Iterator[tuple[str, Key]]:
    """Yield the path that people see of each file, with the record that it belongs to."""
    for key in keys:
        yield library.documents[key].path, key
        yield from ((file.shown, key) for file in library.files.get(key, {}).values())
