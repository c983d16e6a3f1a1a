"""The parts of a long form, of which a phone shows one at a time."""

from collections.abc import Sequence

from knowledge_hub.pages.frame.site import Site


def create_way(site: Site, titles: Sequence[str], number: int) -> dict[str, object]:
    """Return what leads through a form at part `number` of those with these titles, counted from 1."""
    last = len(titles)
    return {
        "place": site.text("filling.part", number=number, last=last) if last > 1 else "",
        "has_previous": number > 1,
        "next": site.text("filling.next", title=titles[number]) if number < last else "",
    }
