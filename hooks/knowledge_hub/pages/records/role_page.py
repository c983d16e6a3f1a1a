"""The page of a stakeholder role."""

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.pages.frame.facts import Fact
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.record_parts import Section, lessons_section, list_section, prose_section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.record_page import Body, create_record_page
from knowledge_hub.records import Role


def create_role_page(site: Site, role: Role) -> Page:
    """Return the page of one role: what it brings, what it needs, how to involve it."""
    root = root_from(role.address)
    sections = [
        *prose_section(site, root, role, "about", site.text("role.about"), role.about),
        *list_section(site, "brings", site.text("role.brings"), role.brings),
        *list_section(site, "needs", site.text("role.needs"), role.needs),
        *list_section(site, "first-steps", site.text("role.first_steps"), role.first_steps, ordered=True),
        *list_section(site, "ask-them", site.text("role.ask_them"), role.ask_them),
        *_partners_section(site, root, role),
        *lessons_section(site, root, role, site.text("role.lessons")),
    ]
    return create_record_page(site, role, Body(role_facts(site, role), sections, frozenset({"lesson"})))


def role_facts(site: Site, role: Role) -> list[Fact]:
    """Return the decision strip of one role, without what every record has."""
    facts = [
        Fact(site.text("facts.discipline"), site.label("disciplines", role.discipline)),
        Fact(site.text("facts.level"), site.labels("levels", role.levels)),
    ]
    if role.settings:
        facts.append(Fact(site.text("facts.settings"), site.labels("settings", role.settings)))
    return facts


def find_partners(catalogue: Catalogue, role: Role) -> list[tuple[Role, str]]:
    """Return the roles that one works with and how, whichever of the two records says so.

    Its own words come first, and win where both say how.
    """
    how_by_id = {partner.role: partner.how for partner in role.works_with}
    for other in catalogue.connected(role, Role):
        for partner in other.works_with:
            if partner.role == role.id:
                how_by_id.setdefault(other.id, partner.how)
    found = ((catalogue.get(Role.type, partner_id), how) for partner_id, how in how_by_id.items())
    return [(other, how) for other, how in found if isinstance(other, Role)]


def _partners_section(site: Site, root: str, role: Role) -> list[Section]:
    partners = find_partners(site.catalogue, role)
    if not partners:
        return []
    links = site.links([other for other, _ in partners], root)
    rows = [{"link": link, "statement": how} for link, (_, how) in zip(links, partners, strict=True)]
    return [Section("works-with", site.text("role.works_with"), site.render("linked", rows=rows))]
