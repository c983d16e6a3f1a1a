"""The forms that people fill in, made from the record types; GitHub and the site show the same ones."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from knowledge_hub.intake.form_plans import OWN_TITLE, PLANS, Ask, AskGroup, FieldPath, Plan
from knowledge_hub.records import Record
from knowledge_hub.schemas.outlines import FieldOutline, Outline, create_outline
from knowledge_hub.vocabulary import Vocabularies

Types = Mapping[str, type[Record]]

# A limit beyond this is there for safety; whoever is told of it would think that so much is wanted.
_LONGEST_TOLD = 1200
_WITH_LIMIT = frozenset({"line", "text", "lines"})
# What a reader of a list has to write between the parts of one line.
SEPARATOR = "|"


class Option(NamedTuple):
    """One choice: the id that is written in the record, and what people see."""

    id: str
    label: str
    meaning: str = ""


class Column(NamedTuple):
    """One part of an answer that has several, such as the title of a step."""

    key: str
    label: str
    example: str = ""
    limit: int | None = None
    is_long: bool = False

    @property
    def says_limit(self) -> bool:
        """Whether people are told how much fits, before it is too much."""
        return _is_told(self.limit)


class Question(NamedTuple):
    """One field of a form: where its answer goes in the record, and how it is asked.

    `kind` is line, text, lines, rows, choice, choices or reference. `rows`, each called `row` and added by `add`, hold
    one value for each of `columns`. `limit` counts the characters of an answer, and of each line where it is
    `lines`. `is_prose` says that the answer is Markdown, which can show pictures.
    """

    path: FieldPath
    label: str
    help: str
    kind: str
    required: bool
    example: str = ""
    limit: int | None = None
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    row: str = ""
    add: str = ""
    reference: str = ""
    is_prose: bool = False

    @property
    def says_limit(self) -> bool:
        """Whether people are told how much fits, before it is too much."""
        return self.kind in _WITH_LIMIT and _is_told(self.limit)

    @property
    def name(self) -> str:
        """A short name, such as "place-state"."""
        return "-".join(step for step in self.path if isinstance(step, str)).replace("_", "-")

    @property
    def id(self) -> str:
        """The name of the field in GitHub's forms and addresses, where "title" alone is the issue's own."""
        return f"record-{self.name}"


class QuestionGroup(NamedTuple):
    """Questions that belong together."""

    title: str
    questions: tuple[Question, ...]


class Form(NamedTuple):
    """One form: the record it makes, and the facts that every record made with it starts with."""

    name: str
    title: str
    about: str
    record_type: type[Record]
    constants: Mapping[str, Any]
    groups: tuple[QuestionGroup, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order of the form."""
        return tuple(question for group in self.groups for question in group.questions)

    @property
    def title_question(self) -> Question:
        """The question for the title, by which a form's answers are recognized."""
        return self.questions[0]


def _is_told(limit: int | None) -> bool:
    return limit is not None and limit <= _LONGEST_TOLD


def create_forms(vocabularies: Vocabularies, types: Types) -> tuple[Form, ...]:
    """Return every form that makes a record of these types, with the choices of these vocabularies."""
    return tuple(_create_form(plan, types[plan.record_type.type], vocabularies) for plan in PLANS)


def _create_form(plan: Plan, cls: type[Record], vocabularies: Vocabularies) -> Form:
    outline = create_outline(cls)
    needed = outline.required_by_form.get(plan.form, ())
    groups = tuple(
        QuestionGroup(group.title, tuple(_create_question(ask, outline, needed, vocabularies) for ask in group.asks))
        for group in (*plan.groups, *_own_groups(cls))
    )
    return Form(plan.name, plan.title, plan.about, cls, plan.constants, groups)


def _own_groups(cls: type[Record]) -> Iterator[AskGroup]:
    """Yield the group of everything that the host has added to a type, where there is something."""
    facets = (Ask((facet.field,), facet.label) for facet in cls.own_facets)
    plain = (Ask((field.id,), field.label) for field in cls.own_fields)
    if asks := (*facets, *plain):
        yield AskGroup(OWN_TITLE, asks)


def _create_question(ask: Ask, record: Outline, needed: tuple[str, ...], vocabularies: Vocabularies) -> Question:
    outline = record.field(*ask.path)
    required = outline.required and len(ask.path) < 3
    return Question(
        path=ask.path,
        label=ask.label,
        help=ask.help or outline.description,
        kind=_kind(ask, outline),
        required=required or ask.path[0] in needed if ask.required is None else ask.required,
        example=ask.example or _example(ask, outline),
        limit=outline.limit,
        options=_options(outline, vocabularies),
        columns=tuple(_create_column(outline.part(key), label) for key, label in ask.columns.items()),
        row=ask.row,
        add=ask.add,
        reference=outline.reference,
        is_prose=outline.kind == "long-text" and not ask.columns,
    )


def _create_column(outline: FieldOutline, label: str) -> Column:
    return Column(outline.key, label, str(outline.example or ""), outline.limit, outline.kind == "long-text")


def _kind(ask: Ask, outline: FieldOutline) -> str:
    if ask.columns:
        return "rows"
    if outline.kind == "reference":
        return "reference"
    if outline.kind == "choice":
        return "choices" if outline.is_list else "choice"
    if outline.is_list:
        return "lines"
    return "line" if outline.kind == "text" and (outline.limit or 0) <= 120 else "text"


def _example(ask: Ask, outline: FieldOutline) -> str:
    if outline.kind == "choice":
        return ""
    if ask.columns:
        return f" {SEPARATOR} ".join(str(outline.part(key).example) for key in ask.columns)
    if isinstance(outline.example, list):
        return "\n".join(map(str, outline.example))
    return str(outline.example or "")


def _options(outline: FieldOutline, vocabularies: Vocabularies) -> tuple[Option, ...]:
    if outline.choices:
        return tuple(Option(choice, choice) for choice in outline.choices)
    return tuple(
        Option(term.id, term.label.text(), term.definition.text() if term.definition else "")
        for term_id in vocabularies.ids(outline.vocabulary)
        for term in [vocabularies.term(outline.vocabulary, term_id)]
    )
