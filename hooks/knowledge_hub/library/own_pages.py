"""Hand-written pages that are no guides: the few facts in their front matter that are the hub's business.

Everything else there, such as `tags:` or `hide:`, is the site generator's.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from knowledge_hub.library.front_matter import split_front_matter
from knowledge_hub.problems.problem import Problem
from knowledge_hub.records.common import Faceted
from knowledge_hub.records.own_page import FACET_FIELDS, OwnPage
from knowledge_hub.sentences import upper_first
from knowledge_hub.validation.validation import create_from_document
from knowledge_hub.vocabulary import Vocabularies
from knowledge_hub.yaml_text.located import LocatedDocument, read_yaml

_RELATIONS = frozenset(Faceted.model_fields) - {*FACET_FIELDS, "aliases"}
_ALWAYS_READ = ("summary", "reviewed_on", "review", "aliases", *FACET_FIELDS)
_HEADING = re.compile(rb"^# +(.+?)(?: +#+| *\{[^}]*\})?\s*$", re.MULTILINE)
_MARKUP = re.compile(r"[*_`]|\]\([^)]*\)|[\[\]]")
_LONGEST_TITLE = 120


def read_own_page(
    shown: str, path: str, data: bytes, vocabularies: Vocabularies
) -> tuple[OwnPage | None, list[Problem]]:
    """Return the page at `path` below docs/, or None with every problem of its front matter.

    `shown` is the path that people see.
    """
    parts = split_front_matter(data)
    if parts is None:
        return OwnPage(path=path, title=_find_title(path, {}, data)), []
    front_matter, text, _ = parts
    document, problems = read_yaml(shown, front_matter, first_line=2)
    if document is None or not isinstance(document.value, dict):
        # Front matter may be empty, and what isn't a list of fields is text to MkDocs.
        return (None, problems) if problems else (OwnPage(path=path, title=_find_title(path, {}, data)), [])
    problems += _find_misunderstood(document, document.value)
    facts = _pick_facts(document.value)
    title = _find_title(path, document.value, text)
    own = document.with_value({**facts, "path": path, "title": title})
    page, found = create_from_document(OwnPage, own, vocabularies=vocabularies)
    return page, [*problems, *found]


def _pick_facts(written: Mapping[str, Any]) -> dict[str, Any]:
    facts = {name: written[name] for name in _ALWAYS_READ if name in written}
    if "summary" not in facts and "description" in written and any(name in facts for name in FACET_FIELDS):
        facts["summary"] = written["description"]
    return facts


def _find_misunderstood(document: LocatedDocument, written: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what looks like a fact of the hub's and would not be read."""
    for name in written:
        if f"{name}s" in FACET_FIELDS:
            message, mend = f"“{name}” is not a field we know here.", f"Did you mean “{name}s”?"
            yield document.problem((name,), "unknown-field", message, mend, of_key=True)
        elif name in _RELATIONS:
            message = f"“{name}” connects records and guides, and this is an ordinary page."
            mend = "Link to it in the text, or move the page to docs/guides/."
            yield document.problem((name,), "unknown-field", message, mend, of_key=True)
    facets = [name for name in FACET_FIELDS if name in written]
    if facets and not {"summary", "description"} & set(written):
        message = f"A page with “{facets[0]}” has a card in the lists, and a card needs a summary."
        yield document.problem(
            (facets[0],), "missing-field", message, "Add a line summary: with a sentence.", of_key=True
        )


def _find_title(path: str, written: Mapping[str, Any], text: bytes) -> str:
    """Return what a card calls the page: its title, its first heading or its name, as MkDocs does."""
    if isinstance(written.get("title"), str):
        return str(written["title"])
    if heading := _HEADING.search(text.replace(b"\r\n", b"\n")):
        title = _MARKUP.sub("", heading[1].decode("utf-8", "replace")).strip()
        return title[:_LONGEST_TITLE] or path
    folder, _, name = path.removesuffix(".md").rpartition("/")
    name = folder.rpartition("/")[2] if name in ("index", "README") else name
    words = name.replace("-", " ").replace("_", " ")
    return (upper_first(words) if words == words.lower() else words)[:_LONGEST_TITLE] or path
