"""Problems the gate before publishing finds: privacy, wording, claims, reading level."""

from knowledge_hub.problem_kinds.kind import ProblemGroup, ProblemKind
from knowledge_hub.small_groups import SMALLEST_GROUP, SMALLEST_GROUP_WORD

_RECOGNIZED = "In a small place, a few details are enough for neighbors to know who is meant."
_STORY = "A story about one student can be recognized by the student and by others, even without a name."

GATE = ProblemGroup(
    "gate",
    "Before publishing",
    (
        ProblemKind(
            "birth-date",
            "A person’s date of birth",
            why="A date of birth, with or without a name, identifies a person.",
            bad="challenge: Maria Lopez, born March 3, 2010, missed school.",
            good="challenge: Some middle school students missed school.",
        ),
        ProblemKind(
            "personal-number",
            "A student number or another personal number",
            why="The number leads to one person’s records.",
            bad="challenge: Student ID 4402917 was referred twice.",
            good="challenge: Some students were referred twice.",
        ),
        ProblemKind(
            "personal-email",
            "An e-mail address",
            why="A published address is collected by senders of spam, and may belong to someone who never agreed.",
            bad="summary: Write to jane.doe@example.org for the form.",
            good="summary: The form is on the district’s web page.",
        ),
        ProblemKind(
            "personal-phone",
            "A phone number",
            why="A published number may belong to someone who never agreed. Help lines are fine.",
            bad="summary: Call Jane at 555-201-3344.",
            good="summary: Call the school’s front office.",
        ),
        ProblemKind(
            "one-person-story",
            "A story about one student",
            why=_STORY,
            bad="challenge: A 14-year-old student told the nurse about her family.",
            good="challenge: Students began to talk with the nurse about home.",
        ),
        ProblemKind(
            "small-count",
            f"A count of fewer than {SMALLEST_GROUP_WORD} students",
            why=_RECOGNIZED,
            bad="statement: Three students were referred for care.",
            good=f"statement: Fewer than {SMALLEST_GROUP} students were referred for care.",
        ),
        ProblemKind(
            "unsourced-claim",
            "A claim without a source",
            why="A number or “improved” in a documented record is a claim that a reader may want to look up.",
            bad="results:\n  - kind: process-improvement\n    statement: Referrals improved by 40 percent.",
            good=(
                "results:\n  - kind: process-improvement\n    statement: Referrals improved by 40 percent.\n"
                "    sources: [smith-2020]"
            ),
        ),
        ProblemKind(
            "claim-without-fact",
            "A number, date or place that no fact of the sources holds",
            why="In a documented record, readers can trace every number, year and named place to what was read. Names "
            "such as Tier 2, K-12 or 988, and what a reader is advised to do, claim nothing.",
            bad="statement: In 136 schools, 40 percent of the teams met.",
            good="statement: In 36 schools, 40 percent of the teams met.",
            severity="warning",
        ),
        ProblemKind(
            "suicide-wording",
            "Words about suicide that can do harm",
            why="How suicide is spoken of can add to risk, or to hope.",
            bad="summary: How a school responds when someone commits suicide.",
            good="summary: How a school responds when someone dies by suicide.",
            severity="warning",
        ),
        ProblemKind(
            "person-first",
            "Words that put a condition before the person",
            why="People are more than a diagnosis, and families notice.",
            bad="summary: Support for mentally ill students.",
            good="summary: Support for students with mental health conditions.",
            severity="warning",
        ),
        ProblemKind(
            "jargon",
            "Jargon that has plainer words",
            why="Readers from other fields, families among them, may not know the word.",
            bad="summary: How to leverage data.",
            good="summary: How to use data.",
            severity="warning",
        ),
        ProblemKind(
            "abbreviation",
            "An abbreviation that is nowhere explained",
            why="Each field has its own abbreviations, and this site brings the fields together.",
            bad="summary: How the XQT team meets.",
            good="summary: How the cross-quality team (XQT) meets.",
            severity="warning",
        ),
        ProblemKind(
            "reading-level",
            "Long words in long sentences",
            why="Tired people read this on a phone between two meetings.",
            bad="A sentence of sixty words with three clauses in it",
            good="Three sentences of twenty words",
            severity="hint",
        ),
        ProblemKind(
            "html-tag",
            "HTML in a text",
            why="Texts are Markdown. A tag stands on the page as it was written, so that no words are lost.",
            bad="why: It is <b>calm</b> there.",
            good="why: It is **calm** there.",
            severity="warning",
        ),
        ProblemKind(
            "lost-link",
            "A link that leads nowhere",
            why="A link that readers can’t follow everywhere, from a PDF too, is left out and its words stay.",
            bad="why: See [the steps](#steps).",
            good="why: See [the toolkit](toolkit:small-test).",
            severity="warning",
        ),
        ProblemKind(
            "lost-words",
            "Words that no page shows",
            why="Markdown leaves out a note without its mark, a definition without its use, and cells too many.",
            bad="why: |\n  It works.\n\n  [^1]: Three schools said so.",
            good="why: |\n  It works.[^1]\n\n  [^1]: Three schools said so.",
            severity="warning",
        ),
        ProblemKind(
            "missing-letters",
            "Letters that the PDFs can’t show",
            why="The pages show any script; the fonts of the PDFs have Latin, Greek, Cyrillic, Devanagari, Arabic, "
            "Hebrew and Thai letters, symbols and emoji. A box stands where a letter is missing.",
            bad="title: 家庭 partners",
            good="title: Jiātíng (family) partners",
            severity="warning",
        ),
    ),
)
