"""A record as a work: what it is, who made it, when it was checked, what it is about and rests on."""

from collections.abc import Callable
from typing import Any

from knowledge_hub.data.places import LICENSE_ADDRESS
from knowledge_hub.linked_data.communities import describe_community
from knowledge_hub.linked_data.hub import PLACES, LinkedHub
from knowledge_hub.linked_data.node import Node, create_node
from knowledge_hub.records import CaseStudy, Community, Guide, Lesson, Pathway, Record, Toolkit

_ARTICLE, _LEARNING = "Article", "LearningResource"
_TYPES: dict[str, tuple[str, ...]] = {
    Community.type: ("WebPage",),
    Guide.type: (_ARTICLE, _LEARNING),
    Lesson.type: (_ARTICLE, _LEARNING),
    Pathway.type: (_LEARNING,),
    Toolkit.type: ("HowTo", _LEARNING),
}
# The word of schema.org's own examples for what is kept and no longer true.
_KEPT = "Obsolete"
_MOST_SOURCES, _MOST_STEPS, _MOST_PLACES = 12, 20, 12


def describe_record(hub: LinkedHub, record: Record) -> Node:
    """Return a record as the work that its page is."""
    kinds = _TYPES.get(record.type, (_ARTICLE,))
    return create_node(
        kinds if len(kinds) > 1 else kinds[0],
        url=hub.address_of(record.address),
        name=record.title,
        headline=record.title if _ARTICLE in kinds else "",
        description=record.summary,
        **describe_making(hub, record),
        isPartOf=hub.website,
        about=hub.describe_terms(record, hub.subjects),
        keywords=list(record.aliases),
        spatialCoverage=hub.describe_terms(record, PLACES)[:_MOST_PLACES],
        citation=hub.describe_sources(use.source for use in record.sources[:_MOST_SOURCES]),
        learningResourceType=hub.text(f"types.{record.type}.one") if _LEARNING in kinds else "",
        **(_DETAILS[record.type](hub, record) if record.type in _DETAILS else {}),
    )


def describe_making(hub: LinkedHub, record: Record) -> dict[str, Any]:
    """Return who made a record, when it was checked, what it rests on, and what may be done with it."""
    status = record.evidence.status
    return {
        # So that nobody takes an illustration for a report of a real place.
        "disambiguatingDescription": "" if status == "documented" else hub.text(f"evidence.{status}"),
        "creativeWorkStatus": _KEPT if record.status == "archived" else "",
        "inLanguage": hub.settings.language,
        "author": hub.describe_makers(record.credit.authors),
        "publisher": hub.publisher,
        "dateModified": record.review.reviewed_on.isoformat() if record.review else "",
        "license": LICENSE_ADDRESS,
    }


def _tell_period(_: LinkedHub, study: CaseStudy) -> dict[str, Any]:
    """Return when it happened, as an interval (ISO 8601); ".." is an end that isn't known or hasn't come."""
    period = study.period
    if period is None or not (period.start or period.end):
        return {}
    return {"temporalCoverage": f"{period.start or '..'}/{period.end or '..'}"}


def _tell_rule(_: LinkedHub, lesson: Lesson) -> dict[str, Any]:
    return {"teaches": lesson.statement}


def _list_steps(_: LinkedHub, toolkit: Toolkit) -> dict[str, Any]:
    """Return the steps by their names; the page says how."""
    steps = enumerate(toolkit.steps[:_MOST_STEPS], start=1)
    return {"step": [create_node("HowToStep", position=number, name=step.title) for number, step in steps]}


def _list_readings(hub: LinkedHub, pathway: Pathway) -> dict[str, Any]:
    """Return what to read, each with how long it takes (ISO 8601, minutes)."""
    found = [(step, hub.catalogue.get(*step.read.split(":", 1))) for step in pathway.steps]
    readings = [(step.minutes, record) for step, record in found if record]
    return {
        "audience": create_node("Audience", audienceType=pathway.for_whom),
        "timeRequired": f"PT{sum(minutes for minutes, _ in readings)}M" if readings else "",
        "hasPart": [
            create_node(
                "CreativeWork",
                name=record.title,
                url=hub.address_of(record.address),
                timeRequired=f"PT{minutes}M",
            )
            for minutes, record in readings[:_MOST_STEPS]
        ],
    }


def _tell_community(hub: LinkedHub, community: Community) -> dict[str, Any]:
    return {"mainEntity": describe_community(hub, community, community.address)}


_DETAILS: dict[str, Callable[[LinkedHub, Any], dict[str, Any]]] = {
    CaseStudy.type: _tell_period,
    Community.type: _tell_community,
    Lesson.type: _tell_rule,
    Pathway.type: _list_readings,
    Toolkit.type: _list_steps,
}
