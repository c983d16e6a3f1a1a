"""The people and organizations behind the library: all of them, the work of each, and a page of thanks.

They are in the order of the alphabet everywhere, and nothing is counted: nobody is measured against another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from knowledge_hub.catalogue.credit import ROLES, Person
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.reference.letters import fold_name
from knowledge_hub.records import RECORD_TYPES, Contributor, Record

PEOPLE = "people/"
THANKS = "thanks/"

_KINDS = ("person", "organization")
# A role with more records has each kind of page folded.
_MOST_OPEN = 20
# Of one kind: an editor of a big library may have made all of it.
_MOST_LISTED = 200


def create_people_pages(site: Site) -> Iterator[Page]:
    """Yield the page of all people and organizations, the page of thanks and one page each; none without anybody."""
    people = sorted(site.catalogue.people, key=lambda person: fold_name(person.contributor.name))
    if people:
        yield _create_list(site, people)
        yield _create_thanks(site, people)
    for person in people:
        yield _create_person_page(site, person)


def _create_list(site: Site, people: Sequence[Person]) -> Page:
    root = root_from(PEOPLE)
    groups = [
        {
            "id": f"{kind}s",
            "title": site.text(f"types.{kind}.many"),
            "rows": [_row(root, person) for person in people if person.contributor.kind == kind],
        }
        for kind in _KINDS
    ]
    description = site.text("people.intro")
    html = site.render(
        "people",
        description=description,
        thanks=root + THANKS,
        groups=[group for group in groups if group["rows"]],
    )
    return create_page(site, PEOPLE, title=site.text("people.title"), description=description, html=html)


def _create_thanks(site: Site, people: Sequence[Person]) -> Page:
    root = root_from(THANKS)
    groups = [
        {
            "id": role,
            "title": site.text(f"thanks.{role}"),
            "rows": [_row(root, person) for person in people if role in person.work],
        }
        for role in ROLES
    ]
    helpers = [_row(root, person) for person in people if person.contributor.helped_with]
    groups.append({"id": "other-help", "title": site.text("thanks.other_help"), "rows": helpers})
    description = site.text("thanks.intro")
    html = site.render(
        "thanks",
        description=description,
        everyone=root + PEOPLE,
        groups=[group for group in groups if group["rows"]],
    )
    return create_page(site, THANKS, title=site.text("thanks.title"), description=description, html=html)


def _row(root: str, person: Person) -> dict[str, str]:
    one = person.contributor
    return {
        "href": root + one.address,
        "name": one.name,
        "affiliation": one.affiliation or "",
        "about": one.about or "",
        "helped_with": one.helped_with or "",
    }


def _create_person_page(site: Site, person: Person) -> Page:
    one = person.contributor
    root = root_from(one.address)
    description = one.about or site.text("people.about", name=one.name)
    html = site.render(
        "person",
        kind=site.text(f"types.{one.kind}.one"),
        up=root + PEOPLE,
        name=one.name,
        about=one.about or "",
        facts=list(_facts(site, one)),
        roles=[_role(site, root, role, records) for role, records in person.work.items()],
        helped_with=one.helped_with or "",
    )
    return create_page(site, one.address, title=one.name, description=description, html=html)


def _facts(site: Site, one: Contributor) -> Iterator[dict[str, str]]:
    """Yield what is known of a contributor: words, and an address where there is one."""
    if one.affiliation:
        yield {"label": site.text("people.affiliation"), "text": one.affiliation, "href": ""}
    identifier = "people.orcid" if one.orcid else "people.ror"
    for key, address in ((identifier, one.identifier), ("people.url", one.url)):
        if address:
            yield {"label": site.text(key), "text": address, "href": address}


def _role(site: Site, root: str, role: str, records: Sequence[Record]) -> dict[str, Any]:
    return {
        "id": role,
        "title": site.text(f"people.{role}"),
        "is_open": len(records) <= _MOST_OPEN,
        "types": list(_by_type(site, root, records)),
    }


def _by_type(site: Site, root: str, records: Iterable[Record]) -> Iterator[Mapping[str, Any]]:
    """Yield the records of each type by title, in the order of the types; of very many the last reviewed."""
    groups: dict[str, list[Record]] = {cls.type: [] for cls in RECORD_TYPES}
    for record in records:
        groups[record.type].append(record)
    for cls in RECORD_TYPES:
        if found := groups[cls.type]:
            shown = sorted(found[:_MOST_LISTED], key=lambda record: (record.title.casefold(), record.id))
            yield {
                "title": site.text(f"types.{cls.type}.many"),
                "links": [{"href": root + record.address, "title": record.title} for record in shown],
                "others": f"{root}{cls.folder}/" if len(found) > _MOST_LISTED else "",
            }
