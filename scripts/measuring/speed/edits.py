"""What someone changes between two builds: one text, one title, one word of a vocabulary."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

# What an edit adds. It is looked for in the finished page.
SENTENCE = "Someone has added this sentence."
_LONGEST_TITLE = 110


def edit_body(content: Path) -> None:
    """Add a sentence to the main text of one lesson."""
    _change(find_lesson(content), lambda lesson: lesson.update(why=f"{lesson['why'].strip()} {SENTENCE}"))


def edit_title(content: Path) -> None:
    """Give the same lesson another title, which every page that leads there shows."""
    _change(find_lesson(content), lambda lesson: lesson.update(title=f"{lesson['title'][:_LONGEST_TITLE]} again"))


def edit_vocabulary(content: Path) -> None:
    """Give the first of the domains another label, which every record in it shows."""
    _change(content / "vocabularies" / "domains.yml", lambda vocabulary: _relabel(vocabulary["terms"][0]))


def find_lesson(content: Path) -> Path:
    """Return the file of the middle one of the lessons, by name: neither the one that most lead to nor an odd one."""
    lessons = sorted((content / "lessons").glob("*.yml"))
    return lessons[len(lessons) // 2]


def _relabel(term: dict[str, Any]) -> None:
    """Change a label, which may be there in several languages."""
    label = term["label"]
    term["label"] = (
        f"{label} again" if isinstance(label, str) else {key: f"{text} again" for key, text in label.items()}
    )


def _change(path: Path, change: Callable[[Any], None]) -> None:
    fields = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(fields)
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8", newline="\n")
