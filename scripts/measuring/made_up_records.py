"""Made-up records of every type, for measuring: seeded, with long-tailed links, true to size."""

import itertools
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from knowledge_hub.library.vocabularies import SEARCH_ANSWERS

_SHARES = {"case-studies": 0.45, "lessons": 0.25, "roles": 0.1, "toolkits": 0.12, "communities": 0.08}
_COMMON_WORDS = (  # noqa: SIM905 -- sixty short words read better in lines
    "team school nurse family student support meeting plan data share learn small test change week "
    "district partner clinic screen follow trust time staff leader state local region voice youth "
    "parent teacher counselor referral map resource fund sustain measure chart goal step agree note "
    "question answer week month year class room care health need strength result practice group "
    "network visit call report review open early whole steady simple honest shared common"
).split()
_PROSE_WORDS = 70
_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve")
# As in real text, few words are on every page and most on few: the n-th word comes up a n-th as often as the first.
WORDS = (*_COMMON_WORDS, *("".join(parts) for parts in itertools.product(_SYLLABLES, repeat=3)))
_CUMULATIVE_WEIGHTS = tuple(itertools.accumulate(1 / rank for rank in range(1, len(WORDS) + 1)))


class RecordMaker:
    """Makes the same records every time for the same number and seed."""

    def __init__(self, entries: int, vocabularies: Path, seed: int = 20261124) -> None:
        self._random = random.Random(seed)  # noqa: S311 -- made-up text, not a secret
        self._terms = {
            path.stem: [term["id"] for term in yaml.safe_load(path.read_text(encoding="utf-8"))["terms"]]
            for path in sorted(vocabularies.glob("*.yml"))
            if path.stem not in ("synonyms", "search-answers")
        }
        self._counts = {folder: max(1, round(entries * share)) for folder, share in _SHARES.items()}
        self._sources = max(1, entries // 20)

    def create_records(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield path below content/ and fields of every record, source and contributor."""
        yield "contributors/editors.yml", {"name": "Editors", "kind": "organization"}
        for number in range(self._sources):
            yield f"sources/source-{number}.yml", self._source(number)
        makers = {
            "case-studies": self._case_study,
            "lessons": self._lesson,
            "roles": self._role,
            "toolkits": self._toolkit,
            "communities": self._community,
        }
        for folder, count in self._counts.items():
            for number in range(count):
                yield f"{folder}/{folder}-{number}.yml", {**self._common(number), **makers[folder]()}

    def _common(self, number: int) -> dict[str, Any]:
        return {
            "title": f"{self._line(5)} {spell_number(number)}",
            "summary": f"{self._plain_line(12)}. {self._plain_line(12)}.",
            "question": f"{self._line(9)}?",
            "aliases": [self._line(2)],
            "domains": self._pick("domains", 2),
            "tiers": self._pick("tiers", 1),
            "levels": self._pick("levels", 2),
            "disciplines": self._pick("disciplines", 3),
            "settings": self._pick("settings", 2),
            "stages": self._pick("stages", 2),
            "places": self._pick("places", 1),
            "communities": self._ids("communities", 1),
            "lessons": self._ids("lessons", 2),
            "evidence": {
                "status": "documented",
                "strength": self._pick("evidence-strength", 1)[0],
                "limits": self._line(14),
            },
            "sources": [{"source": f"source-{self._long_tail(self._sources)}", "supports": self._line(10)}],
            "credit": {"authors": ["editors"]},
            "review": {
                "reviewed_on": f"2026-{self._random.randint(1, 11):02}-{self._random.randint(1, 28):02}",
                "review_by": "2027-12-01",
                "owner": "editors",
            },
            "status": "published",
        }

    def _case_study(self) -> dict[str, Any]:
        return {
            "form": "full",
            "place": {"state": self._pick("places", 1)[0], "setting": self._line(4)},
            "period": {"start": "2021-09", "end": "2022-06"},
            "participants": [{"role": role, "contribution": self._line(12)} for role in self._ids("roles", 4)],
            "challenge": self._prose(),
            "approach": self._prose(),
            "collaboration": self._prose(),
            "results": [self._result()],
            "outcome": self._pick("outcomes", 1)[0],
            "used": self._ids("toolkits", 1),
            "learned": self._ids("lessons", 2),
        }

    def _lesson(self) -> dict[str, Any]:
        return {
            "statement": self._line(14),
            "why": f"{self._prose()}\n\n{self._prose()}",
            "apply": [self._line(12) for _ in range(4)],
            "pitfalls": [self._line(12) for _ in range(2)],
            "for_roles": self._ids("roles", 2),
            "toolkits": self._ids("toolkits", 1),
        }

    def _role(self) -> dict[str, Any]:
        return {
            "discipline": self._pick("disciplines", 1)[0],
            "about": f"{self._prose()}\n\n{self._prose()}",
            "brings": [self._line(10) for _ in range(4)],
            "needs": [self._line(10) for _ in range(4)],
            "first_steps": [self._line(12) for _ in range(3)],
        }

    def _toolkit(self) -> dict[str, Any]:
        field = {"id": "idea", "label": self._line(3), "type": "long-text", "help": self._line(9)}
        sheet = {"id": "sheet", "title": self._line(3), "instructions": self._line(12)}
        return {
            "purpose": self._prose(),
            "use_when": [self._line(10) for _ in range(3)],
            "people": self._line(5),
            "time": "One hour",
            "difficulty": self._pick("difficulties", 1)[0],
            "steps": [{"title": self._line(3), "text": self._prose(), "worksheet": "sheet"} for _ in range(3)],
            "worksheets": [{**sheet, "sections": [{"title": self._line(3), "fields": [field]}]}],
        }

    def _community(self) -> dict[str, Any]:
        return {
            "kind": self._pick("community-kinds", 1)[0],
            "scope": self._pick("levels", 1)[0],
            "started": "2020-09",
            "about": f"{self._prose()}\n\n{self._prose()}",
            "charter": {"purpose": self._prose(), "norms": [self._line(8) for _ in range(3)]},
            "results": [self._result()],
        }

    def _source(self, number: int) -> dict[str, Any]:
        return {
            "kind": "report",
            "title": f"{self._line(8)} {number}",
            "author": [{"literal": self._line(2)}],
            "issued": str(self._random.randint(2004, 2026)),
            "url": f"https://example.org/{number}",
            "read": "whole",
            "says": self._line(20),
            "facts": [
                {"statement": f"{self._line(12)} {self._line(3)}", "locator": "abstract", "read_on": "2026-01-15"}
                for _ in range(2)
            ]
            + [{"statement": self._claim(number), "locator": "p. 3", "read_on": "2026-01-15"}],
        }

    def _result(self) -> dict[str, Any]:
        """Return a result with the numbers that a fact of its source has."""
        number = self._long_tail(self._sources)
        kind = self._pick("outcome-kinds", 1)[0]
        return {"kind": kind, "statement": self._claim(number), "sources": [f"source-{number}"]}

    def _claim(self, number: int) -> str:
        return f"{self._line(9)}: {number % 90 + 10} of {number + 100:,} {self._line(6)} in {2004 + number % 20}."

    def _plain_line(self, words: int) -> str:
        """Return words that everybody can read, as a summary has: a hint for each record would be most of a check."""
        return " ".join(self._random.choices(_COMMON_WORDS, k=words)).capitalize()

    def _line(self, words: int) -> str:
        return " ".join(self._random.choices(WORDS, cum_weights=_CUMULATIVE_WEIGHTS, k=words)).capitalize()

    def _prose(self) -> str:
        sentences = [f"{self._line(self._random.randint(8, 16))}." for _ in range(_PROSE_WORDS // 12)]
        toolkit = self._ids("toolkits", 1)[0]
        return f"{' '.join(sentences)} {self._line(3)} [{self._line(2)}](toolkit:{toolkit})."

    def _pick(self, vocabulary: str, most: int) -> list[str]:
        terms = self._terms[vocabulary]
        return self._random.sample(terms, min(self._random.randint(1, most), len(terms)))

    def _ids(self, folder: str, most: int) -> list[str]:
        numbers = {self._long_tail(self._counts[folder]) for _ in range(most)}
        return [f"{folder}-{number}" for number in sorted(numbers)]

    def _long_tail(self, count: int) -> int:
        """Return a number below `count`; small ones are chosen far more often."""
        return min(int(count * self._random.random() ** 3), count - 1)


def spell_number(number: int) -> str:
    """Return a word of its own for each number: a number in a title would claim something that no source says."""
    syllables = []
    for _ in range(4):
        number, rest = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[rest])
    return f"{'' if not number else spell_number(number - 1)}{''.join(reversed(syllables))}"


def write_made_up_records(folder: Path, entries: int, vocabularies: Path) -> None:
    """Write a content folder of about `entries` records, with its vocabularies."""
    # What search says itself leads to guides and records that aren't made up.
    shutil.copytree(vocabularies, folder / "vocabularies", ignore=shutil.ignore_patterns(SEARCH_ANSWERS))
    for path, fields in RecordMaker(entries, vocabularies).create_records():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(fields, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=100)
        target.write_text(text, encoding="utf-8", newline="\n")


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
