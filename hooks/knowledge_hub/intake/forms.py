"""The forms that people fill in, made from the record types; GitHub and the site show the same ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from knowledge_hub.records import CaseStudy, Lesson, Pathway, Record, Toolkit
from knowledge_hub.schemas.outlines import FieldOutline, create_outline
from knowledge_hub.small_groups import SMALLEST_GROUP
from knowledge_hub.vocabulary import Vocabularies

FieldPath = tuple[str | int, ...]
Types = Mapping[str, type[Record]]

# What a reader of a list has to write between the parts of one line.
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the id that is written in the record, and what people see."""

    id: str
    label: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a form: where its answer goes in the record, and how it is asked.

    `kind` is line, text, lines, rows, choice, choices or reference. The lines of `rows` hold one value
    for each of `columns`. `is_prose` says that the answer is Markdown, which can show pictures.
    """

    path: FieldPath
    label: str
    help: str
    kind: str
    required: bool
    example: str = ""
    limit: int | None = None
    options: tuple[Option, ...] = ()
    columns: tuple[str, ...] = ()
    reference: str = ""
    is_prose: bool = False

    @property
    def name(self) -> str:
        """A short name, such as "place-state"."""
        return "-".join(step for step in self.path if isinstance(step, str)).replace("_", "-")

    @property
    def id(self) -> str:
        """The name of the field in GitHub's forms and addresses, where "title" alone is the issue's own."""
        return f"record-{self.name}"


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the record it makes, and the facts that every record made with it starts with."""

    name: str
    title: str
    about: str
    record_type: type[Record]
    constants: Mapping[str, Any]
    questions: tuple[Question, ...]

    @property
    def title_question(self) -> Question:
        """The question for the title, by which a form's answers are recognized."""
        return self.questions[0]


@dataclass(frozen=True, slots=True)
class _Ask:
    """A question as it is planned: what the record type can't say is said here."""

    path: FieldPath
    label: str
    help: str = ""
    required: bool | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    name: str
    title: str
    about: str
    record_type: type[Record]
    asks: tuple[_Ask, ...]
    form: str = ""
    evidence: str = "editorial"
    constants: Mapping[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        start = {"form": self.form} if self.form else {}
        object.__setattr__(self, "constants", {**start, "evidence": {"status": self.evidence}, "status": "draft"})


PROMISES = (
    "There are no names in it, and nothing about a single student, not even without the name.",
    f"Counts of fewer than {SMALLEST_GROUP} people are left out.",
    "I may share this, and it may be published under the CC BY 4.0 license.",
)
PROMISES_LABEL = "Before you send it"

_FOR_EDITORS = _Ask(
    ("for_editors",),
    "For the editors",
    "Where can readers check this: a public report, an article, a page? How may we credit you or your organization? "
    "Anyone can read this, so leave out private addresses and phone numbers.",
)
_RESULT_KIND = _Ask(
    ("results", 0, "kind"), "What kind of result was it?", "Choose the most important one. What failed counts, too."
)
_RESULT = _Ask(("results", 0, "statement"), "What came of it?")
_LEVELS = _Ask(("levels",), "Levels at the table", "Where in the system did the people work? Tick all that fit.")
_DISCIPLINES = _Ask(("disciplines",), "Disciplines at the table", "Who worked together? Tick all that fit.")
_DOMAINS = _Ask(("domains",), "What it is about", "Tick all that fit. An editor can mend this later.")
_STAGES = _Ask(("stages",), "When it is useful", "At which stage of the work? Tick all that fit.")
_STATE = _Ask(("place", "state"), "State or territory", "Choose “Not stated” if no public source names the place.")

_PLANS = (
    _Plan(
        "case-study",
        "Case study (short)",
        "Tell what a place or team did together, and what came of it. A few honest paragraphs are enough.",
        CaseStudy,
        (
            _Ask(("title",), "Title of the case study"),
            _Ask(("summary",), "Summary of the case study"),
            _STATE,
            _Ask(("challenge",), "What was hard?"),
            _Ask(("approach",), "What did you do?"),
            _Ask(("collaboration",), "How did you work together?"),
            _LEVELS,
            _DISCIPLINES,
            _RESULT_KIND,
            _RESULT,
            _FOR_EDITORS,
        ),
        form="snapshot",
        evidence="documented",
    ),
    _Plan(
        "lesson",
        "Lesson learned",
        "Share one rule that others can use: what to do, why it holds, and where you saw it.",
        Lesson,
        (
            _Ask(("title",), "Title of the lesson"),
            _Ask(("summary",), "Summary of the lesson"),
            _Ask(("statement",), "The lesson in one sentence"),
            _Ask(("why",), "Why does it hold?"),
            _Ask(("apply",), "How to apply it"),
            _Ask(("pitfalls",), "What can go wrong?"),
            _DOMAINS,
            _STAGES,
            _FOR_EDITORS,
        ),
    ),
    _Plan(
        "toolkit",
        "Toolkit",
        "Describe steps that a team can use at its next meeting. Worksheets can be added later.",
        Toolkit,
        (
            _Ask(("title",), "Title of the toolkit"),
            _Ask(("summary",), "Summary of the toolkit"),
            _Ask(("purpose",), "What is it for?"),
            _Ask(("use_when",), "When does it help?"),
            _Ask(("people",), "Who should be in the room?"),
            _Ask(("time",), "How long does it take?"),
            _Ask(("difficulty",), "How much practice does it need?"),
            _Ask(
                ("steps",),
                "Steps",
                "One step a line: its title, a bar, and what to do.",
                columns=("title", "text"),
            ),
            _DOMAINS,
            _STAGES,
            _FOR_EDITORS,
        ),
    ),
    _Plan(
        "pathway",
        "Pathway",
        "Say what to read first in a situation you know well: which pages, in which order, and why.",
        Pathway,
        (
            _Ask(("title",), "Title of the pathway"),
            _Ask(("summary",), "Summary of the pathway"),
            _Ask(("for_whom",), "Whose situation is it?"),
            _Ask(("about",), "What to know before the first step"),
            _Ask(
                ("steps",),
                "Pages to read, in order",
                "One page a line: its address on this site, a bar, the minutes it takes to read, a bar, and why to "
                "read it at this point.",
                columns=("read", "minutes", "why"),
            ),
            _Ask(("result",), "What do readers have or know at the end?"),
            _FOR_EDITORS,
        ),
    ),
    _Plan(
        "adoption-report",
        "We used this",
        "Report how you used a toolkit of this hub: where, what you changed, and what you got.",
        CaseStudy,
        (
            _Ask(("title",), "Title of the report", "For example: The team charter in a rural district."),
            _Ask(("summary",), "Summary of the report"),
            _Ask(("used", 0), "Toolkit you used", "Its title, or the address of its page on this site.", required=True),
            _STATE,
            _Ask(("approach",), "How did you use it?"),
            _Ask(("changed",), "What did you change?"),
            _LEVELS,
            _DISCIPLINES,
            _Ask(_RESULT_KIND.path, _RESULT_KIND.label, _RESULT_KIND.help, required=True),
            _Ask(_RESULT.path, _RESULT.label, required=True),
            _FOR_EDITORS,
        ),
        form="adoption",
        evidence="documented",
    ),
)


def create_forms(vocabularies: Vocabularies, types: Types) -> tuple[Form, ...]:
    """Return every form that makes a record of these types, with the choices of these vocabularies."""
    return tuple(_create_form(plan, types[plan.record_type.type], vocabularies) for plan in _PLANS)


def _create_form(plan: _Plan, cls: type[Record], vocabularies: Vocabularies) -> Form:
    outline = create_outline(cls)
    needed = outline.required_by_form.get(plan.form, ())
    asks = (*plan.asks, *_own_asks(cls))
    questions = tuple(_create_question(ask, outline.field(*ask.path), needed, vocabularies) for ask in asks)
    return Form(plan.name, plan.title, plan.about, cls, plan.constants, questions)


def _own_asks(cls: type[Record]) -> Iterator[_Ask]:
    """Yield a question for everything that the host has added to a type."""
    for facet in cls.own_facets:
        yield _Ask((facet.field,), facet.label)
    for plain in cls.own_fields:
        yield _Ask((plain.id,), plain.label)


def _create_question(ask: _Ask, outline: FieldOutline, needed: tuple[str, ...], vocabularies: Vocabularies) -> Question:
    first = ask.path[0]
    required = outline.required and len(ask.path) < 3
    return Question(
        path=ask.path,
        label=ask.label,
        help=ask.help or outline.description,
        kind=_kind(ask, outline),
        required=required or first in needed if ask.required is None else ask.required,
        example=_example(ask, outline),
        limit=None if outline.is_list else outline.limit,
        options=_options(outline, vocabularies),
        columns=ask.columns,
        reference=outline.reference,
        is_prose=outline.kind == "long-text" and not ask.columns,
    )


def _kind(ask: _Ask, outline: FieldOutline) -> str:
    if ask.columns:
        return "rows"
    if outline.kind == "reference":
        return "reference"
    if outline.kind == "choice":
        return "choices" if outline.is_list else "choice"
    if outline.is_list:
        return "lines"
    return "line" if outline.kind == "text" and (outline.limit or 0) <= 120 else "text"


def _example(ask: _Ask, outline: FieldOutline) -> str:
    if outline.kind == "choice":
        return ""
    if ask.columns:
        return f" {SEPARATOR} ".join(str(outline.part(column).example) for column in ask.columns)
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
