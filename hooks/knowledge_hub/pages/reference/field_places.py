"""Where readers see each field of a record; the modules in pages/ are what makes it true."""

from knowledge_hub.records import Contributor, Record, Source, is_own_type

_FACT = "In the facts at the top of the page."
_FOUND = "In the facts at the top, on the pages for browsing, and in search."
_CONNECTED = "Under “Connected to this”, here and on the page of the other record."
_CARE = "Nowhere on the page: it steers the site."

_COMMON = {
    "title": "At the top of the page, on every card and link, and in search.",
    "summary": "Below the title, on cards, and in the results of search engines.",
    "question": "Above the text of the page, and in search.",
    "aliases": "Nowhere on the page: they help search to find it.",
    "domains": _FOUND,
    "tiers": _FOUND,
    "levels": _FOUND,
    "disciplines": _FOUND,
    "settings": _FOUND,
    "stages": _FOUND,
    "places": _FOUND,
    "communities": _CONNECTED,
    "case_studies": _CONNECTED,
    "lessons": _CONNECTED,
    "roles": _CONNECTED,
    "toolkits": _CONNECTED,
    "guides": _CONNECTED,
    "evidence": "In the facts at the top: how far to trust it; what it does not show, under a heading of its own.",
    "sources": "Under “What this rests on”, and on the page of all sources.",
    "pictures": "The credit below its picture; the rest shows nowhere, and anyone can read it in the file.",
    "credit": "At the end of the page, on the pages of those who are named, and in the citation of the page.",
    "review": "At the top of the page: last reviewed, and when it is due.",
    "history": "On the page “What is new”, and in the feeds.",
    "sensitivity": "As the help line at the very top of the page.",
    "status": "A draft shows in a preview only; an archived page says that it is archived.",
    "replaced_by": "As a link at the top of the archived page.",
    "redirect_from": "At the old address, which leads here.",
    "accepted": _CARE,
    "for_editors": "Nowhere on the site.",
}
_STORY = {
    "form": _CARE,
    "period": _FACT,
    "place": _FACT,
    "participants": "As a table under “Who was at the table”.",
    "challenge": "Under “What was hard”.",
    "approach": "Under “What they did”.",
    "changed": "Under “What they changed to fit”, and on the toolkit’s page.",
    "collaboration": "Under “How they worked together”.",
    "results": "Under “What came of it”.",
    "outcome": "In the facts at the top, and on cards.",
    "adoption": "In the facts at the top, and under “To try it yourself”.",
    "used": "Under “Connected to this”; a report also shows on the toolkit’s page.",
    "learned": "Under “What they learned”.",
    "measures": "As a run chart with its numbers, under “What they measure”.",
    "card_picture": "On every card of the case study, with the words that its text has for the picture.",
    "note": "Under “Before you read”.",
}
_LESSON = {
    "statement": "Under “The lesson”, and on every page that the lesson is connected to.",
    "why": "Under “Why it holds”.",
    "apply": "As steps under “How to apply it”.",
    "pitfalls": "Under “What can go wrong”.",
    "for_roles": _CONNECTED,
    "seen_in": "Under “Where it was seen”, and on the page of the other record.",
}
_ROLE = {
    "discipline": _FOUND,
    "about": "Under “Who this is”.",
    "brings": "Under “What they bring”.",
    "needs": "Under “What they need from the others”.",
    "first_steps": "Under “How to involve them well”.",
    "ask_them": "Under “Questions worth asking”.",
    "works_with": "Under “Who they work with”.",
}
_TOOLKIT = {
    "purpose": "Under “What it is for”.",
    "use_when": "Under “Use it when”.",
    "people": _FACT,
    "time": "In the facts at the top, and on cards.",
    "difficulty": _FACT,
    "steps": "Under “Steps”.",
    "worksheets": "As forms that open below the steps.",
    "resources": "Under “Elsewhere”.",
}
_COMMUNITY = {
    "kind": "In the facts at the top, and on cards.",
    "hosts": _FACT,
    "funding": _FACT,
    "started": _FACT,
    "ended": _FACT,
    "activity": _FACT,
    "scope": _FACT,
    "about": "At the beginning of the text.",
    "charter": "Under “What the members agreed on”.",
    "aim": "Under “Its aim”.",
    "domain": "As its shared interest.",
    "practice": "As what it builds together.",
    "teams": "In the facts at the top.",
    "components": "Under “How it is built”.",
    "sessions": "Under “Sessions” and “The whole time at a glance”.",
    "drivers": "As a diagram under “What drives the aim”.",
    "measures": "As a run chart with its numbers, under “What they measure”.",
    "tests_of_change": "Under “Tests of change”.",
    "results": "Under “What came of it”.",
}
_PATHWAY = {
    "for_whom": _FACT,
    "about": "Above the steps.",
    "steps": "As numbered steps, on the page and in the handout.",
    "result": "Below the steps.",
    "on_home": "At the top of the home page.",
}
_SOURCE_PLACE = "In the reference, on the page of all sources and wherever the source is used."
_SOURCE = {
    "kind": _CARE,
    "accessed": _CARE,
    "read": "Beside each reference: how much of it was read.",
    "says": "Below its reference on the page of all sources.",
    "note": "Below its reference on the page of all sources.",
}
_THEIR_PAGE = "On the page of the contributor."
_CONTRIBUTOR = {
    "name": "Wherever the work of the contributor is credited, and on the page of thanks.",
    "about": "On the page of the contributor and in the list of all.",
    "affiliation": "On the page of the contributor and in the list of all.",
    "helped_with": "On the page of the contributor and on the page of thanks.",
    "opt_out": "Nowhere: it keeps the name off the site.",
}
_OWN = {
    "case-study": _STORY,
    "lesson": _LESSON,
    "role": _ROLE,
    "toolkit": _TOOLKIT,
    "community": _COMMUNITY,
    "pathway": _PATHWAY,
}
_ON_ITS_PAGE = "On its page."

# Of fields that the host has added.
_SHOWN = {"facts": _FACT, "section": "Under a heading of its own.", "nowhere": "Nowhere on the page."}


def find_place(cls: type[Record | Source | Contributor], key: str) -> str:
    """Return where readers see a field; KeyError for a field that nobody has thought about."""
    if issubclass(cls, Source):
        return _SOURCE.get(key, _SOURCE_PLACE)
    if issubclass(cls, Contributor):
        return _CONTRIBUTOR.get(key, _THEIR_PAGE)
    if any(facet.field == key for facet in cls.own_facets):
        return _FOUND
    for field in cls.own_fields:
        if field.id == key:
            return _SHOWN[field.shown]
    places = {**_COMMON, **_OWN.get(cls.type, {})}
    return places.get(key, _ON_ITS_PAGE) if is_own_type(cls) else places[key]
