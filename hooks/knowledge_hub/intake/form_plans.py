"""What each form asks, in which order, and in words for people: what the record types can't say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from knowledge_hub.records import CaseStudy, Lesson, Pathway, Record, Toolkit
from knowledge_hub.small_groups import SMALLEST_GROUP

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question as it is planned; what is empty here comes from the record type.

    `columns` are the labels of the parts of which an answer has several, by their names; `row` is what one of those
    is called, `add` what the button for one more says.
    """

    path: FieldPath
    label: str
    help: str = ""
    example: str = ""
    required: bool | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    row: str = ""
    add: str = ""


class AskGroup(NamedTuple):
    """Questions that belong together, which a phone shows at a time."""

    title: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One form as it is planned, and the facts that every record made with it starts with."""

    name: str
    title: str
    about: str
    record_type: type[Record]
    groups: tuple[AskGroup, ...]
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
# Questions that a host has added.
OWN_TITLE = "More about it"

_FOR_EDITORS = AskGroup(
    "For the editors",
    (
        Ask(
            ("for_editors",),
            "For the editors",
            "Where can readers check this: a public report, an article, a page? How may we credit you or your "
            "organization? Anyone can read this, so leave out private addresses and phone numbers.",
        ),
    ),
)
_RESULT_KIND = Ask(
    ("results", 0, "kind"), "What kind of result was it?", "Choose the most important one. What failed counts, too."
)
_RESULT = Ask(("results", 0, "statement"), "What came of it?")
_LEVELS = Ask(("levels",), "Levels at the table", "Where in the system did the people work? Tick all that fit.")
_DISCIPLINES = Ask(("disciplines",), "Disciplines at the table", "Who worked together? Tick all that fit.")
_DOMAINS = Ask(("domains",), "What it is about", "Tick all that fit. An editor can mend this later.")
_STAGES = Ask(("stages",), "When it is useful", "At which stage of the work? Tick all that fit.")
_STATE = Ask(
    ("place", "state"), "State, territory or country", "Choose “Not stated” if no public source names the place."
)
_WHERE_IT_FITS = AskGroup("Where it fits", (_DOMAINS, _STAGES))

PLANS = (
    Plan(
        "case-study",
        "Case study (short)",
        "Tell what a place or team did together, and what came of it. A few honest paragraphs are enough.",
        CaseStudy,
        (
            AskGroup(
                "What it is",
                (
                    Ask(
                        ("title",), "Title of the case study", example="Three schools agree on one way to ask for help"
                    ),
                    Ask(
                        ("summary",),
                        "Summary of the case study",
                        example="Three schools and a clinic agreed on one way to ask for help. Families now know whom "
                        "to call; the wait did not get shorter.",
                    ),
                    _STATE,
                ),
            ),
            AskGroup(
                "The story",
                (
                    Ask(("challenge",), "What was hard?"),
                    Ask(("approach",), "What did you do?"),
                    Ask(("collaboration",), "How did you work together?"),
                ),
            ),
            AskGroup("Who was at the table", (_LEVELS, _DISCIPLINES)),
            AskGroup("What came of it", (_RESULT_KIND, _RESULT)),
            _FOR_EDITORS,
        ),
        form="snapshot",
        evidence="documented",
    ),
    Plan(
        "lesson",
        "Lesson learned",
        "Share one rule that others can use: what to do, why it holds, and where you saw it.",
        Lesson,
        (
            AskGroup(
                "The lesson",
                (
                    Ask(("title",), "Title of the lesson"),
                    Ask(("summary",), "Summary of the lesson"),
                    Ask(("statement",), "The lesson in one sentence"),
                ),
            ),
            AskGroup(
                "How it works",
                (
                    Ask(("why",), "Why does it hold?"),
                    Ask(("apply",), "How to apply it", "What to do, in order."),
                    Ask(("pitfalls",), "What can go wrong?"),
                ),
            ),
            _WHERE_IT_FITS,
            _FOR_EDITORS,
        ),
    ),
    Plan(
        "toolkit",
        "Toolkit",
        "Describe steps that a team can use at its next meeting. Worksheets can be added later.",
        Toolkit,
        (
            AskGroup(
                "What it is",
                (
                    Ask(("title",), "Title of the toolkit", example="Agree on who does what"),
                    Ask(
                        ("summary",),
                        "Summary of the toolkit",
                        example="Four steps with which a school and a provider agree on who does what before a new "
                        "service starts.",
                    ),
                    Ask(("purpose",), "What is it for?"),
                    Ask(("use_when",), "When does it help?", "Situations in which it helps."),
                ),
            ),
            AskGroup(
                "What it takes",
                (
                    Ask(("people",), "Who should be in the room?"),
                    Ask(("time",), "How long does it take?"),
                    Ask(("difficulty",), "How much practice does it need?"),
                ),
            ),
            AskGroup(
                "What to do",
                (
                    Ask(
                        ("steps",),
                        "Steps",
                        "What to do, in order.",
                        columns={"title": "Title of the step", "text": "How to do it"},
                        row="Step",
                        add="Add a step",
                    ),
                ),
            ),
            _WHERE_IT_FITS,
            _FOR_EDITORS,
        ),
    ),
    Plan(
        "pathway",
        "Pathway",
        "Say what to read first in a situation you know well: which pages, in which order, and why.",
        Pathway,
        (
            AskGroup(
                "What it is",
                (
                    Ask(("title",), "Title of the pathway", example="You have just joined a team"),
                    Ask(
                        ("summary",),
                        "Summary of the pathway",
                        example="What to read before your first meeting with a team that is already at work.",
                    ),
                    Ask(("for_whom",), "Whose situation is it?"),
                    Ask(("about",), "What to know before the first step"),
                ),
            ),
            AskGroup(
                "What to read",
                (
                    Ask(
                        ("steps",),
                        "Pages to read, in order",
                        columns={
                            "read": "Address of the page on this site",
                            "minutes": "Minutes it takes to read",
                            "why": "Why to read it at this point",
                        },
                        row="Page",
                        add="Add a page",
                    ),
                    Ask(("result",), "What do readers have or know at the end?"),
                ),
            ),
            _FOR_EDITORS,
        ),
    ),
    Plan(
        "adoption-report",
        "We used this",
        "Report how you used a toolkit of this hub: where, what you changed, and what you got.",
        CaseStudy,
        (
            AskGroup(
                "What it is",
                (
                    Ask(("title",), "Title of the report", example="The team charter in a rural district"),
                    Ask(
                        ("summary",),
                        "Summary of the report",
                        example="A rural district filled in the charter in two short meetings, and wrote down for the "
                        "first time how it decides.",
                    ),
                    Ask(
                        ("used", 0),
                        "Toolkit you used",
                        "Its title, or the address of its page on this site.",
                        required=True,
                    ),
                    _STATE,
                ),
            ),
            AskGroup(
                "The story",
                (
                    Ask(
                        ("approach",),
                        "How did you use it?",
                        example="We filled in the first part at one meeting, sent it around, and agreed on the rest at "
                        "the next one.",
                    ),
                    Ask(("changed",), "What did you change?"),
                ),
            ),
            AskGroup("Who was at the table", (_LEVELS, _DISCIPLINES)),
            AskGroup(
                "What came of it",
                (
                    Ask(_RESULT_KIND.path, _RESULT_KIND.label, _RESULT_KIND.help, required=True),
                    Ask(
                        _RESULT.path,
                        _RESULT.label,
                        example="The team decides in meetings now, and still forgets to ask the families.",
                        required=True,
                    ),
                ),
            ),
            _FOR_EDITORS,
        ),
        form="adoption",
        evidence="documented",
    ),
)
