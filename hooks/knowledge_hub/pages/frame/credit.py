"""Who made a record and who looks after it, as its page says it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.catalogue.credit import ROLES


class CreditLine(NamedTuple):
    """One kind of help, such as "Written by", and each who gave it: the address of their page and their name."""

    label: str
    names: list[tuple[str, str]]


def list_credit(catalogue: Catalogue, credited: Iterable[tuple[str, str]], root: str) -> Iterator[CreditLine]:
    """Yield who made a record and who looks after it, by role; whoever opted out is left out.

    `credited` has them as role and contributor id.
    """
    named = [(role, catalogue.contributors[one]) for role, one in credited]
    for role in ROLES:
        names = [(root + one.address, one.name) for its, one in named if its == role and not one.opt_out]
        if names:
            yield CreditLine(catalogue.words.text(f"credit.{role}"), names)
