"""Documents to the files of the index: what lies below search/ in a site.

index.json, the entry, names the other files, which are called by their kind and what they hold:

* terms: by term its forms, the ids of its documents as steps, a digit of base 36 for the weight in each of them
  (tf' = 0.25 * 1.18 ** digit) and one for the section in which it stands most (0 for none);
* positions: by term a list of steps for each document, for quoted words only;
* titles: what suggestions show; cards: what results show beside that, so many of both in each file;
* facets: ids by value, as steps; words: for misspellings.

A concept is the term "~n"; it lies beside the longest word of each of its phrases. Ids run from the newest
review to the oldest. Files that every question needs come with the entry, under "files"; of a small library all of
them do. assets/hub/search/engine/ reads it.
"""

import hashlib
import itertools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from knowledge_hub.keeping import Store
from knowledge_hub.search.concepts import ConceptFinder, Concepts, find_key_word
from knowledge_hub.search.document import Rules
from knowledge_hub.search.inverting import invert
from knowledge_hub.search.occurrences import Numbers, list_words
from knowledge_hub.search.places import ENTRY, FOLDER
from knowledge_hub.search.reading import Findable, ReadDocument, read_documents
from knowledge_hub.search.shards import Group, Shard, cut_shards, find_steps, write_groups
from knowledge_hub.search.shown import write_json
from knowledge_hub.search.stemming import Stems
from knowledge_hub.search.terms import Terms
from knowledge_hub.search.tokens import Tokens
from knowledge_hub.search.words import fold

VERSION = 2
# Titles and cards of one file.
TITLES = 32
CARDS = 32
# A library of so many characters is one file.
SMALL = 90_000
# Of a larger one, so many characters of titles come with the entry: those of the newest reviews. What has no review,
# such as a source, is shown less often.
TITLES_WITHIN = 80_000
_MOST_WORDS = 5000
# Nobody types a longer title, and a shorter second name is an ordinary word.
_MOST_WORDS_OF_NAME = 4
_LEAST_WORDS_OF_SECOND_NAME = 3
# A slip in a shorter word has too many words near it.
_SHORTEST_WORD = 4


def create_index(found: Iterable[Findable], rules: Rules, store: Store) -> dict[str, str]:
    """Return the files of an index by their paths in the site; the same documents give the same bytes.

    What `store` keeps of an earlier build isn't read again.
    """
    reading = read_documents(found, store.table("search"))
    documents = sorted(reading.documents, key=attrgetter("order"))
    tokens = Tokens(reading.pieces)
    words = list_words(rules.fields, documents, tokens)
    stem = Stems(rules.language, store.table("stems"))
    terms = Terms(tokens.listed, stem)
    concepts = Concepts(rules.concepts, stem)
    stop = {*rules.stop, *(set(rules.other_stop) - _find_ordinary(tokens))}
    inverted = invert(terms, ConceptFinder(concepts, terms), words)
    groups = [group for postings in inverted for group in write_groups(terms.names, terms.forms, postings)]
    stems = _find_stems(concepts, {form for forms in terms.forms for form in forms}, stem)
    stem.keep()
    laid = map(_lay_abbreviation, _lay_concepts(groups, concepts, stems))
    shards = cut_shards([*laid, *_name_documents(documents, stop)])
    typed = find_words(reading.pieces, words.typed, tokens)
    told = {form: one for form, one in stems.items() if form != one}
    described = {"stems": told, "concepts": concepts.phrases}
    return _write_files(documents, replace(rules, stop=tuple(stop)), shards, typed, described)


def _find_ordinary(tokens: Tokens) -> set[str]:
    """Return the words that stand in a library otherwise than as abbreviations: MI says nothing of “mi”."""
    return {token.word for token in tokens.listed if not token.short}


def find_words(pieces: Sequence[str], typed: Numbers, tokens: Tokens) -> list[str]:
    """Return the words that a misspelling is compared with, as they are written, the most frequent first.

    `typed` is how often each piece of text stands in the library.
    """
    spellings: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for piece, count, found in zip(pieces, typed.tolist(), tokens.of_pieces, strict=True):
        for number in found:
            word = tokens.listed[number].word
            if len(word) >= _SHORTEST_WORD and word.isalpha():
                spelling, spelled = _write_as_typed(piece, word), spellings[word]
                spelled[spelling] = spelled.get(spelling, 0) + count
    ranked = sorted(spellings.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return [min(found, key=lambda word: (-found[word], word)) for _, found in ranked[:_MOST_WORDS]]


def _write_as_typed(spelling: str, word: str) -> str:
    """Return a word with its accents, without what stands around it."""
    lowered = spelling.strip("“”\"'‘’().,;:!?*…[]").lower()
    if lowered == word:
        return word
    return lowered if lowered.isalpha() and fold(lowered) == word else word


def _lay_abbreviation(group: Group) -> Group:
    """Return a term in capitals beside its small letters, which are looked for, too; any other one as it is."""
    small = tuple(sorted(form.lower() for form in group.forms))
    return group if group.beside or small == group.forms else group._replace(beside=small)


def _lay_concepts(groups: Iterable[Group], concepts: Concepts, stems: Mapping[str, str]) -> Iterator[Group]:
    """Yield each concept once for every word beside which it is looked for, and the other groups as they are."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for form, stem in stems.items():
        forms[stem] |= {form, stem}
    for group in groups:
        if not group.name.startswith("~"):
            yield group
            continue
        phrases = concepts.phrases[int(group.name[1:])]
        for word in sorted({find_key_word(phrase) for phrase in phrases}):
            yield group._replace(beside=tuple(sorted(forms[word])))


def _name_documents(documents: Iterable[ReadDocument], stop: Collection[str]) -> Iterator[Group]:
    """Yield a term for each short title or second name, so that a page called just as was asked comes first.

    It ends in "=", which no word does, and lies beside the title's first word, which is asked for with it.
    """
    named: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        for name in _find_names(document, stop):
            named[name].append(number)
    for name, ids in sorted(named.items()):
        postings = [[name], list(find_steps(ids)), "1" * len(ids), "0" * len(ids)]
        first, *_ = name.removesuffix("=").split()
        yield Group(name, (name,), write_json(postings), "[]", (first,))


def _find_names(document: ReadDocument, stop: Collection[str]) -> set[str]:
    """Return the names of a document as they are looked for."""
    title, *others = document.names
    called = ((1, title), *((_LEAST_WORDS_OF_SECOND_NAME, name) for name in others))
    words = ((least, [word for word in name.split() if word not in stop]) for least, name in called)
    return {f"{' '.join(found)}=" for least, found in words if least <= len(found) <= _MOST_WORDS_OF_NAME}


def _find_stems(concepts: Concepts, known: Iterable[str], stem: Callable[[str], str]) -> dict[str, str]:
    """Return the stem of every form that can stand in a phrase of a concept."""
    wanted = {word for phrases in concepts.phrases for phrase in phrases for word in phrase.split()}
    stems = {form: stem(form) for form in known if form.islower() or form.isdecimal()}
    return dict(sorted((concepts.stems | {form: one for form, one in stems.items() if one in wanted}).items()))


def _write_files(
    documents: Sequence[ReadDocument],
    rules: Rules,
    shards: Sequence[Shard],
    words: Sequence[str],
    concepts: Mapping[str, object],
) -> dict[str, str]:
    made = _Files()
    facets = made.add("facets", write_json(_collect_facets(documents)))
    titles = made.add_parts("titles", [document.title for document in documents], TITLES)
    cards = made.add_parts("cards", [document.card for document in documents], CARDS)
    entry = {
        "version": VERSION,
        "count": len(documents),
        "shards": [[shard.first, made.add_shard(shard)] for shard in shards],
        "titles": {"size": TITLES, "files": titles},
        "cards": {"size": CARDS, "files": cards},
        "facets": facets,
        "words": made.add("words", write_json(words)),
        "ranks": _collect_factors(documents),
        "stop": sorted(set(rules.stop)),
        **concepts,
        "answers": list(rules.answers),
    }
    return made.finish(entry)


class _Files:
    """Files by names made from what they hold."""

    def __init__(self) -> None:
        self._contents: dict[str, str] = {}

    def add(self, kind: str, content: str) -> str:
        """Keep one file, and return its name."""
        name = f"{kind}-{_find_digest(content)}.json"
        self._contents[name] = content
        return name

    def add_shard(self, shard: Shard) -> str:
        """Keep a shard's terms and positions, and return what both are called, made from what both hold."""
        name = f"{_find_digest(shard.terms + shard.positions)}.json"
        self._contents |= {f"terms-{name}": shard.terms, f"positions-{name}": shard.positions}
        return name

    def add_parts(self, kind: str, items: Sequence[str], size: int) -> list[str]:
        """Keep a list of what is JSON already in files of `size` items, and return their names."""
        starts = range(0, len(items), size)
        return [self.add(kind, f"[{','.join(items[start : start + size])}]") for start in starts]

    def finish(self, entry: Mapping[str, object]) -> dict[str, str]:
        """Return all files by path; what every question needs stands in the entry."""
        within = self._choose_embedded()
        contents = ",".join(f"{write_json(name)}:{self._contents[name]}" for name in within)
        files = {f"{FOLDER}/{name}": content for name, content in self._contents.items() if name not in within}
        return {ENTRY: f'{write_json(entry)[:-1]},"files":{{{contents}}}}}', **files}

    def _choose_embedded(self) -> list[str]:
        if sum(map(len, self._contents.values())) <= SMALL:
            return list(self._contents)
        names = [name for name in self._contents if name.startswith("titles-")]
        ends = itertools.accumulate(len(self._contents[name]) for name in names)
        return [name for name, end in zip(names, ends, strict=True) if end <= TITLES_WITHIN]


def _find_digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:10]


def _collect_facets(documents: Sequence[ReadDocument]) -> dict[str, dict[str, list[int]]]:
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, document in enumerate(documents):
        for facet, value in document.facets:
            found[facet][value].append(number)
    return {
        facet: {value: find_steps(ids) for value, ids in sorted(values.items())}
        for facet, values in sorted(found.items())
    }


def _collect_factors(documents: Sequence[ReadDocument]) -> list[list[object]]:
    found: defaultdict[float, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        if document.factor != 1.0:
            found[document.factor].append(number)
    return [[factor, find_steps(ids)] for factor, ids in sorted(found.items())]
