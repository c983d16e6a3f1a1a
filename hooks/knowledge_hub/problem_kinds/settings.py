"""Problems of the site's settings, which only its host meets."""

from knowledge_hub.problem_kinds.kind import ProblemGroup, ProblemKind

SETTINGS = ProblemGroup(
    "settings",
    "The settings of the site (for hosts)",
    (
        ProblemKind(
            "bad-setting",
            "A setting that can’t be used",
            why="Nothing is guessed: a site under a wrong name or number would be worse than none.",
            bad="extra: {email: hub at example dot org}",
            good="extra: {email: hub@example.org}",
        ),
        ProblemKind(
            "unused-setting",
            "A setting that has no effect here",
            why="Nobody should wait for something that never comes; the message names what to do instead.",
            bad="theme: {features: [navigation.instant]}",
            good="theme: {features: []}",
            severity="warning",
        ),
    ),
)
