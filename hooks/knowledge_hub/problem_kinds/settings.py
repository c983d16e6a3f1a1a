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
            "taken-name",
            "A name of an own facet or field that is taken",
            why="Two fields of one name could not be told apart in a record.",
            bad="fields:\n  - id: title",
            good="fields:\n  - id: grant_number",
        ),
        ProblemKind(
            "unknown-word",
            "A name in content/words.yml that the hub doesn’t know",
            why="Words that stand under a wrong name would never be seen.",
            bad="menu: {leson: Insights}",
            good="menu: {lessons: Insights}",
        ),
        ProblemKind(
            "bad-word",
            "Words in content/words.yml that can’t be used",
            why="A group is no text, and a blank that nothing fills in would stand on the pages as it is.",
            bad="lists: {page: 'page {no}'}",
            good="lists: {page: 'page {number}'}",
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
