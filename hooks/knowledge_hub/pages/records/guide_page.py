"""A guide's own Markdown inside the frame of a record: facts before it, connections after it."""

import re

from markupsafe import Markup

from knowledge_hub.pages.frame.facts import Fact
from knowledge_hub.pages.frame.finishing import finish_html
from knowledge_hub.pages.frame.page import Heading, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.pages.records.record_page import Body, ending_sections, render_record
from knowledge_hub.pages.sections.connections import connection_groups
from knowledge_hub.records import Guide

_FIRST_HEADING = re.compile(r"<h1\b[^>]*>.*?</h1>\s*", re.DOTALL)


def render_guide(site: Site, guide: Guide, body_html: str, contents: tuple[Heading, ...]) -> str:
    """Return the finished article for a guide whose Markdown became `body_html`.

    The frame has the title, so the text's own first heading is left out.
    """
    root = root_from(guide.address)
    main = Markup(_FIRST_HEADING.sub("", body_html, count=1))  # noqa: S704 -- a maintainer's page
    facts = [Fact(site.text("facts.stages"), site.labels("stages", guide.stages))] if guide.stages else []
    sections = ending_sections(site, root, guide)
    article = render_record(
        site,
        root,
        guide,
        Body(facts, sections),
        sections=sections,
        contents=(*contents, *sections),
        main=main,
    )
    return finish_html(site, article.html, article.cards).decode()


def render_guide_ending(site: Site, guide: Guide) -> str:
    """Return what stands below a guide's text, for adapters that keep the text as Markdown."""
    root = root_from(guide.address)
    parts = [site.render("sections", sections=ending_sections(site, root, guide))]
    if groups := connection_groups(site, root, guide, ()):
        parts.append(site.render("connections", groups=groups))
    parts.append(site.credit(guide, root))
    return "\n".join(parts)
