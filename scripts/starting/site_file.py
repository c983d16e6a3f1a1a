"""The answers, written into mkdocs.yml in place; every other line and comment stays."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from knowledge_hub.yaml_text.editing import remove_entries, set_value

# Where each answer stands in mkdocs.yml.
SETTINGS: dict[str, tuple[str, ...]] = {
    "name": ("site_name",),
    "description": ("site_description",),
    "host": ("extra", "host"),
    "address": ("site_url",),
    "email": ("extra", "email"),
    "repository": ("extra", "repository"),
    "language": ("theme", "language"),
    "color": ("theme", "palette", "primary"),
    "logo": ("theme", "logo"),
    "help_text": ("extra", "help", "text"),
    "help_phone": ("extra", "help", "phone"),
    "help_text_message": ("extra", "help", "text_message"),
    "help_emergency": ("extra", "help", "emergency"),
}
_NUMBERS = {"help_phone", "help_text_message", "help_emergency"}
LOGO_ENDINGS = (".svg", ".png", ".webp", ".jpg", ".jpeg")


def write_answers(text: str, answers: Mapping[str, str], *, no_help_line: bool = False) -> str:
    """Return the text of mkdocs.yml with the answers in their places; ValueError where one can't be written.

    With a number of another help line, those of the old one go: they would lead to somebody else.
    """
    if not _NUMBERS.isdisjoint(answers):
        text = remove_entries(text, [SETTINGS[number] for number in _NUMBERS - answers.keys()])
    for answer, setting in SETTINGS.items():
        if answer in answers:
            text = set_value(text, setting, answers[answer])
    return set_value(text, ("extra", "help"), "") if no_help_line else text


def place_logo(root: Path, logo: Path) -> str:
    """Return the place of a logo below docs/; SystemExit with a sentence where it can't be taken."""
    if not logo.is_file():
        raise SystemExit(f"There is no file {logo}.")
    if logo.suffix.lower() not in LOGO_ENDINGS:
        raise SystemExit(f"{logo.name} can’t be a logo: take a picture that ends in {', '.join(LOGO_ENDINGS)}.")
    place = f"assets/{logo.name}"
    target = root / "docs" / place
    if target.exists() and target.read_bytes() != logo.read_bytes():
        raise SystemExit(f"docs/{place} is there already and is another picture. Rename yours, or delete that one.")
    return place


def copy_logo(root: Path, logo: Path) -> None:
    """Copy a logo to its place."""
    target = root / "docs" / place_logo(root, logo)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(logo, target)


def find_words(paths: Mapping[str, str], words: list[str]) -> Iterator[str]:
    """Yield path and line of each place in `paths` (texts by path) that still says one of `words`."""
    for path, text in sorted(paths.items()):
        for number, line in enumerate(text.splitlines(), 1):
            yield from (f"{path}:{number} says “{word}”" for word in words if word and word in line)
