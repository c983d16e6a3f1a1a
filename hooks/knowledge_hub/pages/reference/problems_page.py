"""The page that explains every kind of problem the check can report; each message links to its entry."""

from typing import Any

from knowledge_hub.citations.apa import cite_briefly, source_address
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Heading, Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.problem_kinds import PROBLEM_GROUPS, ProblemGroup, Severity
from knowledge_hub.problems.problem import PROBLEMS_ADDRESS
from knowledge_hub.records.single_files.phrases_to_avoid import Phrase

_EFFECTS: dict[Severity, str] = {
    "error": "Has to be mended before the record can be published.",
    "warning": "A reviewer decides. What is right as it is can be accepted in the record, with a reason.",
    "hint": "Advice for the author. Nothing depends on it.",
}
_WORDS = Heading("words", "Words to avoid, and better ones")


def create_problems_page(site: Site) -> Page:
    """Return every kind of problem with its reason and its examples, and the words to avoid."""
    groups = [_group_values(group) for group in PROBLEM_GROUPS]
    phrases = [_phrase_values(site, phrase) for phrase in site.catalogue.wording.phrases]
    description = "What the check of a record can find, why it matters, and how to mend it."
    contents = tuple(Heading(group.id, group.title) for group in PROBLEM_GROUPS)
    if phrases:
        contents = (*contents, _WORDS)
    html = site.render(
        "problems", description=description, contents=contents, groups=groups, wording=_WORDS, phrases=phrases
    )
    return create_page(
        site,
        PROBLEMS_ADDRESS,
        title="Problems and how to mend them",
        description=description,
        html=html,
    )


def _group_values(group: ProblemGroup) -> dict[str, Any]:
    kinds = [
        {
            "code": kind.code,
            "title": kind.title,
            "effect": _EFFECTS[kind.severity],
            "why": kind.why,
            "bad": kind.bad,
            "good": kind.good,
        }
        for kind in group.kinds
    ]
    return {"id": group.id, "title": group.title, "kinds": kinds}


def _phrase_values(site: Site, phrase: Phrase) -> dict[str, str]:
    values = {"avoid": phrase.avoid[0], "better": phrase.better, "reason": phrase.reason, "href": "", "source": ""}
    if phrase.source:
        values["href"] = source_address(phrase.source, root_from(PROBLEMS_ADDRESS))
        values["source"] = cite_briefly(site.catalogue.sources[phrase.source])
    return values
