"""The rules of asking once more, written to be read and not to be quick: for each document and each word, one by one."""

import math
import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from support.browser.search_engine import Group


class Asked(NamedTuple):
    """A question taken apart: runs of words (several where a dash stands between them), and which runs are quoted.

    `is_typing` says that the question ends in its last word.
    """

    runs: Sequence[Sequence[str]]
    quoted: Sequence[int]
    is_typing: bool


class Library(NamedTuple):
    """What an index holds."""

    count: int
    groups: Mapping[str, Group]
    stop: Sequence[str]
    stems: Mapping[str, str]
    concepts: Sequence[Sequence[str]]
    ranks: Sequence[tuple[float, Sequence[int]]]
    facets: Mapping[str, Mapping[str, Sequence[int]]]


class _Word(NamedTuple):
    """A word of a question with what it may stand for: groups, their factors, and whether a phrase means them."""

    typed: str
    groups: list[tuple[Group, float, bool]]

    @property
    def is_own(self) -> bool:
        return any(factor >= 1 for _, factor, _ in self.groups)


def ask(
    library: Library, asked: Asked, filters: Mapping[str, Sequence[str]], sort: str
) -> tuple[list[int], list[int], dict[str, dict[str, int]], list[str]]:
    """Return the documents in order, the section of each, the counts by facet and value, and the unknown words."""
    words = _find_words(library, asked)
    found = [id_ for id_ in range(library.count) if _is_found(library, asked, words, id_)]
    passing = [id_ for id_ in found if _passes(library, filters, id_)]
    if words and sort != "reviewed":
        passing.sort(key=lambda id_: _rank(library, asked, words, id_), reverse=True)
    counts = {
        facet: {
            value: sum(
                id_ in found and _passes(library, {**filters, facet: []}, id_) for id_ in library.facets[facet][value]
            )
            for value in library.facets[facet]
        }
        for facet in library.facets
    }
    sections = [_find_section(library, words, id_) for id_ in passing]
    return passing, sections, counts, [word.typed for word in words if not word.groups]


def _find_words(library: Library, asked: Asked) -> list[_Word]:
    return _resolve_runs(library, asked, drops_stop=True) or _resolve_runs(library, asked, drops_stop=False)


def _resolve_runs(library: Library, asked: Asked, *, drops_stop: bool) -> list[_Word]:
    flat = [word for run in asked.runs for word in run]
    concepts, begun = _find_concepts(library, asked)
    has_small = len(flat) == 1 or any(letter.islower() for word in flat for letter in word)
    words: list[_Word] = []
    place = 0
    for number, run in enumerate(asked.runs):
        places = range(place, place + len(run))
        place += len(run)
        is_last = asked.is_typing and number == len(asked.runs) - 1 and number not in asked.quoted

        def find(word: str, covered: dict[int, int], *, is_start: bool, capitals: bool, begins: bool = False) -> _Word:
            groups: list[tuple[Group, float, bool]] = []
            short = word.removesuffix("s")
            if capitals and has_small and sum(map(str.isupper, word)) > 1 and short in library.groups:
                groups.append((library.groups[short], 1.5, False))
            meant = [
                (library.groups[f"~{concept}"], 0.7 if length > 1 else 0.5, length > 1)
                for concept, length in covered.items()
                if f"~{concept}" in library.groups
            ]
            if capitals and drops_stop and word.lower() in library.stop:
                return _Word(word, groups or (meant if begins else []))
            own = next((group for base in _find_bases(word.lower()) for group in _find_groups(library, base)), None)
            groups += [(own, 0.3 if groups else 1.0, False)] if own else []
            groups += meant
            if is_start and len(word) >= 3:
                groups += [
                    (group, 0.6, False)
                    for group in library.groups.values()
                    if any(form.startswith(word.lower()) and form[-1] != "=" for form in group.forms)
                ]
            return _Word(word, groups)

        if len(run) > 1:
            covered = {concept: length for at in places for concept, length in concepts[at].items()}
            whole = find("".join(run), covered, is_start=is_last, capitals=False)
            if whole.is_own:
                words.append(whole)
                continue
        for at, word in zip(places, run, strict=True):
            is_start = is_last and at == places[-1]
            one = find(word, concepts[at], is_start=is_start, capitals=True, begins=at in begun)
            if one.groups or not drops_stop or word.lower() not in library.stop:
                words.append(one)
    return words


def _find_groups(library: Library, form: str) -> list[Group]:
    return [group for group in library.groups.values() if form in group.forms]


def _find_bases(word: str) -> list[str]:
    """Return what a word may be a form of, as far as the words of these tests need it."""
    if len(word) < 5:
        return [word]
    return [word, *([word.removesuffix("s")] if word.endswith("s") else []), f"{word}s"]


def _find_concepts(library: Library, asked: Asked) -> tuple[list[dict[int, int]], set[int]]:
    """Return for each word of a question the concepts it takes part in, with the length of the phrase.

    Beside them the places at which a phrase begins that has stop words only.
    """
    typed = [word.lower() for run in asked.runs for word in run]
    names = [
        '"' if number in asked.quoted else _find_stem(library, word.lower())
        for number, run in enumerate(asked.runs)
        for word in run
    ]
    begun: set[int] = set()
    covered: list[dict[int, int]] = [{} for _ in names]
    place = 0
    while place < len(names):
        for end in range(len(names), place, -1):
            phrase = " ".join(names[place:end])
            if numbers := [number for number, phrases in enumerate(library.concepts) if phrase in phrases]:
                for at in range(place, end):
                    covered[at].update(dict.fromkeys(numbers, end - place))
                if end - place > 1 and {*typed[place:end]} <= {*library.stop}:
                    begun.add(place)
                place = end
                break
        else:
            place += 1
    return covered, begun


def _find_stem(library: Library, word: str) -> str:
    # The words of phrases are stems.
    phrases = {word: word for phrases in library.concepts for phrase in phrases for word in phrase.split()}
    stems = {**phrases, **library.stems}
    return next((stems[base] for base in _find_bases(word) if base in stems), word)


def _rarity(size: int, count: int) -> float:
    return math.log(1 + (count - size + 0.5) / (size + 0.5))


def _weigh(library: Library, word: _Word) -> float:
    """Return how rare a word is: its own group, or all that it may stand for together."""
    if word.is_own:
        meant = [
            factor * _rarity(len(group.documents), library.count)
            for group, factor, is_phrase in word.groups
            if is_phrase
        ]
        return max(_rarity(len(word.groups[0][0].documents), library.count), *meant, 0)
    return _rarity(len({id_ for group, _, _ in word.groups for id_ in group.documents}), library.count)


def _score_word(library: Library, word: _Word, id_: int) -> tuple[float, int]:
    """Return the best score of a word for a document, and the section in which it stands."""
    best, section = 0.0, 0
    rarity = _weigh(library, word)
    for group, factor, is_phrase in word.groups:
        if id_ in group.documents:
            weight, place, _ = group.documents[id_]
            frequency = 0.25 * 1.18**weight
            own = _rarity(len(group.documents), library.count)
            score = factor * (own if is_phrase else min(own, rarity)) * (frequency / (4 + frequency))
            if score > best:
                best, section = score, place
    return best, section


def _find_coverage(library: Library, words: Sequence[_Word], id_: int) -> float:
    matched = [word for word in words if _score_word(library, word, id_)[0] > 0]
    if len(matched) == len(words):
        return 1
    return sum(_weigh(library, word) for word in matched) / sum(_weigh(library, word) for word in words)


def _rank(library: Library, asked: Asked, words: Sequence[_Word], id_: int) -> tuple[bool, bool, float, int]:
    coverage = _find_coverage(library, words, id_)
    score = sum(_score_word(library, word, id_)[0] for word in words) * coverage
    for factor, ids in library.ranks:
        score *= factor if id_ in ids else 1
    named = _is_named(library, asked, id_)
    return named, coverage == 1 and len(words) <= 2, struct.unpack("f", struct.pack("f", score))[0], -id_


def _is_found(library: Library, asked: Asked, words: Sequence[_Word], id_: int) -> bool:
    if not asked.runs:
        return True
    has_phrases = all(_has_phrase(library, asked.runs[number], id_) for number in asked.quoted)
    matched = sum(_score_word(library, word, id_)[0] > 0 for word in words)
    return has_phrases and (
        _is_named(library, asked, id_)
        or _find_coverage(library, words, id_) >= 0.55
        or matched >= max(2, len(words) / 2)
    )


def _is_named(library: Library, asked: Asked, id_: int) -> bool:
    words = [word.lower() for run in asked.runs for word in run if word.lower() not in library.stop]
    name = f"{' '.join(words)}="
    return name in library.groups and id_ in library.groups[name].documents


def _has_phrase(library: Library, phrase: Sequence[str], id_: int) -> bool:
    places = []
    for word in phrase:
        groups = [group for group in library.groups.values() if word.lower() in group.forms]
        places.append({at for group in groups if id_ in group.documents for at in group.documents[id_][2]})
    return any(all(start + step in places[step] for step in range(len(places))) for start in places[0])


def _passes(library: Library, filters: Mapping[str, Sequence[str]], id_: int) -> bool:
    return all(
        any(id_ in library.facets.get(facet, {}).get(value, ()) for value in values)
        for facet, values in filters.items()
        if values
    )


def _find_section(library: Library, words: Sequence[_Word], id_: int) -> int:
    sums: dict[int, float] = {}
    for word in words:
        _, section = _score_word(library, word, id_)
        if section:
            sums[section] = sums.get(section, 0) + _weigh(library, word)
    return min(sums, key=lambda section: (-sums[section], section), default=0)
