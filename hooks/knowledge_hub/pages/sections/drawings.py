"""What visuals/ computes, as finished HTML: the map of states, components."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from knowledge_hub.pages.frame.page import NO_HTML
from knowledge_hub.pages.frame.record_parts import Section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Community
from knowledge_hub.visuals.component_profile import NOT_REPORTED, create_profile, write_profile_summary
from knowledge_hub.visuals.state_map import TILE, create_state_map


def render_state_map(site: Site, used: Mapping[str, tuple[int, str]]) -> Markup:
    """Return the map whose tiles lead to what the library has from each place, "" where no place has a tile.

    `used` gives count and address by the id of a place. The caller adds the same as a list.
    """
    places = site.catalogue.vocabularies["places"].terms
    drawn = create_state_map(places, used, site.words)
    return site.render("state-map", map=drawn, size=TILE) if drawn else NO_HTML


class ToldPart(NamedTuple):
    """One part that learning communities are reported to have, in words; `present` is the id of its state."""

    part: str
    meaning: str
    state: str
    mark: str
    present: str
    note: str


class Profile(NamedTuple):
    """Which parts a community has: those of which something is told, the others, and all of them in a sentence."""

    summary: str
    told: tuple[ToldPart, ...]
    untold: tuple[ToldPart, ...]


def describe_profile(site: Site, community: Community) -> Profile | None:
    """Return which of the parts that communities are reported to have this one has, None where nobody said."""
    if not community.components:
        return None
    profile = create_profile(community.components, site.catalogue.vocabularies.ids("components"))
    parts = [
        ToldPart(
            part=site.label("components", row.part),
            meaning=site.meaning("components", row.part),
            state=site.label("component-states", row.present),
            mark=site.mark("component-states", row.present),
            present=row.present,
            note=row.note,
        )
        for row in profile
    ]
    # What nobody reported would be most of many tables.
    told = tuple(part for part in parts if part.present != NOT_REPORTED or part.note)
    return Profile(write_profile_summary(profile), told, tuple(part for part in parts if part not in told))


def profile_section(site: Site, _: str, community: Community) -> list[Section]:
    """Return the parts of a community as a section of its page."""
    profile = describe_profile(site, community)
    if profile is None:
        return []
    counted = site.words.count("counts.part", len(profile.untold))
    html = site.render(
        "component-profile",
        rows=profile.told,
        untold=profile.untold,
        untold_title=f"{site.label('component-states', NOT_REPORTED)}: {counted}" if profile.untold else "",
        summary=profile.summary,
        about=site.catalogue.vocabularies["components"].about.text(),
    )
    return [Section("components", site.text("community.components"), html)]
