"""Which of the theme's files are published: the hub's own, and its style sheets joined."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from knowledge_hub.publishing.styles import HUB_STYLES, MATERIAL_STYLES, join_hub_styles, layer_material_styles


def publish_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Join the style sheets, and take out what Material brings and the hub never loads: scripts, search, images."""
    for file in [file for file in files if file.src_uri.startswith("assets/") and _is_from_theme(file, config)]:
        if not file.src_uri.startswith("assets/hub/") or file.src_uri.endswith(".css"):
            files.remove(file)
    styles = {
        HUB_STYLES: join_hub_styles(Path(config.theme.dirs[0]) / "assets/hub/styles"),
        MATERIAL_STYLES: layer_material_styles(_find_material_css(config).read_text(encoding="utf-8")),
    }
    for path, css in styles.items():
        files.append(File.generated(config, path, content=css))


def _find_material_css(config: MkDocsConfig) -> Path:
    """Return Material's main style sheet, whose name changes with each version."""
    for folder in map(Path, config.theme.dirs):
        for path in sorted((folder / "assets/stylesheets").glob("main.*.min.css")):
            return path
    raise PluginError("Material's style sheet is missing: install the requirements again.")


def _is_from_theme(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir is not None and Path(file.src_dir) != Path(config.docs_dir)
