"""Who did what for the records that readers can see; whoever doesn't want to be named is in none of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge_hub.records import Contributor, Record
from knowledge_hub.records.common import Credit
from knowledge_hub.records.own_page import OwnPage

# The kinds of help that records credit, in the order in which readers see them; the last one is in the review.
CREDITED = tuple(Credit.model_fields)
OWNER = "owner"
ROLES = (*CREDITED, OWNER)
# Stands in for an owner who opted out: every review has one.
NOT_NAMED = "not-named"


@dataclass(frozen=True, slots=True)
class Person:
    """A contributor whom readers see, with the records that they helped with, by role; roles without any are left out.

    A person or an organization: both are credited alike.
    """

    contributor: Contributor
    work: Mapping[str, tuple[Record, ...]]


def honor_opt_outs(
    records: Iterable[Record], contributors: Mapping[str, Contributor], not_named: str
) -> tuple[list[Record], dict[str, Contributor]]:
    """Return records and contributors without anybody who opted out, so that nothing made from them has the name.

    Credit leaves them out. Where one looks after a record, a contributor called `not_named` stands there.
    """
    hidden = {contributor_id for contributor_id, one in contributors.items() if one.opt_out}
    if not hidden:
        return list(records), dict(contributors)
    shown = {contributor_id: one for contributor_id, one in contributors.items() if contributor_id not in hidden}
    # What a host calls them may be of any length.
    stand_in = Contributor.model_construct(id=NOT_NAMED, name=not_named, kind="person", opt_out=True)
    return [_without(record, hidden) for record in records], {**shown, NOT_NAMED: stand_in}


def hide_owners(pages: Iterable[OwnPage], contributors: Mapping[str, Contributor]) -> Iterator[OwnPage]:
    """Yield hand-written pages, the owner of each in any words, but not in those of somebody who opted out."""
    hidden = {words for one in contributors.values() if one.opt_out for words in (one.id, one.name)}
    for page in pages:
        if page.review and page.review.owner in hidden:
            yield page.model_copy(update={"review": page.review.model_copy(update={"owner": NOT_NAMED})})
        else:
            yield page


def _without(record: Record, hidden: set[str]) -> Record:
    changes: dict[str, object] = {}
    if not all(hidden.isdisjoint(getattr(record.credit, role)) for role in CREDITED):
        kept = {role: tuple(one for one in getattr(record.credit, role) if one not in hidden) for role in CREDITED}
        changes["credit"] = Credit(**kept)
    if record.review and record.review.owner in hidden:
        changes["review"] = record.review.model_copy(update={"owner": NOT_NAMED})
    return record.model_copy(update=changes) if changes else record


def find_people(records: Sequence[Record], contributors: Mapping[str, Contributor]) -> list[Person]:
    """Return every contributor whom these records name, or who is thanked for other help, in the order of their ids.

    Somebody who helped only with what readers can't see yet isn't named before it is published.
    """
    work: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        for role, contributor_id in find_credit(record):
            work[contributor_id][role].append(record)
    return [
        Person(one, {role: tuple(work[one.id][role]) for role in ROLES if role in work[one.id]})
        for one in sorted(contributors.values(), key=lambda one: one.id)
        if not one.opt_out and (one.id in work or one.helped_with)
    ]


def find_credit(record: Record) -> Iterator[tuple[str, str]]:
    """Yield role and contributor id of everyone who made a record or looks after it; an archived one has no owner."""
    for role in CREDITED:
        for contributor_id in dict.fromkeys(getattr(record.credit, role)):
            yield role, contributor_id
    if record.review and record.status != "archived":
        yield OWNER, record.review.owner
