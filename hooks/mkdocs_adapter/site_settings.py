"""MkDocs' configuration as the host's settings; what is wrong with them ends the build or is told, as MkDocs does."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from knowledge_hub.problems.problem import Problem
from knowledge_hub.problems.reports import render_text
from knowledge_hub.settings.settings import Settings, create_settings, find_missing_address
from mkdocs_adapter.listed_problems import ListedProblems

# Below "mkdocs", so that a strict build counts what is told here.
_LOG = logging.getLogger("mkdocs.plugins.hub")


def read_settings(config: MkDocsConfig) -> Settings:
    """Return the host's settings; ListedProblems with every one that can't be used."""
    path = Path(config.config_file_path)
    written = path.read_text(encoding="utf-8")
    settings, problems = create_settings(_plain(config, path), written, Path(config.docs_dir))
    _tell_all([*problems, *find_missing_address(settings, written)])
    return settings


def _plain(config: MkDocsConfig, path: Path) -> dict[str, Any]:
    """Return the settings as they are written, over MkDocs' own values for those that aren't.

    A preview overrides the address, which files for taking along need, and Material adds values that nobody said.
    """
    with path.open("rb") as file:
        written = yaml_load(file)
    return {**config, "theme": {}, "plugins": [], "markdown_extensions": [], **written}


def tell(problems: Iterable[Problem]) -> None:
    """Say each problem as MkDocs does, so that a strict build ends with a warning; a notice never ends one."""
    for problem in problems:
        level = logging.INFO if problem.severity == "hint" else logging.WARNING
        _LOG.log(level, "%s:%s: %s %s", problem.path, problem.line, problem.message, problem.help)


def _tell_all(problems: Iterable[Problem]) -> None:
    problems = sorted(set(problems))
    if errors := [problem for problem in problems if problem.severity == "error"]:
        raise ListedProblems(f"The settings need a change.\n{render_text(errors)}", errors)
    tell(problems)
