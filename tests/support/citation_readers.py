"""Citation files as independent libraries read them: rispy, pybtex and citeproc-py."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import rispy
from citeproc.source.json import CiteProcJSON
from pybtex.database import Person, parse_string
from pybtex.richtext import Text

# What pybtex leaves as it is.
_COMMANDS = {r"\$": "$", r"\textbraceleft ": "{", r"\textbraceright ": "}", r"\textasciicircum ": "^"}


@dataclass(frozen=True)
class Told:
    """What a reference manager knows of a work: who, what, the date as far as the format has it, and where."""

    title: str
    authors: tuple[str, ...]
    date: str
    address: str


def read_ris(data: bytes) -> list[Told]:
    """Return the works of a RIS file."""
    return [
        Told(
            item.get("title", ""),
            tuple(item.get("authors", ())),
            item.get("date", item.get("year", "")).strip("/").replace("/", "-"),
            item.get("doi") or "".join(item.get("urls", ())),
        )
        for item in rispy.loads(data.decode())
    ]


def read_bibtex(data: bytes) -> list[Told]:
    """Return the works of a BibTeX file, without TeX's commands; "others" is no name."""
    database = parse_string(data.decode(), "bibtex")
    return [
        Told(
            _read_tex(entry.fields.get("title", "")),
            tuple(name for person in entry.persons.get("author", ()) if (name := _read_person(person)) != "others"),
            entry.fields.get("date", ""),
            entry.fields.get("doi") or entry.fields.get("url", ""),
        )
        for entry in database.entries.values()
    ]


def read_csl(data: bytes) -> list[Told]:
    """Return the works of a CSL-JSON file."""
    return [_read_reference(reference) for reference in CiteProcJSON(json.loads(data)).values()]


READERS: dict[str, Callable[[bytes], list[Told]]] = {"ris": read_ris, "bib": read_bibtex, "json": read_csl}


def _read_person(person: Person) -> str:
    family = [*person.prelast_names, *person.last_names]
    given = [*person.first_names, *person.middle_names]
    return ", ".join(filter(None, (_read_tex(" ".join(part)) for part in (family, given))))


def _read_tex(text: str) -> str:
    plain = str(Text.from_latex(text))
    for command, character in _COMMANDS.items():
        plain = plain.replace(command, character)
    return plain


def _read_reference(reference: Any) -> Told:
    parts = reference.get("issued", {})
    date = [f"{parts[name]:0{width}}" for name, width in (("year", 4), ("month", 2), ("day", 2)) if name in parts]
    names = (
        name.get("literal") or ", ".join(name[part] for part in ("family", "given") if part in name)
        for name in reference.get("author", ())
    )
    text = {field: "".join(map(str, reference.get(field, ()))) for field in ("title", "DOI", "URL")}
    return Told(text["title"], tuple(names), "-".join(date), text["DOI"] or text["URL"])
