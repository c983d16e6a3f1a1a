"""Rules that look at one record at a time: what they said of one that hasn't changed isn't worked out again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from knowledge_hub.keeping import Table, fingerprint
from knowledge_hub.library.library import Library
from knowledge_hub.library.record_files import RecordFile
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records import Source
from knowledge_hub.side_by_side import MANY_RECORDS, Aside

Rule = Callable[[Library], Iterator[Problem]]
Key = tuple[str, str]
Found = tuple[Problem, ...]


def check_each(library: Library, rules: Sequence[Rule], kept: Table[Found]) -> Iterator[Problem]:
    """Yield what rules say of every file; each rule looks at one, at the sources it names, and at what all share."""
    keys = {key: _fingerprint(library, key) for key in library.documents if key[0]}
    unknown = set()
    for key, mark in keys.items():
        found = kept.find(mark)
        if found is None:
            unknown.add(key)
        else:
            yield from found
    others = set(sorted(unknown)[1::2]) if len(unknown) >= MANY_RECORDS else set()
    aside = Aside(lambda: _ask(library, rules, others), at_once=bool(others))
    said = _ask(library, rules, unknown - others)
    # Of the glossary and its like, which are few.
    yield from said.pop(None, ())
    answers = said | (aside.result() if others else {})
    for own in unknown:
        yield from kept.put(keys[own], answers[own])


def _ask(library: Library, rules: Sequence[Rule], keys: set[Key]) -> dict[Key | None, Found]:
    """Return what rules say of some files, each with its key; what they say of others stands under None."""
    said: dict[Key | None, list[Problem]] = {key: [] for key in keys}
    whose = dict(_find_paths(library, keys))
    part = _narrow(library, keys)
    for rule in rules:
        for problem in rule(part):
            said.setdefault(whose.get(problem.path), []).append(problem)
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


def _find_paths(library: Library, keys: set[Key]) -> Iterator[tuple[str, Key]]:
    """Yield the path that people see of each file, with the record that it belongs to."""
    for key in keys:
        yield library.documents[key].path, key
        yield from ((file.shown, key) for file in library.files.get(key, {}).values())


def _narrow(library: Library, keys: set[Key]) -> Library:
    """Return a library with some of the files of another, and all that they share."""
    records = [record for record in library.records if (record.folder, record.id) in keys]
    return replace(library, records=records, looked_into=keys)
