"""Every staged file by its path: pages, what lies beside them, the hub's own assets, and the settings."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

from knowledge_hub.publishing.address_clashes import explain_clash, leave_to_host
from knowledge_hub.publishing.publication import Publication
from knowledge_hub.publishing.styles import HUB_STYLES
from knowledge_hub.settings.palette import Palette
from staging.pages import find_place, render_hand_written, render_page
from staging.settings import render_settings
from staging.styles import create_staged_styles

# What MkDocs never takes for a page or a file of the site.
_NEVER = (".*", "/templates/")
# Parts of the hub's own shell, and its search.
_SHELL_ASSETS = {"styles", "search", "menu.js", "color-scheme.js", "shortcuts.js"}


def create_files(publication: Publication, docs: Path, own: Mapping[str, Any], assets: Path) -> dict[str, bytes]:
    """Return the content of every staged file by its path.

    `own` are the host's settings, `assets` is the folder of the hub's styles, fonts and modules. SystemExit with a
    sentence where a hand-written file has the address of one that the hub makes.
    """
    hand_written = {path: (docs / path).read_bytes() for path in _find_hand_written(docs, own)}
    made = {
        **leave_to_host(dict(_create_made(publication)), hand_written),
        **dict(_create_assets(assets, publication.site.settings.palette)),
    }
    if clash := explain_clash(map(_site_path, made), {_site_path(path): path for path in hand_written}):
        raise SystemExit(clash)
    texts = {path: content.decode("utf-8-sig") for path, content in hand_written.items() if _is_markdown(path)}
    known = {*texts, *(f"{page.address.rstrip('/')}.md" for page in publication.pages if page.address)}
    pages = {path: render_hand_written(publication, path, text, known).encode() for path, text in texts.items()}
    whole = {**made, **hand_written, **pages}
    staged = {f"docs/{find_place(path) if path in pages else path}": content for path, content in whole.items()}
    return {**staged, "mkdocs.yml": render_settings(own, publication, pages).encode()}


def _create_made(publication: Publication) -> Iterator[tuple[str, bytes]]:
    for page in publication.pages:
        yield f"{page.address}index.md", render_page(publication.site, page).encode()
    for path, content in {**publication.files, **publication.program_files}.items():
        yield path, content.encode() if isinstance(content, str) else content


def _create_assets(assets: Path, palette: Palette | None) -> Iterator[tuple[str, bytes]]:
    for path in sorted(filter(Path.is_file, assets.rglob("*"))):
        relative = path.relative_to(assets)
        if relative.parts[0] not in _SHELL_ASSETS:
            yield f"assets/hub/{relative.as_posix()}", path.read_bytes()
    yield HUB_STYLES, create_staged_styles(assets / "styles", palette).encode()


def _find_hand_written(docs: Path, own: Mapping[str, Any]) -> Iterator[str]:
    """Yield the path in docs/ of every file that MkDocs would publish: pages, pictures, attachments."""
    patterns = [f"{own.get(name) or ''}".splitlines() for name in ("exclude_docs", "draft_docs")]
    left_out = GitIgnoreSpec.from_lines([*_NEVER, *(line for lines in patterns for line in lines)])
    for path in sorted(filter(Path.is_file, docs.rglob("*"))):
        relative = path.relative_to(docs).as_posix()
        if not left_out.match_file(relative):
            yield relative


def _site_path(path: str) -> str:
    """Return where a file of docs/ lies in the site."""
    pure = PurePosixPath(path)
    if not _is_markdown(path):
        return path
    folder = pure.parent if pure.stem in ("index", "README") else pure.with_suffix("")
    return (folder / "index.html").as_posix()


def _is_markdown(path: str) -> bool:
    return path.endswith(".md")
