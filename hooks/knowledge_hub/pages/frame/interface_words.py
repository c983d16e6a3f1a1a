"""The words of the interface: how readers are told what a thing is."""

from dataclasses import dataclass

SITE_SECTIONS = (
    ("case-studies/", "Case studies"),
    ("lessons/", "Lessons"),
    ("toolkits/", "Toolkits"),
    ("roles/", "Roles"),
    ("communities/", "Communities"),
    ("guides/", "Guides"),
    ("browse/", "Browse"),
)
# What the footer has besides; of all these a site shows only what it has, see mkdocs_adapter/menus.py.
MORE_SECTIONS = (("change-packages/", "Change packages"),)
SITE_REFERENCES = (
    ("models/", "CoIIN or CoP?"),
    ("glossary/", "Glossary"),
    ("sources/", "Sources"),
    ("coverage/", "What the library covers"),
    ("contribute/", "Contribute"),
    ("about/", "About this hub"),
    ("accessibility/", "Accessibility"),
)


@dataclass(frozen=True, slots=True)
class TypeWords:
    """What one record type is called, and what its list is for."""

    one: str
    many: str
    intro: str


TYPE_WORDS = {
    "community": TypeWords(
        "Learning community",
        "Learning communities",
        "Networks in which teams learn together how to build good mental health support in schools.",
    ),
    "case-study": TypeWords(
        "Case study",
        "Case studies",
        "What real places and teams did together, what came of it, and how sure anyone can be.",
    ),
    "lesson": TypeWords(
        "Lesson learned",
        "Lessons learned",
        "Rules that carry over from one place to the next, with the reason and the first steps.",
    ),
    "role": TypeWords(
        "Role",
        "Roles at the table",
        "Who can be part of the work: what each brings, what each needs, how to involve them well.",
    ),
    "toolkit": TypeWords(
        "Toolkit",
        "Toolkits",
        "Steps and worksheets that a team can use at its next meeting.",
    ),
    "guide": TypeWords("Guide", "Guides", "Longer reads for getting started."),
}

# Every hand-written page that is no guide.
OWN_PAGE_WORDS = TypeWords("Page", "Pages", "What the people who keep this library wrote beside it.")

FACET_WORDS = {
    "domain": ("Quality domain", "About"),
    "tier": ("Tier of support", "For"),
    "level": ("Level", "At the"),
    "discipline": ("Discipline", "With"),
    "setting": ("Setting", "In"),
    "stage": ("Stage of the work", "At the stage"),
    "state": ("State", "In"),
}

EVIDENCE_BANDS = {
    "composite": "This is an illustration put together from many experiences. It is not a real place.",
    "editorial": "This is the hub’s own guidance. It is not a finding from research.",
}

NOTHING_YET = "This library is new: there is no record in it yet."

# Readers who can't see colour or shape get the word; the mark only repeats it.
OUTCOME_MARKS = {"improved": "▲", "mixed": "◆", "no-change": "■", "stopped": "●"}


def count_words(number: int, one: str, many: str) -> str:
    """Return a count with its noun, such as "1 record" and "12 records"."""
    return f"{number:,} {one if number == 1 else many}"
