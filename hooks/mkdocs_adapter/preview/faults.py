"""What ended a build, in words for the browser: problems with their places, or a plain sentence, never a traceback."""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import yaml
from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import Abort, MkDocsException

from knowledge_hub.problems.problem import ContentError
from knowledge_hub.publishing.preview_faults import Fault, explain_code, explain_template, find_faults
from knowledge_hub.settings.reader import FILE, find_line
from knowledge_hub.words.words import Words
from knowledge_hub.yaml_text.syntax import explain_syntax
from mkdocs_adapter.listed_problems import ListedProblems

_SETTING = "Config value '"


class ErrorLog(logging.Handler):
    """Keeps what MkDocs says of errors during a build: of settings that can't be used it says nothing else."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.said.append(record.getMessage())


def explain_end(error: BaseException, said: list[str], root: Path, words: Words) -> tuple[Fault, ...]:
    """Return what ended a build. `said` are the errors that MkDocs has logged; paths are told from `root`."""
    causes = list(_walk_causes(error))
    for cause in causes:
        if isinstance(cause, ListedProblems | ContentError) and (faults := find_faults(cause.problems)):
            return faults
        if isinstance(cause, yaml.YAMLError):
            return (_explain_settings_syntax(cause, root),)
        if isinstance(cause, TemplateSyntaxError):
            place = f"{_shown(cause.filename or cause.name or '', root)}:{cause.lineno}"
            return (explain_template(place, str(cause.message), words),)
    if settings := [text for text in said if text.startswith(_SETTING)]:
        return tuple(_explain_setting(text, root) for text in settings)
    if plain := [cause for cause in causes if isinstance(cause, MkDocsException) and not isinstance(cause, Abort)]:
        return (Fault("", " ".join(plain[-1].format_message().split())),)
    if said:
        # Such as the name of a page that isn't saved as UTF-8.
        return (Fault("", " ".join(said[0].split()), words.text("preview.see_terminal")),)
    return (_explain_crash(causes[-1], root, words),)


def _walk_causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error, then what it came of: MkDocs ends a build with an error of its own."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _explain_settings_syntax(error: yaml.YAMLError, root: Path) -> Fault:
    text = (root / FILE).read_text(encoding="utf-8", errors="replace")
    fault = explain_syntax(text, error)
    return Fault(f"{FILE}:{text.count(chr(10), 0, fault.start) + 1}", fault.message, fault.help_text)


def _explain_setting(said: str, root: Path) -> Fault:
    name, _, message = said.removeprefix(_SETTING).partition("': ")
    written = (root / FILE).read_text(encoding="utf-8", errors="replace")
    return Fault(f"{FILE}:{find_line(written, tuple(name.split('.')))}", f"{name}: {message}")


def _explain_crash(error: BaseException, root: Path, words: Words) -> Fault:
    """Return where an error came up: in a template, else in the code, of which the terminal says more."""
    frames = traceback.extract_tb(error.__traceback__)
    templates = [frame for frame in frames if frame.filename.endswith((".html", ".xml", ".md"))]
    if templates:
        place = f"{_shown(templates[-1].filename, root)}:{templates[-1].lineno}"
        return explain_template(place, str(error), words)
    return explain_code(error, words)


def _shown(path: str, root: Path) -> str:
    return Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else path
