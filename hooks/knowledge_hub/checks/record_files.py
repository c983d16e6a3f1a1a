"""What the text of a record shows of the pictures and documents beside it, and what has to be said of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from knowledge_hub.checks.texts.scanning import look_at
from knowledge_hub.did_you_mean import nearest
from knowledge_hub.library.library import Library
from knowledge_hub.library.record_files import RecordFile
from knowledge_hub.problems.problem import Problem
from knowledge_hub.prose import ProseLink, find_links, has_plain_links
from knowledge_hub.quoting import shorten
from knowledge_hub.record_files.kinds import is_picture_name, kind_of
from knowledge_hub.records import CaseStudy, Record
from knowledge_hub.records.walking import Location, walk_prose
from knowledge_hub.yaml_text.located import LocatedDocument
from knowledge_hub.yaml_text.walk import MOST_PROBLEMS

Files = Mapping[str, RecordFile]

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_UPLOADED = re.compile(
    r"https?://(?:(?:www\.)?github\.com/(?:user-attachments/|[\w.-]+/[\w.-]+/(?:assets|files)/\d)"
    r"|[a-z-]*user-images\.githubusercontent\.com/)[^\s<>()\"\']*",
    re.IGNORECASE,
)
# A last part such as "form.pdf"; without one it is an address of the site, of which nothing is known here.
_ENDING = re.compile(r"[^/]\.[A-Za-z0-9]{2,5}$")
_WRITE_ALT = "Write between the square brackets what can be seen and why it matters, as you would say it on the phone."


def check_record_files(library: Library) -> Iterator[Problem]:
    """Each picture and link of a text leads to a file beside the record, and each such file is shown.

    What a picture shows is said in words, and so is whether it shows people and who agreed.
    """
    for record in library.records:
        document = library.document(record)
        files = library.files.get((record.folder, record.id), {})
        has_links = bool(files) or not library.names(record).is_plain
        texts = walk_prose(record) if has_links else ()
        yield from islice(_check_record(record, document, files, texts), MOST_PROBLEMS)


def advise_on_documents(library: Library) -> Iterator[Problem]:
    """Say once for each record with documents that no program reads them."""
    for record in library.records:
        files = library.files.get((record.folder, record.id), {})
        documents = [name for name in files if kind_of(name) and not is_picture_name(name)]
        if documents:
            message = f"No program can check what stands in {', '.join(map(shorten, documents))}."
            help_text = "Open it, and look for names, numbers, comments and hidden sheets before it is published."
            shown = files[documents[0]].shown
            yield Problem(shown, 1, 1, "unchecked-document", message, help_text)


def _check_record(
    record: Record, document: LocatedDocument, files: Files, texts: Iterable[tuple[Location, str]]
) -> Iterator[Problem]:
    shown: dict[str, bool] = {}
    for location, text in texts:
        if "[" not in text or (not files and has_plain_links(text)):
            continue
        for link in find_links(text):
            if link.target in files:
                shown[link.target] = shown.get(link.target, False) or link.is_picture
            yield from _check_link(link, location, document, files)
    yield from _find_uploads(document)
    yield from _check_facts(record, document, shown)
    if isinstance(record, CaseStudy) and record.card_picture and not shown.get(record.card_picture):
        message = f"The card’s picture “{record.card_picture}” doesn’t stand in the text, which has the words for it."
        help_text = f"Put it into the text: ![what can be seen]({record.card_picture})"
        yield document.problem(("card_picture",), "missing-file", message, help_text)
    for name, file in files.items():
        if name not in shown:
            message = f"Nothing links to “{name}”."
            mark = "!" if is_picture_name(name) else ""
            help_text = f"Show it in the record’s text, as {mark}[words about it]({name}), or delete it."
            yield Problem(file.shown, 1, 1, "unused-file", message, help_text)


def _check_link(link: ProseLink, location: Location, document: LocatedDocument, files: Files) -> Iterator[Problem]:
    """Yield what is wrong with one picture or link of a text."""
    if _UPLOADED.match(link.target):
        return
    if _SCHEME.match(link.target) or link.target.startswith(("//", "#")) or not link.target:
        if link.is_picture:
            yield _refuse_outside(link, location, document)
    elif link.target in files:
        yield from _check_shown(link, location, document)
    elif link.is_picture or _ENDING.search(link.target):
        yield _explain_missing(link, location, document, files)


def _find_uploads(document: LocatedDocument) -> Iterator[Problem]:
    """Yield each address at which GitHub keeps what people drop into its forms, in whichever way it is written."""
    if not look_at(document.source).has("github"):
        return
    for found in _UPLOADED.finditer(document.text):
        message = "This file was uploaded to GitHub, and nobody fetches it from there."
        help_text = (
            "Download it and put it beside the record, in the folder with the record’s name, in the pull request; "
            "then write only its name here."
        )
        field = ".".join(document.names_at(found.start()))
        yield document.source.problem(*found.span(), "uploaded-file", message, help_text, field)


def _refuse_outside(link: ProseLink, location: Location, document: LocatedDocument) -> Problem:
    message = "This picture doesn’t lie beside the record."
    help_text = (
        "Download it, ask its owner for permission, and put it beside the record; then write only its name here."
    )
    return document.problem_at_words(location, link.target or "![", "outside-picture", message, help_text)


def _check_shown(link: ProseLink, location: Location, document: LocatedDocument) -> Iterator[Problem]:
    if not link.is_picture:
        return
    if not is_picture_name(link.target):
        message = f"“{link.target}” is a document, which can’t be shown as a picture."
        yield document.problem_at_words(
            location, link.target, "not-a-picture", message, "Leave out the exclamation mark before the bracket."
        )
    elif not link.words:
        message = f"The picture “{link.target}” has no words for people who can’t see it."
        yield document.problem_at_words(location, link.target, "alt-text", message, _WRITE_ALT)


def _explain_missing(link: ProseLink, location: Location, document: LocatedDocument, files: Files) -> Problem:
    meant = nearest(link.target.rpartition("/")[2], tuple(sorted(files)))
    message = f"There is no file “{shorten(link.target)}” beside this record."
    help_text = f"Did you mean “{meant}”?" if meant else _explain_place(document)
    return document.problem_at_words(location, link.target, "missing-file", message, help_text)


def _explain_place(document: LocatedDocument) -> str:
    folder = document.path.rpartition(".")[0]
    return f"Put it into {folder}/ and write only its name here; a web address starts with https://."


def _check_facts(record: Record, document: LocatedDocument, shown: Mapping[str, bool]) -> Iterator[Problem]:
    """Yield pictures of which nobody said who is on them, or whose people haven't agreed."""
    told = {picture.file for picture in record.pictures}
    for name in sorted(set(shown) - told):
        if is_picture_name(name):
            message = f"Nobody has said whether “{name}” shows people."
            help_text = f"Add below pictures: an item with file: {name} and shows_people: no (or yes, with consent:)."
            yield document.problem_at_words((), name, "unchecked-picture", message, help_text)
    for number, picture in enumerate(record.pictures):
        if picture.file not in shown:
            meant = nearest(picture.file, tuple(sorted(shown)))
            message = f"No text of this record shows “{shorten(picture.file)}”."
            help_text = f"Did you mean “{meant}”?" if meant else f"Show it: ![what can be seen]({picture.file})"
            yield document.problem(("pictures", number, "file"), "missing-file", message, help_text)
        if picture.shows_people == "yes" and not picture.consent:
            message = f"“{picture.file}” shows people, and nothing says that they agreed."
            help_text = (
                "Say who agreed and how, under consent: (roles, no names; for a child the family, too). "
                "Nobody asked? Then take a picture without people."
            )
            yield document.problem(("pictures", number, "shows_people"), "picture-consent", message, help_text)
