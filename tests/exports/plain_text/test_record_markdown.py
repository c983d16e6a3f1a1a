"""A record as one Markdown file."""

from pathlib import Path
from typing import Any

from knowledge_hub.exports.plain_text.record_markdown import create_record_markdown, create_record_texts
from knowledge_hub.markdown_html import create_html
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.records import Guide
from knowledge_hub.records.walking import walk_texts
from knowledge_hub.settings.settings import Settings
from support.fixed_day import TODAY
from support.small_library import Fields, create_small_catalogue
from support.whole_library import publish, write_whole_library

SETTINGS = Settings(site_name="Our hub", site_url="https://hub.example/sub/")
REVIEW = {"reviewed_on": "2026-02-03", "review_by": "2027-02-03", "owner": "one"}


def _open(folder: Path, records: dict[str, Fields], settings: Settings = SETTINGS) -> Site:
    return Site(create_small_catalogue(folder, records), TODAY, settings=settings)


def _write(site: Site, kind: str, name: str) -> str:
    record = site.catalogue.get(kind, name)
    assert record
    return create_record_markdown(site, record)


def _section(text: str, title: str) -> str:
    return text.partition(f"## {title}\n\n")[2].partition("\n\n## ")[0]


def test_a_record_says_what_its_page_says(tmp_path: Path) -> None:
    """Title, summary, what it rests on, what it is about, its texts, sources, connections and how to cite it."""
    lesson = {
        "title": "Ask first",
        "summary": "A short talk helps.",
        "statement": "Ask before you plan.",
        "why": "# How we know\n\nWe *saw* it, as [the kit](toolkit:kit) and [a draft](lesson:later) say.\n",
        "apply": ["Ask one.", "Ask all."],
        "domains": ["teaming"],
        "levels": [],
        "stages": ["test"],
        "disciplines": [],
        "places": [],
        "review": REVIEW,
        "credit": {"authors": ["one"]},
        "sources": [{"source": "report", "supports": "All of it."}],
        "evidence": {"status": "documented", "limits": "One place."},
    }
    report = {"title": "A report", "author": [{"literal": "Office"}], "issued": "2020", "url": "https://x.example/"}
    records = {
        "lessons/ask": lesson,
        "lessons/later": {"status": "draft"},
        "toolkits/kit": {},
        "sources/report": report,
    }
    assert _write(_open(tmp_path, records), "lesson", "ask") == (
        "# Ask first\n\n"
        "> A short talk helps.\n\n"
        "- Lesson learned\n"
        "- Quality domain: Teaming\n"
        "- Stage of the work: Test\n"
        "- Evidence: Documented\n"
        "- Last reviewed 2026-02-03\n\n"
        "## The lesson\n\nAsk before you plan.\n\n"
        "## Why it holds\n\n### How we know\n\n"
        "We *saw* it, as [the kit](https://hub.example/sub/toolkits/kit/) and a draft say.\n\n"
        "## How to apply it\n\n- Ask one.\n- Ask all.\n\n"
        "## What it doesn’t show\n\nOne place.\n\n"
        "## What this rests on\n\n- Office. (2020). A report. https://x.example/ (All of it.)\n\n"
        "## Connected to this\n\n- [kit](https://hub.example/sub/toolkits/kit/): Mentioned here\n\n"
        "## Cite this page\n\none. (2026, February 3). Ask first. Our hub. https://hub.example/sub/lessons/ask/ "
        "https://creativecommons.org/licenses/by/4.0/\n"
    )


def test_parts_are_lists(tmp_path: Path) -> None:
    """A part's name leads, short facts share its line, long texts stand below it, and ids aren't shown."""
    worksheet: dict[str, Any] = {
        "id": "plan",
        "title": "Plan",
        "instructions": "Together.\n\nWith roles.",
        "sections": [
            {"title": "Before", "fields": [{"id": "who", "label": "Who?", "type": "choice", "options": ["A", "B"]}]}
        ],
    }
    steps = [{"title": "Meet", "text": "Soon.", "worksheet": "plan"}]
    text = _write(_open(tmp_path, {"toolkits/kit": {"steps": steps, "worksheets": [worksheet]}}), "toolkit", "kit")
    assert _section(text, "Steps") == "- Meet.\n\n  Soon.\n"
    assert _section(text, "Worksheets") == (
        "- Plan.\n\n  Together.\n\n  With roles.\n\n"
        "  - Sections:\n    - Before.\n      - Fields:\n        - Who? Type: choice\n          - Options:\n"
        "            - A\n            - B"
    )


def test_an_illustration_and_an_archived_record_say_so_first(tmp_path: Path) -> None:
    """Whoever reads on knows what it is."""
    fields = {"evidence": {"status": "composite"}, "status": "archived", "review": REVIEW}
    text = _write(_open(tmp_path, {"case-studies/one": fields}), "case-study", "one")
    assert text.index("It is not a real place.") < text.index("no longer looked after") < text.index("- Case study")


def test_a_hub_without_an_address_has_links_from_the_page(tmp_path: Path) -> None:
    """The file lies beside it."""
    records = {"lessons/ask": {"toolkits": ["kit"]}, "toolkits/kit": {"title": "A [kit] \\ of"}}
    text = _write(_open(tmp_path, records, Settings()), "lesson", "ask")
    assert "- [A \\[kit\\] \\\\ of](../../toolkits/kit/)" in text
    assert "https://hub" not in text


def test_every_word_of_every_type_is_in_it(tmp_path: Path) -> None:
    """What readers see of a record is said; the rest is for editors, search, pictures, the home page and its news."""
    content = write_whole_library(tmp_path, lambda name, most: f"Words of {name}"[:most])
    site = publish(content).site
    unsaid = {
        way.partition(".")[0]
        for record in site.catalogue.records
        if not isinstance(record, Guide)
        for way, text in walk_texts(record)
        if text.startswith("Words of") and text not in create_record_markdown(site, record)
    }
    assert unsaid <= {"accepted", "aliases", "for_editors", "history", "on_home"}
    assert len(dict(create_record_texts(site))) >= 6


def test_what_it_says_is_markdown(tmp_path: Path) -> None:
    """A reader of Markdown finds the outline: one title, then sections."""
    html = create_html(_write(_open(tmp_path, {"lessons/ask": {}}), "lesson", "ask"), top=1)
    assert html.count("<h1") == 1
    assert html.count("<h2") >= 3
