"""Reads mkdocs.yml as MkDocs does, for commands that do without it; nothing that the file names is ever run."""

from pathlib import Path
from typing import Any

import yaml
import yaml_env_tag  # type: ignore[import-untyped]


def read_settings(path: Path) -> dict[str, Any]:
    """Return a site's settings: an environment variable of !ENV first, then its default; INHERIT is merged in.

    What has a tag that only MkDocs could follow, such as !!python/name, comes back as the `yaml.Node` it is, which
    `dump_settings` writes as it was. SystemExit with a sentence where the file can't be read.
    """
    try:
        settings = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 -- a SafeLoader
    except (OSError, yaml.YAMLError) as error:
        raise SystemExit(f"{path.name} can’t be read: {_explain(error)}") from None
    if not isinstance(settings, dict):
        raise SystemExit(f"{path.name} can’t be read: it needs names with values, such as “site_name: My hub”.")
    parent = settings.pop("INHERIT", None)
    return _merge(read_settings(path.parent / str(parent)), settings) if parent else settings


def parse_settings(text: str) -> dict[str, Any]:
    """Return the settings in the text of a mkdocs.yml; an environment variable counts, INHERIT is left alone."""
    settings = yaml.load(text, Loader=_Loader)  # noqa: S506 -- a SafeLoader
    return settings if isinstance(settings, dict) else {}


def dump_settings(settings: dict[str, Any]) -> str:
    """Return settings as the text of a mkdocs.yml, in their own order."""
    return yaml.dump(settings, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


class _Loader(yaml.SafeLoader):
    """Makes plain values only."""


_Loader.add_constructor("!ENV", yaml_env_tag.construct_env_tag)
_Loader.add_constructor(None, lambda _, node: node)


class _Dumper(yaml.SafeDumper):
    """Writes what was left unread as it was."""


_Dumper.add_multi_representer(yaml.Node, lambda _, node: node)


def _merge(parent: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return both; where both have a name, the parts of two mappings, else the own value."""
    merged = {**parent, **own}
    for name in parent.keys() & own.keys():
        if isinstance(parent[name], dict) and isinstance(own[name], dict):
            merged[name] = _merge(parent[name], own[name])
    return merged


def _explain(error: OSError | yaml.YAMLError) -> str:
    if isinstance(error, OSError):
        return f"{error.strerror}."
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
    return f"{where}{getattr(error, 'problem', None) or error}."
