"""Finding references and prose inside records, with the place where each is written."""

from typing import Annotated

from pydantic import Field

from knowledge_hub.records import CaseStudy, Community, Lesson, Toolkit
from knowledge_hub.records.fields import PROSE, Choice, Part, Prose, Reference, Slug
from knowledge_hub.records.walking import find_vocabularies, walk_marked, walk_prose
from support.made_fields import FieldMaker

KitId = Annotated[Slug, Reference("toolkit", "a", "b")]


class _Leaf(Part):
    kit: KitId | None = None
    text: Prose | None = None
    plain: str = "x"
    level: Annotated[str, Choice("levels")] = "local"


class _Tree(Part):
    from_: _Leaf | None = Field(None, alias="from")
    leaves: tuple[_Leaf, ...] = ()
    kits: tuple[KitId, ...] = ()
    tiers: tuple[Annotated[str, Choice("tiers")], ...] = ()


def test_every_mark_is_found_in_field_order() -> None:
    """Optional, listed and nested fields are walked; locations use the names of the file."""
    tree = _Tree.model_validate(
        {"from": {"text": "one"}, "leaves": [{"kit": "a"}, {"text": "two", "kit": "b"}], "kits": ["c", "d"]}
    )
    assert [(location, text) for location, text, _ in walk_marked(tree)] == [
        (("from", "text"), "one"),
        (("leaves", 0, "kit"), "a"),
        (("leaves", 1, "kit"), "b"),
        (("leaves", 1, "text"), "two"),
        (("kits", 0), "c"),
        (("kits", 1), "d"),
    ]
    assert [text for _, text in walk_prose(tree)] == ["one", "two"]
    assert {mark for _, _, mark in walk_marked(tree) if mark != PROSE} == {Reference("toolkit", "a", "b")}


def test_a_part_without_marks_yields_nothing() -> None:
    """Plain text is no business of the walk."""
    assert list(walk_marked(_Tree())) == []


def test_vocabularies_of_nested_fields_are_found() -> None:
    """A choice is found wherever a type puts it."""
    assert set(find_vocabularies(_Tree)) == {"levels", "tiers"}


def test_real_types_are_walked_whole() -> None:
    """The deep references of the record types are among what is found."""
    found = {
        (cls.type, location)
        for cls in (CaseStudy, Community, Lesson, Toolkit)
        for location, _, _ in walk_marked(
            cls.model_validate({**FieldMaker(whole=True).fields(cls, without="id"), "id": "x"})
        )
    }
    assert found >= {
        ("case-study", ("participants", 0, "role")),
        ("case-study", ("results", 0, "sources", 0)),
        ("case-study", ("credit", "authors", 0)),
        ("community", ("drivers", 0, "secondary", 0, "ideas", 0, "toolkits", 0)),
        ("community", ("charter", "purpose")),
        ("lesson", ("seen_in", 0, "case_study")),
        ("toolkit", ("steps", 0, "text")),
        ("toolkit", ("worksheets", 0, "instructions")),
    }
