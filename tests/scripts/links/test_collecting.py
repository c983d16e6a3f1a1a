"""Which addresses a hub names, and where."""

from pathlib import Path

from knowledge_hub.library.loading import load_library
from links.collecting import find_places
from support.small_library import write_content

HEAD = "---\nreview: {reviewed_on: 2025-01-01}\n---\n"


def test_every_link_that_a_reader_can_meet_is_found_with_its_files(tmp_path: Path) -> None:
    """In fields, DOIs, long texts, pages and settings; without fragment, and not where it is an example."""
    records = {
        "sources/report": {"url": "https://one.org/report#page=2", "doi": "10.1000/182"},
        "contributors/two": {"url": "https://two.org/its"},
        "lessons/a": {
            "why": "See [this](https://three.org/a_(b)), https://four.org/x. `https://code.org/` and www.five.org\n\n"
            "[ref]: <https://six.org/a b> 'T'\n\n[mail](mailto:a@b.org), [record](role:x) and https://one.org/report",
            "status": "draft",
        },
        "guides/start": {},
    }
    content = write_content(tmp_path, records)
    docs = tmp_path / "docs"
    (docs / "guides" / "start.md").write_text(
        (docs / "guides" / "start.md").read_text("utf-8") + "\n[w](https://guide.org/)\n", "utf-8"
    )
    (docs / "own").mkdir()
    page = f"{HEAD}\n# Own\n\n[w](HTTPS://own.org/) [x](../a.md) https://sub.example.org/ http://x.test\n\n    https://y.org\n"
    (docs / "own" / "page.md").write_text(page, "utf-8")
    settings = {
        "site_url": "https://here.org/",
        "extra": {"help": [{"href": "https://help.org/"}], "email": "a@b.org"},
        "nav": ["index.md", {"Out": "https://nav.org/"}],
    }
    library, problems = load_library(content, docs / "guides")
    assert problems == []
    assert find_places(library, docs, settings) == {
        "HTTPS://own.org/": ("docs/own/page.md",),
        "http://www.five.org": ("content/lessons/a.yml",),
        "https://doi.org/10.1000/182": ("content/sources/report.yml",),
        "https://four.org/x": ("content/lessons/a.yml",),
        "https://guide.org/": ("docs/guides/start.md",),
        "https://help.org/": ("mkdocs.yml",),
        "https://nav.org/": ("mkdocs.yml",),
        "https://one.org/report": ("content/lessons/a.yml", "content/sources/report.yml"),
        "https://three.org/a_(b)": ("content/lessons/a.yml",),
        "https://two.org/its": ("content/contributors/two.yml",),
    }


def test_an_empty_hub_names_nothing(tmp_path: Path) -> None:
    """Nor does one without hand-written pages."""
    library, _ = load_library(write_content(tmp_path, {}))
    assert find_places(library, tmp_path / "nowhere", {}) == {}
