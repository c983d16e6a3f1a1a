"""Problems of fields and their values: names, choices, dates, numbers, addresses, lengths."""

from knowledge_hub.problem_kinds.kind import ProblemGroup, ProblemKind

VALUES = ProblemGroup(
    "values",
    "Fields and their values",
    (
        ProblemKind(
            "no-fields",
            "Text where fields are expected",
            bad="evidence: editorial",
            good="evidence:\n  status: editorial",
        ),
        ProblemKind(
            "unknown-field",
            "A field the hub doesn’t know",
            why="What is written there would never be shown.",
            bad="titel: Calm rooms",
            good="title: Calm rooms",
        ),
        ProblemKind(
            "missing-field",
            "A field that is missing",
            bad="title: Calm rooms",
            good="title: Calm rooms\nsummary: What a calm room is.",
        ),
        ProblemKind(
            "bad-choice",
            "A word that isn’t one of the choices",
            why="Readers filter by these words, so everyone has to use the same ones.",
            bad="tiers: [tier one]",
            good="tiers: [tier-1]",
        ),
        ProblemKind(
            "bad-date",
            "A date written another way",
            why="11/12/2026 is November to some readers and December to others.",
            bad="reviewed_on: 11/23/2026",
            good="reviewed_on: 2026-11-23",
        ),
        ProblemKind(
            "bad-number",
            "A number with something else in it",
            why="Only a bare number can be drawn and compared.",
            bad="goal: 80%",
            good="goal: 80\nunit: percent",
        ),
        ProblemKind(
            "bad-id",
            "An id with signs that can’t stand in an address",
            why="The id becomes part of a web address.",
            bad="id: Weekly Check",
            good="id: weekly-check",
        ),
        ProblemKind(
            "duplicate-id",
            "An id that is used twice in one file",
            why="A link with this id would always lead to the first of the two.",
            bad="measures:\n  - id: waiting\n  - id: waiting",
            good="measures:\n  - id: waiting-days\n  - id: waiting-list",
        ),
        ProblemKind(
            "bad-address",
            "An old address that isn’t one of this site",
            why="The address becomes a folder of the site.",
            bad="redirect_from: [https://example.org/lessons/old/]",
            good="redirect_from: [lessons/old/]",
        ),
        ProblemKind(
            "bad-url",
            "A web address that isn’t whole",
            why="Without https:// a browser looks for the page on this site.",
            bad="url: www.example.org/report",
            good="url: https://www.example.org/report",
        ),
        ProblemKind(
            "bad-time",
            "A time of day written another way",
            why="Calendars need hours from 00 to 23 and minutes, with two digits each.",
            bad="starts: 2:30 pm",
            good='starts: "14:30"',
        ),
        ProblemKind(
            "bad-doi",
            "A DOI that isn’t one",
            bad="doi: https://doi.org/10.1000/182",
            good='doi: "10.1000/182"',
        ),
        ProblemKind(
            "not-a-list",
            "One line of text where a list is expected",
            why="A list lets each item be found by itself.",
            bad="tiers: tier-1, tier-2",
            good="tiers: [tier-1, tier-2]",
        ),
        ProblemKind(
            "not-text",
            "A list or fields where text is expected",
            bad="title:\n  - Calm rooms",
            good="title: Calm rooms",
        ),
        ProblemKind(
            "too-long",
            "A text that is too long",
            why="Lists, search results and phones show only so much.",
            bad="title: A title that goes on and on for more than 120 characters …",
            good="title: Calm rooms",
        ),
        ProblemKind(
            "too-short",
            "A value that is empty",
            bad='title: ""',
            good="title: Calm rooms",
        ),
        ProblemKind(
            "bad-value",
            "A value that can’t be used",
            bad="rows: 99",
            good="rows: 10",
        ),
    ),
)
