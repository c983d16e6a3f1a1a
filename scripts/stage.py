"""Write the hub's pages as plain Markdown files with front matter, for another site generator.

python3 scripts/stage.py OUT
"""

from setup.for_site import ROOT

import gc
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from knowledge_hub.pages import Page, render_guide_ending
from knowledge_hub.problems.problem import ContentError
from knowledge_hub.problems.reports import render_text
from knowledge_hub.publishing.build_date import find_today
from knowledge_hub.publishing.publication import Publication, create_publication
from knowledge_hub.publishing.styles import HUB_STYLES, join_hub_styles
from knowledge_hub.settings.settings import create_settings
from knowledge_hub.settings.switches import UnclearSwitch, read_switch
from setup.command_line import create_parser
from setup.site_settings import dump_settings, read_settings

_KEPT_SETTINGS = ("site_name", "site_description", "site_url", "markdown_extensions")
_BLANK_LINE = re.compile(r"\n([ \t]*)\n")
_ASSETS = ROOT / "hooks" / "knowledge_hub" / "theme" / "assets" / "hub"


def main() -> int:
    """Stage the hub and return the exit code."""
    # Every record and page stays until the end, so looking for rubbish would only cost time.
    gc.disable()
    out = _parse_arguments()
    content = Path(os.environ.get("HUB_CONTENT", ROOT / "content")).resolve()
    docs = content.parent / "docs"
    if out.exists() and any(out.iterdir()):
        print(f"The folder {out} is not empty. Name a new one, so that nothing is overwritten.")
        return 1
    try:
        settings, _ = create_settings(read_settings(ROOT / "mkdocs.yml"), docs=docs)
        drafts = read_switch(os.environ, "HUB_DRAFTS")
        publication = create_publication(
            content, docs / "guides", today=find_today(), with_drafts=drafts, settings=settings
        )
    except UnclearSwitch as unclear:
        print(unclear)
        return 1
    except ContentError as error:
        print(render_text(error.problems))
        return 1
    for path, staged in create_files(publication, docs):
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(staged.encode() if isinstance(staged, str) else staged)
    shutil.copytree(_ASSETS, out / "docs" / "assets" / "hub", ignore=shutil.ignore_patterns("styles"))
    (out / "docs" / HUB_STYLES).write_bytes(join_hub_styles(_ASSETS / "styles", settings.palette).encode())
    print(f"{len(publication.pages)} pages are in {out}.")
    return 0


def create_files(publication: Publication, docs: Path) -> Iterator[tuple[str, str | bytes]]:
    """Yield path and content of every staged file: pages, hand-written pages, redirects, settings."""
    for page in publication.pages:
        yield f"docs/{page.address.rstrip('/') or 'index'}.md", render_page(page)
    for path, content in publication.files.items():
        yield f"docs/{path}", content
    for written in sorted(docs.rglob("*.md")):
        relative = written.relative_to(docs).as_posix()
        yield f"docs/{relative}", _render_hand_written(publication, relative, written)
    yield "mkdocs.yml", render_settings()


def render_page(page: Page) -> str:
    """Return a page as front matter and one block of HTML."""
    facts = {"title": page.title, "description": page.description}
    front_matter = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{front_matter}---\n\n{_html_block(page.html)}"


def render_settings() -> str:
    """Return settings for a plain Material site, without hooks; what the host's own say of the site is kept."""
    own = read_settings(ROOT / "mkdocs.yml")
    settings = {
        **{name: own[name] for name in _KEPT_SETTINGS if name in own},
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "extra_css": [HUB_STYLES],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    return dump_settings(settings)


def _render_hand_written(publication: Publication, relative: str, path: Path) -> str:
    """Return a hand-written page as it is; a guide gets what it rests on and is connected to at its end."""
    text = path.read_text(encoding="utf-8")
    folder, _, name = relative.rpartition("/")
    guide = publication.guide(name.removesuffix(".md")) if folder == "guides" else None
    if guide is None:
        return text
    return f"{text.rstrip()}\n\n{_html_block(render_guide_ending(publication.site, guide))}"


def _html_block(html: str) -> str:
    """Return finished HTML as one block of Markdown.

    A blank line would end the block in CommonMark, so its line break is written as a character reference.
    """
    # Markup is a str that would escape the reference.
    block = _BLANK_LINE.sub(r"\n\1&#10;", str(html).strip())
    return f'<div class="hub-page">\n{block}\n</div>\n'


def _parse_arguments() -> Path:
    parser = create_parser(__doc__)
    parser.add_argument("out", type=Path, help="a new or empty folder")
    return Path(parser.parse_args().out)


if __name__ == "__main__":
    sys.exit(main())
