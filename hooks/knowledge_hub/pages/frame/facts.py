"""The decision strip: what a reader wants to know of a page before reading on."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.pages.cards.facts import stated_places
from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Record
from knowledge_hub.sentences import lower_first

LIMITS = "evidence-limits"
_LONG_FACT = 90
# How many stand side by side at most: the first that leaves none alone in the last row.
_COLUMNS = (3, 4)


class Fact(NamedTuple):
    """One line of the decision strip; `link` are the words of a link to `href`, where there is more on it."""

    label: str
    text: str
    note: str = ""
    mark: str = ""
    href: str = ""
    link: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it takes the whole width, and is folded on phones: a narrow column would make a tower of it."""
        return len(self.text) > _LONG_FACT


def render_facts(site: Site, facts: Iterable[Fact]) -> Markup:
    """Return the decision strip: the short facts side by side, the long ones below them; "" for none."""
    every = list(facts)
    short, long = [fact for fact in every if not fact.is_long], [fact for fact in every if fact.is_long]
    if not every:
        return NO_HTML
    more = ", ".join(fact.label for fact in long)
    return site.render("facts", short=short, columns=choose_columns(len(short)), long=long, more=more)


def choose_columns(count: int) -> int:
    """Return in how many columns so many facts stand without a lone one in the last row."""
    return next((columns for columns in _COLUMNS if count % columns != 1), _COLUMNS[0])


def evidence_facts(site: Site, record: Record) -> list[Fact]:
    """Return how far to trust the record in one line, with a link to what the evidence doesn't show.

    What a band at the top of the page says already isn't said again.
    """
    evidence = record.evidence
    text = site.label("evidence-status", evidence.status)
    if evidence.strength and evidence.status == "documented":
        text = f"{text}: {lower_first(site.label('evidence-strength', evidence.strength))}"
    if evidence.limits:
        return [Fact(site.text("facts.evidence"), text, href=f"#{LIMITS}", link=site.text("facts.limits"))]
    return [Fact(site.text("facts.evidence"), text)]


def place_fact(site: Site, record: Record) -> list[Fact]:
    """Return where it is or happened."""
    places = stated_places(record)
    return [Fact(site.text("facts.where"), site.labels("places", places))] if places else []
