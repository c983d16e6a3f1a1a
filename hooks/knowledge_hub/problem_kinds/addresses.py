"""Problems of addresses that a hub has published, which only its host meets."""

from knowledge_hub.problem_kinds.kind import ProblemGroup, ProblemKind

ADDRESSES = ProblemGroup(
    "addresses",
    "Addresses that were published (for hosts)",
    (
        ProblemKind(
            "lost-address",
            "A published address at which nothing is any more",
            why="Other sites, slides and bookmarks lead there; their readers would meet an error.",
            bad="(lessons/old-name.yml was renamed to lessons/new-name.yml, and nothing else changed)",
            good="redirect_from: [lessons/old-name/]",
            severity="warning",
        ),
        ProblemKind(
            "lost-fragment",
            "A published place on a page that isn’t there any more",
            why="Who follows a link to it arrives at the top of the page and has to look for it.",
            bad="(a term of the glossary has another id)",
            good="(the term has its old id)",
            severity="warning",
        ),
        ProblemKind(
            "bad-address-line",
            "A line in published-addresses.txt that is no address",
            why="What can’t be read can’t be checked either.",
            bad="https://hub.example/lessons/ask/",
            good="/lessons/ask/",
            severity="warning",
        ),
    ),
)
