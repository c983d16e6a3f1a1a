"""The record types: what each kind of value takes and refuses, and that nothing can be changed."""

import inspect
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from knowledge_hub.keeping import Store
from knowledge_hub.records import RECORD_TYPES, Contributor, Glossary, Record, Source, fields
from knowledge_hub.records.single_files.learning_models import LearningModels
from knowledge_hub.records.walking import find_vocabularies
from support.made_fields import NEVER_MADE, FieldMaker, tiny_vocabularies

WHOLE_TYPES = (*RECORD_TYPES, Source, Contributor, Glossary, LearningModels)

KINDS: list[tuple[str, object, list[str], list[str]]] = [
    ("Slug", fields.Slug, ["a", "school-nurse", "12"], ["", "A", "a b", "a--b", "../a", "a/", "a" * 61]),
    ("Day", fields.Day, ["2026-02-28"], ["", "2026", "2026-02-30", "28.02.2026", "1772236800", "2026-02-28T00:00"]),
    (
        "PartialDate",
        fields.PartialDate,
        ["2026", "2026-02", "2026-02-28"],
        ["", "26", "2026-13", "2026-02-30", "May 2026"],
    ),
    (
        "Url",
        fields.Url,
        ["https://example.org/a?b=c#d", "http://example.org"],
        [
            "",
            "example.org",
            "//example.org",
            "javascript:alert(1)",
            "https://a b",
            'https://a"b',
            "https://a<b",
            "HTTPS:x",
        ],
    ),
    (
        "Doi",
        fields.Doi,
        ["10.1000/182", "10.1037/spq0000555"],
        ["", "182", "https://doi.org/10.1000/182", '10.1000/"x'],
    ),
    (
        "Address",
        fields.Address,
        ["lessons/old/", "/lessons/old", "a.html", "Old_Page"],
        ["", "/", "//example.org", "../x", "a/../b", "a//b", ".git/x", "a b", "a?b", "https://example.org/", "a\\b"],
    ),
    ("Line", fields.Line, ["x", "x" * 300], ["", "  ", "x" * 301]),
    ("Label", fields.Label, ["x", "x" * 120], ["", "\n", "x" * 121]),
    ("Note", fields.Note, ["x", "x" * 1200], ["", "x" * 1201]),
    ("Prose", fields.Prose, ["x\n\ny", "x" * 20_000], ["", "x" * 20_001]),
]


@pytest.mark.parametrize(
    ("kind", "text"),
    [pytest.param(kind, text, id=f"{name}-{text[:30]}") for name, kind, good, _ in KINDS for text in good],
)
def test_a_good_value_is_taken(kind: object, text: str) -> None:
    """Each kind of value takes what contributors usually write."""
    assert TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [pytest.param(kind, text, id=f"{name}-{text[:30]}") for name, kind, _, bad in KINDS for text in bad],
)
def test_a_bad_value_is_refused(kind: object, text: str) -> None:
    """Each kind of value refuses what would mislead readers or lead them out of the site."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text)


def test_plain_text_is_one_line() -> None:
    """Line breaks of the YAML file mean nothing in a plain text; in a long text they stay."""
    assert TypeAdapter(fields.Line).validate_python(" a\n  b\tc ") == "a b c"
    assert TypeAdapter(fields.Prose).validate_python("a\n\nb") == "a\n\nb"


def test_an_old_address_has_one_form() -> None:
    """With or without slashes at its ends, it is the same address."""
    assert {TypeAdapter(fields.Address).validate_python(text) for text in ("/a/b", "a/b/", "a/b")} == {"a/b/"}


@pytest.mark.parametrize("cls", WHOLE_TYPES, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "least"])
def test_what_a_type_describes_can_be_read(cls: type[BaseModel], whole: bool) -> None:
    """Every field of every type can be written, and everything that may be left out, left out."""
    by_name = {"pictures": [{"file": "room.png", "shows_people": "no"}], "card_picture": "room.png"} if whole else {}
    made = FieldMaker(whole=whole, by_name=by_name).fields(cls)
    record = cls.model_validate(made, context={"vocabularies": tiny_vocabularies()})
    assert {cls.model_fields[name].alias or name for name in record.model_fields_set} == made.keys()
    assert not whole or record.model_fields_set == cls.model_fields.keys() - NEVER_MADE


@pytest.mark.parametrize("cls", WHOLE_TYPES, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "least"])
def test_a_record_is_kept_as_it_is(cls: type[BaseModel], whole: bool, tmp_path: Path) -> None:
    """What a later build reads of it is equal, and can't be changed either."""
    record = cls.model_validate(FieldMaker(whole=whole).fields(cls), context={"vocabularies": tiny_vocabularies()})
    store = Store(tmp_path)
    with store.kept():
        store.table("some").put(b"key", record)
    kept = Store(tmp_path).table("some").find(b"key")
    assert kept
    assert (kept, repr(kept), kept.model_dump()) == (record, repr(record), record.model_dump())
    assert kept.model_copy(update={}) == record
    with pytest.raises(ValidationError):
        setattr(kept, next(iter(cls.model_fields)), None)


@pytest.mark.parametrize("cls", WHOLE_TYPES, ids=lambda cls: cls.__name__)
def test_every_part_is_frozen_and_closed(cls: type[BaseModel]) -> None:
    """No part of a record can be changed after it was checked, or hold a field that nothing reads."""
    for part in _parts(cls):
        assert part.model_config.get("frozen"), part
        assert part.model_config.get("extra") == "forbid", part


@pytest.mark.parametrize("cls", WHOLE_TYPES, ids=lambda cls: cls.__name__)
def test_every_text_has_a_limit(cls: type[BaseModel]) -> None:
    """No field takes a text without end: each text is of a kind that bounds it."""
    asked: dict[str, int] = {}

    def note(name: str, most: int) -> str:
        asked[name] = most
        return "x"

    FieldMaker(whole=True, text=note, most=0).fields(cls)
    assert [name for name, most in asked.items() if most == 0] == []


def test_every_choice_has_its_vocabulary() -> None:
    """What records choose from exists."""
    names = {name for cls in WHOLE_TYPES for name in find_vocabularies(cls)}
    assert {name for name in names if not tiny_vocabularies().ids(name)} == set()
    assert set(find_vocabularies(Annotated[str, fields.Choice("tiers")])) == {"tiers"}


@pytest.mark.parametrize("cls", RECORD_TYPES, ids=lambda cls: cls.__name__)
def test_a_type_says_what_it_is(cls: type[Record]) -> None:
    """Each type has a name, a folder, a sentence about itself, and facets that are fields of it."""
    assert cls.type
    assert cls.folder
    assert inspect.getdoc(cls)
    assert set(cls.required_facets) <= set(cls.model_fields)
    assert cls.model_fields["id"].is_required()


def _parts(cls: type[BaseModel]) -> set[type[BaseModel]]:
    found = {cls}
    for info in cls.model_fields.values():
        found |= {part for inner in _classes(info.annotation) for part in _parts(inner)}
    return found


def _classes(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [part for inner in getattr(annotation, "__args__", ()) for part in _classes(inner)]
