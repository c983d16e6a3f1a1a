"""What GitHub demands of an issue form: its own schema, and rules that stand in its documentation only."""

from pathlib import Path
from typing import Any

import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

_MOST_FIELDS = 12
_RESERVED = "none"


def ask_github(path: Path) -> str:
    """Return what GitHub's schema has against a file of its folder for issue forms, "" where that is nothing."""
    schema = "vendor.github-issue-config" if path.stem == "config" else "vendor.github-issue-forms"
    result = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(path)])
    return result.output if result.exit_code else ""


def find_broken_rules(form: str) -> list[str]:
    """Return which rules the text of a form breaks: too many fields, anything twice, words that GitHub keeps."""
    fields = [field for field in yaml.safe_load(form).get("body", ()) if field["type"] != "markdown"]
    broken = [] if len(fields) <= _MOST_FIELDS else [f"{len(fields)} fields"]
    broken += _find_repeated([field["id"] for field in fields])
    broken += _find_repeated([field["attributes"]["label"] for field in fields])
    for field in fields:
        options = [_option_text(option) for option in field["attributes"].get("options", ())]
        broken += _find_repeated(options)
        broken += [f"the option {option!r}" for option in options if not _is_allowed(option)]
        broken += ["multiple"] * ("multiple" in field["attributes"])
    return broken


def _find_repeated(texts: list[Any]) -> list[str]:
    return [f"{text!r} twice" for text in sorted({*texts}, key=str) if texts.count(text) > 1]


def _option_text(option: Any) -> Any:
    return option["label"] if isinstance(option, dict) else option


def _is_allowed(option: Any) -> bool:
    """An option is a text, and not the one that stands for no choice."""
    return isinstance(option, str) and option.lower() != _RESERVED
