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
        ProblemKind(
            "blocked-content",
            "Something on a page that browsers will not show",
            why="Pages reach no other server and run no code that stands in them, so that nobody follows readers.",
            bad='<iframe src="https://video.example/1"></iframe>',
            good="extra: {allowed_hosts: [video.example]}",
            severity="warning",
        ),
        ProblemKind(
            "setting-notice",
            "Something to know about a setting",
            why="The setting works; the message says how far.",
            bad='site_url: "https://example.org/"',
            good='site_url: "https://hub.school-health.example/"',
            severity="hint",
        ),
    ),
)
