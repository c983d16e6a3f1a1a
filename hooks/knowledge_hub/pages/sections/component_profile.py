"""The component profile of a community."""

from knowledge_hub.pages.frame.record_parts import Section
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Community
from knowledge_hub.visuals.component_profile import create_profile, write_profile_summary

_MARKS = {"yes": "●", "no": "○", "not-reported": "–"}


def profile_section(site: Site, _: str, community: Community) -> list[Section]:
    """Return which of the parts that communities are reported to have this one has."""
    if not community.components:
        return []
    profile = create_profile(community.components, site.catalogue.vocabularies.ids("components"))
    rows = [
        {
            "part": site.label("components", row.part),
            "meaning": site.meaning("components", row.part),
            "state": site.label("component-states", row.present),
            "mark": _MARKS[row.present],
            "present": row.present,
            "note": row.note,
        }
        for row in profile
    ]
    about = site.catalogue.vocabularies["components"].about.text()
    html = site.render("component-profile", rows=rows, summary=write_profile_summary(profile), about=about)
    return [Section("components", "How it is built", html)]
