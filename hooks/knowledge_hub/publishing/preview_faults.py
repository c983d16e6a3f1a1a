"""What a preview says in the browser while something keeps the last change from being shown."""

import hashlib
import html
from collections.abc import Iterable
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

from knowledge_hub.problems.problem import Problem
from knowledge_hub.words.words import Words

# More would fill a phone's window, and one mistake often has several faults.
MOST_SHOWN = 3
_PAGE = Path(__file__).parent / "preview-page.html"


class Fault(NamedTuple):
    """What is wrong, where (file and line; "" where nobody knows), and how to mend it."""

    place: str
    message: str
    mend: str = ""


def find_faults(problems: Iterable[Problem]) -> tuple[Fault, ...]:
    """Return the problems that keep the site from being built, in order of place."""
    errors = sorted({problem for problem in problems if problem.severity == "error"})
    return tuple(Fault(f"{error.path}:{error.line}", error.message, error.help) for error in errors)


def describe_faults(faults: tuple[Fault, ...], words: Words, *, has_site: bool) -> dict[str, Any] | None:
    """Return what the band on a page says, None where nothing is wrong."""
    if not faults:
        return None
    left = len(faults) - MOST_SHOWN
    more = words.text("preview.more", number=left) if left > 1 else words.text("preview.one_more") if left == 1 else ""
    return {
        "id": hashlib.sha256(repr(faults).encode()).hexdigest()[:16],
        "title": words.text("preview.kept" if has_site else "preview.nothing_yet"),
        "faults": [fault._asdict() for fault in faults[:MOST_SHOWN]],
        "more": more,
        "close": words.text("preview.close"),
        "mended": words.text("preview.mended"),
    }


def render_faults_page(faults: tuple[Fault, ...], words: Words, root: str) -> str:
    """Return the page that stands in for every other one until there is a site; `root` is the path of its address."""
    items = "".join(map(_render_fault, faults[:MOST_SHOWN]))
    said = describe_faults(faults, words, has_site=False) or {}
    title = str(said.get("title") or words.text("preview.first_build"))
    more = f"<p>{html.escape(said['more'])}</p>" if said.get("more") else ""
    page = Template(_PAGE.read_text(encoding="utf-8"))
    after = html.escape(words.text("preview.by_itself"))
    known = said.get("id", "")
    return page.substitute(root=root, title=html.escape(title), items=items, more=more, after=after, known=known)


def explain_template(place: str, error: str, words: Words) -> Fault:
    """Return the fault of a template that can't be used."""
    return Fault(place, words.text("preview.broken_template", error=_in_one_line(error)))


def explain_code(error: BaseException, words: Words) -> Fault:
    """Return the fault that the code has, or a plugin."""
    said = f"{type(error).__name__}: {_in_one_line(str(error))}".removesuffix(": ")
    return Fault("", words.text("preview.broken_code", error=said), words.text("preview.see_terminal"))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _render_fault(fault: Fault) -> str:
    place = f"<code>{html.escape(fault.place)}</code>" if fault.place else ""
    mend = f"<p>{html.escape(fault.mend)}</p>" if fault.mend else ""
    return f"<li>{place}<p><strong>{html.escape(fault.message)}</strong></p>{mend}</li>"
