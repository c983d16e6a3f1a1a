"""Which of the theme's files are published: the hub's own, its style sheets and the modules of a feature joined."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.theme import Theme

from knowledge_hub.publishing.scripts import JOINED_FEATURES, UnknownConstructError, join_feature
from knowledge_hub.publishing.site_folder.finished_files import walk_site
from knowledge_hub.publishing.styles import (
    HUB_ICON,
    HUB_STYLES,
    MATERIAL_STYLES,
    color_icon,
    join_hub_styles,
    layer_material_styles,
)


class _ShownFiles(FileSystemLoader):
    def list_templates(self) -> list[str]:
        walked = (walk_site(str(folder)) for folder in self.searchpath)
        return sorted({start + name for folders in walked for start, names in folders for name in names})


class HubTheme(Theme):
    """A theme that lists no hidden files, which MkDocs leaves out: Material's are fourteen thousand icons."""

    def get_env(self) -> Environment:
        """Return an environment for the theme's templates."""
        env = super().get_env()
        env.loader = _ShownFiles(self.dirs)
        return env


def publish_theme_files(files: Files, config: MkDocsConfig) -> None:
    """Join style sheets and modules, and take out what Material brings and the hub never loads."""
    for file in [file for file in files if file.src_uri.startswith("assets/") and _is_from_theme(file, config)]:
        if not file.src_uri.startswith("assets/hub/") or file.src_uri.endswith(".css") or _is_joined(file):
            files.remove(file)
    palette = config.extra["hub_settings"].palette
    own = Path(config.theme.dirs[0])
    made = {
        HUB_STYLES: join_hub_styles(own / "assets/hub/styles", palette),
        MATERIAL_STYLES: layer_material_styles(_find_material_css(config).read_text(encoding="utf-8")),
    }
    try:
        for name in JOINED_FEATURES:
            joined = join_feature(own / "assets/hub" / name)
            made |= {f"assets/hub/{name}/{path}": text for path, text in joined.items()}
    except UnknownConstructError as error:
        raise PluginError(str(error)) from None
    if palette:
        made[HUB_ICON] = color_icon((own / HUB_ICON).read_text(encoding="utf-8"), palette)
    for path, text in made.items():
        if replaced := files.get_file_from_path(path):
            files.remove(replaced)
        files.append(File.generated(config, path, content=text))


def _find_material_css(config: MkDocsConfig) -> Path:
    """Return Material's main style sheet, whose name changes with each version."""
    for folder in map(Path, config.theme.dirs):
        for path in sorted((folder / "assets/stylesheets").glob("main.*.min.css")):
            return path
    raise PluginError("Material's style sheet is missing: install the requirements again.")


def _is_joined(file: File) -> bool:
    return any(file.src_uri.startswith(f"assets/hub/{name}/") for name in JOINED_FEATURES)


def _is_from_theme(file: File, config: MkDocsConfig) -> bool:
    return file.src_dir is not None and Path(file.src_dir) != Path(config.docs_dir)
