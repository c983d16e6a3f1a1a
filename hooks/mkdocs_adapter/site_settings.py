"""MkDocs' configuration as the host's settings; what is wrong with them ends the build or is told, as MkDocs does."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils.yaml import yaml_load

from knowledge_hub.problems.problem import Problem, has_errors
from knowledge_hub.problems.reports import render_text
from knowledge_hub.settings.settings import Settings, create_settings

# Below "mkdocs", so that a strict build counts what is told here.
_LOG = logging.getLogger("mkdocs.plugins.hub")


def read_settings(config: MkDocsConfig) -> Settings:
    """Return the host's settings; PluginError with every one that can't be used."""
    path = Path(config.config_file_path)
    settings, problems = create_settings(_plain(config, path), path.read_text(encoding="utf-8"))
    _tell(problems)
    return settings


def _plain(config: MkDocsConfig, path: Path) -> dict[str, Any]:
    """Return the configuration as mappings; a preview overrides the address, which files for taking along need."""
    with path.open("rb") as written:
        address = yaml_load(written).get("site_url")
    theme = {name: config.theme[name] for name in config.theme}
    own = {"theme": theme, "site_url": address, "edit_uri_template": str(config.edit_uri_template or "")}
    return {**config, **own, "plugins": list(config.plugins)}


def _tell(problems: Iterable[Problem]) -> None:
    problems = sorted(set(problems))
    if has_errors(problems):
        raise PluginError(f"The settings need a change.\n{render_text(problems)}")
    for problem in problems:
        _LOG.warning("%s:%s: %s %s", problem.path, problem.line, problem.message, problem.help)
