"""Tries every phrase of a list of words to avoid on a text of its own."""

from pathlib import Path
from typing import Any

import yaml

from knowledge_hub.checks import check_content
from support.small_library import write_content


def find_unfound_forms(wording: Path, folder: Path) -> set[tuple[str, str]]:
    """Return code and form of each phrase that the check misses in capitals or over a line's end."""
    text = wording.read_text(encoding="utf-8")
    phrases = yaml.safe_load(text)["phrases"]
    forms = [(phrase["code"], form) for phrase in phrases for form in phrase["avoid"]]
    files: dict[str, Any] = {f"sources/{phrase['source']}": {} for phrase in phrases if "source" in phrase}
    files["wording"] = text
    for number, (_, form) in enumerate(forms):
        spread = "\n  ".join(form.split())
        files[f"lessons/spread-{number}"] = _lesson(f"They {spread}, always.")
        files[f"lessons/loud-{number}"] = _lesson(f"They {form.upper()}, always.")
    found = {(Path(problem.path).stem, problem.code) for problem in check_content(write_content(folder, files))}
    return {
        forms[number]
        for number, (code, _) in enumerate(forms)
        for name in ("spread", "loud")
        if (f"{name}-{number}", code) not in found
    }


def _lesson(words: str) -> str:
    return f"title: T\nsummary: x\nstatement: x\nwhy: |\n  {words}\napply: [x]\nevidence: {{status: editorial}}\n"
