"""What one run of start.py would do: the new settings, the files that go or change, and all of it in words."""

import argparse
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from knowledge_hub.library.loading import load_library
from knowledge_hub.problems.problem import has_errors
from knowledge_hub.problems.reports import render_text
from knowledge_hub.records import Community
from knowledge_hub.settings.settings import Settings, create_settings
from setup.site_settings import parse_settings
from starting.keeping import MODELS, Starter, choose_removed, read_pages, record_path
from starting.links import Name
from starting.removing import Removal, plan_removal
from starting.site_file import SETTINGS, find_words, place_logo, write_answers
from starting.starter_list import find_unchanged, read_list

_GLOSSARY = "content/glossary.yml"
_MOST_NAMED = 5


@dataclass(slots=True)
class Plan:
    """Everything that one run would do to the files."""

    files: Removal
    said: list[str] = field(default_factory=list)
    logo: Path | None = None


def create_plan(root: Path, starter: Starter, arguments: argparse.Namespace) -> Plan:
    """Return what has to be done; SystemExit with a sentence where an answer can't be used."""
    check_communities(arguments, starter)
    before = (root / "mkdocs.yml").read_text(encoding="utf-8")
    after = change_settings(root, before, arguments)
    old, new = (create_settings(parse_settings(text))[0] for text in (before, after))
    removed = choose_removed(starter, arguments.keep, arguments.community)
    files = plan_removal(starter, removed | find_left_terms(starter, old, new))
    logo = Path(arguments.logo) if arguments.logo else None
    plan = Plan(files, list(tell_removal(starter, removed, files)), logo)
    if after != before:
        files.rewritten["mkdocs.yml"] = after
        plan.said.insert(0, "mkdocs.yml: your answers stand in it.")
    plan.said += tell_traces(root, starter, files, old, new)
    return plan


def change_settings(root: Path, text: str, arguments: argparse.Namespace) -> str:
    """Return mkdocs.yml with the answers; SystemExit with everything that is wrong with them."""
    answers = {name: value for name in SETTINGS if (value := getattr(arguments, name)) is not None}
    if arguments.logo is not None:
        answers["logo"] = place_logo(root, Path(arguments.logo)) if arguments.logo else ""
    try:
        changed = write_answers(text, answers, no_help_line=arguments.no_help_line)
    except ValueError as error:
        raise SystemExit(f"mkdocs.yml can’t be changed here: {error}. Change it by hand.") from None
    problems = create_settings(parse_settings(changed), changed)[1]
    if has_errors(problems):
        raise SystemExit(f"Nothing was changed, because an answer can’t be used.\n{render_text(sorted(problems))}")
    return changed


def read_starter(root: Path) -> Starter:
    """Return the library of a hub and what of it is still the starter's."""
    library, problems = load_library(root / "content", root / "docs" / "guides")
    if has_errors(problems):
        raise SystemExit(f"The content has problems; mend them first.\n{render_text(sorted(problems))}")
    unchanged = frozenset(find_unchanged(root, read_list(root)))
    return Starter(library, unchanged, read_pages(root / "docs"))


def list_files(starter: Starter) -> set[str]:
    """Return the files of the starter library that can be taken away or changed."""
    pages = {f"docs/{path}" for path in starter.pages}
    return {*map(record_path, starter.names()), MODELS, _GLOSSARY, *pages}


def find_left_terms(starter: Starter, old: Settings, new: Settings) -> set[Name]:
    """Return the terms of the glossary that explain a number which the help line no longer has."""
    gone = find_left_numbers(old, new)
    is_ours = _GLOSSARY in starter.unchanged
    return {Name("term", term.id) for term in starter.library.glossary.terms if is_ours and term.term in gone}


def find_left_numbers(old: Settings, new: Settings) -> set[str]:
    """Return the numbers of the old help line that the new one doesn't have."""
    before, after = ({line.phone, line.text_message, line.emergency} for line in (old.help, new.help))
    return before - after - {""}


def tell_removal(starter: Starter, removed: set[Name], files: Removal) -> Iterable[str]:
    """Yield in words what goes and what stays against expectation."""
    for kind in sorted({name.type for name in removed}):
        ids = sorted(name.id for name in removed if name.type == kind)
        yield f"{kind.replace('-', ' ')}: {len(ids)} removed ({shorten_list(ids)})"
    if files.rewritten:
        yield f"References to what is gone taken out of: {shorten_list(files.rewritten)}"
    own = {path for path in list_files(starter) if path.startswith("content/")} - starter.unchanged
    if removed and own:
        yield f"Yours, and left as they are: {shorten_list(sorted(own))}"


def shorten_list(names: Collection[str]) -> str:
    """Return the first names of a list, and how many others there are."""
    first = ", ".join(list(names)[:_MOST_NAMED])
    others = len(names) - _MOST_NAMED
    return f"{first} and {others} more" if others > 0 else first


def tell_traces(root: Path, starter: Starter, files: Removal, old: Settings, new: Settings) -> list[str]:
    """Return the places that still say what was replaced, for a person to look at."""
    words = sorted(find_left_numbers(old, new)) + ([old.site_name] if old.site_name != new.site_name else [])
    texts = {f"docs/{path}": text for path, text in starter.pages.items()}
    texts |= {record_path(name): (root / record_path(name)).read_text(encoding="utf-8") for name in starter.names()}
    texts |= {path: text for path, text in files.rewritten.items() if path != "mkdocs.yml"}
    found = list(find_words({path: text for path, text in texts.items() if path not in files.removed}, words))
    return [f"Please look at it: {place}." for place in found]


def check_communities(arguments: argparse.Namespace, starter: Starter) -> None:
    """End with a sentence where the chosen communities can't be."""
    known = dict(find_communities(starter))
    if arguments.community:
        arguments.keep = "communities"
    if arguments.keep == "communities" and not arguments.community:
        raise SystemExit(f"Say which: --community ID, once for each. There are: {', '.join(known)}.")
    if unknown := [name for name in arguments.community if name not in known]:
        raise SystemExit(f"There is no community “{unknown[0]}”. There are: {', '.join(known)}.")


def find_communities(starter: Starter) -> list[tuple[str, str]]:
    """Return id and title of each community."""
    return [(record.id, record.title) for record in starter.library.records if isinstance(record, Community)]
