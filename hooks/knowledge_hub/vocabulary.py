"""Controlled terms: the one place where the ids, labels and meanings of facets and choices live."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from knowledge_hub.slugs import check_slug


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Translated(_Part):
    """A text in each language of the hub; English is the one that must be there."""

    en: str
    es: str | None = None

    def text(self, language: str = "en") -> str:
        """Return the text in `language`, in English where it isn't translated."""
        return getattr(self, language, None) or self.en


TilePosition = Annotated[int, Field(ge=1, le=30)]


class Term(_Part):
    """One allowed choice: what is written in records, and what readers see."""

    id: Annotated[str, AfterValidator(check_slug)]
    label: Translated
    definition: Translated | None = None
    # A short name, such as the code of a state, and its tile on the map: row and column from the top left, from 1.
    code: str | None = None
    tile: Annotated[tuple[TilePosition, ...], Field(min_length=2, max_length=2)] | None = None
    # A sign beside the word. It only repeats it, for readers who can't see colors apart.
    mark: Annotated[str, Field(min_length=1, max_length=2)] | None = None


class Vocabulary(_Part):
    """A list of terms in its own order, such as the quality domains."""

    label: Translated
    about: Translated
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Every vocabulary by name, with look-up of a single term."""

    by_name: Mapping[str, Vocabulary]
    _terms: dict[str, dict[str, Term]] = field(init=False, repr=False)
    # By vocabulary and id: every page asks for a dozen.
    _labels: dict[tuple[str, str], str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        terms = {name: {term.id: term for term in vocabulary.terms} for name, vocabulary in self.by_name.items()}
        labels = {(name, term_id): term.label.text() for name, own in terms.items() for term_id, term in own.items()}
        object.__setattr__(self, "_terms", terms)
        object.__setattr__(self, "_labels", labels)

    def __getitem__(self, name: str) -> Vocabulary:
        return self.by_name[name]

    def ids(self, name: str) -> tuple[str, ...]:
        """Return the ids of a vocabulary in its order, none when there is no such vocabulary."""
        return tuple(self._terms.get(name, ()))

    def has(self, name: str, term_id: str) -> bool:
        """Tell whether `term_id` is a term of the vocabulary `name`."""
        return term_id in self._terms.get(name, ())

    def term(self, name: str, term_id: str) -> Term:
        """Return one term; KeyError for an id that isn't in the vocabulary."""
        return self._terms[name][term_id]

    def mark(self, name: str, term_id: str | None) -> str:
        """Return the sign that repeats a term's label, "" where it has none."""
        return (self._terms[name][term_id].mark or "") if term_id else ""

    def label(self, name: str, term_id: str, language: str = "en") -> str:
        """Return what readers see for one term."""
        return self._labels[name, term_id] if language == "en" else self._terms[name][term_id].label.text(language)
