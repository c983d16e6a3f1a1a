"""Problems between records, and what a record lacks before it can be published."""

from knowledge_hub.problem_kinds.kind import ProblemGroup, ProblemKind

RECORDS = ProblemGroup(
    "records",
    "Records together",
    (
        ProblemKind(
            "unknown-id",
            "An id that leads nowhere",
            why="Readers would meet a dead link.",
            bad="roles: [school-nurze]",
            good="roles: [school-nurse]",
        ),
        ProblemKind(
            "wrong-type",
            "An id of another type of record",
            why="A role can’t stand where a toolkit is meant: the page would say the wrong thing about it.",
            bad="toolkits: [school-nurse]",
            good="roles: [school-nurse]",
        ),
        ProblemKind(
            "same-title",
            "Two records with one title",
            why="In a list nobody could tell them apart.",
            bad="title: Calm rooms",
            good="title: Calm rooms in two rural districts",
        ),
        ProblemKind(
            "replaced-in-a-circle",
            "A record that is replaced by itself",
            why="Readers of an old page would be led round and never reach the new one.",
            bad="# calm-rooms.yml\nreplaced_by: calm-rooms",
            good="# calm-rooms.yml\nreplaced_by: quiet-places",
        ),
        ProblemKind(
            "address-taken",
            "An old address that belongs to another page",
            why="One page would silently replace the other.",
            bad="redirect_from: [roles/school-nurse/]",
            good="redirect_from: [roles/nurse-in-school/]",
        ),
        ProblemKind(
            "no-source",
            "A documented record without a source",
            why="Readers trust the hub because every documented fact can be looked up.",
            bad="evidence:\n  status: documented",
            good="evidence:\n  status: documented\nsources:\n  - source: smith-2020\n    supports: What the team did.",
        ),
        ProblemKind(
            "no-limits",
            "A documented record that doesn’t say its limits",
            why="What the evidence doesn’t show is as useful as what it shows.",
            bad="evidence:\n  status: documented",
            good="evidence:\n  status: documented\n  limits: One district; no comparison group.",
        ),
        ProblemKind(
            "no-review",
            "A published record that nobody reviewed",
            why="Readers see when a page was last checked.",
            bad="status: published",
            good="review:\n  reviewed_on: 2026-11-23\n  review_by: 2027-11-23\n  owner: hub-editors",
        ),
        ProblemKind(
            "bad-review",
            "A next review that comes before the last one",
            bad="review:\n  reviewed_on: 2026-11-23\n  review_by: 2025-11-23",
            good="review:\n  reviewed_on: 2026-11-23\n  review_by: 2027-11-23",
        ),
        ProblemKind(
            "missing-facet",
            "A published record that can’t be found by browsing",
            why="Readers narrow a list down by these words.",
            bad="status: published",
            good="status: published\ndomains: [teaming]",
        ),
        ProblemKind(
            "unchanged-example",
            "An example that was left as it was",
            why="The examples of a new file tell a made-up story, and readers would take it for yours.",
            bad="apply:\n  - Put ten minutes on the next agenda.",
            good="apply:\n  - Read the plan aloud to two parents before you print it.",
        ),
        ProblemKind(
            "unused-acceptance",
            "An accepted wording that isn’t in the record",
            why="What no longer applies would hide the next slip.",
            bad="accepted:\n  - code: person-first\n    text: words that are gone\n    reason: It is a title.",
            good="# the lines are deleted",
            severity="warning",
        ),
    ),
)
