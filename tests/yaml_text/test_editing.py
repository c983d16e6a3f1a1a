"""Changing single places of a YAML text: golden cases by hand, each byte of the rest stays."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge_hub.yaml_text.editing import remove_entries, replace_field, set_value

RECORD = """\
# One.
title: "A # title"   # two
seen:
  # three
  - place: here
    note: >-
      A long
      note.

  - place: there
tools: [a, b,
        c]
text: |
  Words.

last: x
"""


@pytest.mark.parametrize(
    ("doomed", "gone", "instead"),
    [
        ([("seen", 1)], "  - place: there\n", ""),
        ([("seen", 0)], "  - place: here\n    note: >-\n      A long\n      note.\n", ""),
        ([("seen", 0, "note")], "    note: >-\n      A long\n      note.\n", ""),
        ([("seen", 0, "place")], "place: here\n    note", "note"),
        ([("tools", 0)], "a, ", ""),
        ([("tools", 1)], "b,\n        c", "c"),
        ([("tools", 2)], ",\n        c", ""),
        ([("tools", 0), ("tools", 2)], "[a, b,\n        c]", "[b]"),
        ([("tools", 0), ("tools", 1), ("tools", 2)], "tools: [a, b,\n        c]\n", ""),
        ([("text",)], "text: |\n  Words.\n", ""),
        ([("last",)], "last: x\n", ""),
    ],
)
def test_an_entry_goes_and_nothing_else(doomed: list[tuple[str | int, ...]], gone: str, instead: str) -> None:
    """Comments, blank lines and quotes around what goes stay; a list whose items all go is gone itself."""
    assert RECORD.count(gone) == 1
    assert remove_entries(RECORD, doomed) == RECORD.replace(gone, instead)


@pytest.mark.parametrize(
    ("doomed", "left"),
    [
        ([("a",)], '{"b": ["x", "y"], "c": {"d": 1}}\n'),
        ([("c",), ("b", 0)], '{"a": 1, "b": ["y"]}\n'),
        ([("b", 0), ("b", 1), ("c", "d")], '{"a": 1, "c": {}}\n'),
        ([("a",), ("b",), ("c",)], "{}\n"),
    ],
)
def test_fields_in_brackets_go_with_their_comma(doomed: list[tuple[str | int, ...]], left: str) -> None:
    """A record may be written on one line, as JSON is."""
    assert remove_entries('{"a": 1, "b": ["x", "y"], "c": {"d": 1}}\n', doomed) == left


@given(st.sets(st.integers(0, 4)), st.booleans())
def test_any_items_can_go(doomed: set[int], in_brackets: bool) -> None:
    """What is read from the text afterwards is the list without them."""
    items = ["a", "b b", "c: d", "'e'", "5"]
    written = [yaml.safe_dump(item, default_style='"').strip() for item in items]
    lines = "".join(f"- {item}\n" for item in written)
    text = f"x: [{', '.join(written)}]\ny: z\n" if in_brackets else f"x:\n{lines}y: z\n"
    left = [item for number, item in enumerate(items) if number not in doomed]
    expected = {"x": left, "y": "z"} if left else {"y": "z"}
    assert yaml.safe_load(remove_entries(text, [("x", number) for number in doomed])) == expected


def test_a_field_gets_another_name_and_value() -> None:
    """The hyphen before it and the fields after it stay."""
    changed = replace_field(RECORD, ("seen", 0, "place"), "name", "Where: here")
    assert changed == RECORD.replace("place: here", 'name: "Where: here"')


SETTINGS = """\
# Yours.
site_name: Old  # the name
site_description: >-
  Two
  lines.

# Filled in.
site_url: !ENV [SITE_URL, "https://old.example/"]
extra:
  host: ""
  # Mail.
  email:
theme:
  name: material
"""


@pytest.mark.parametrize(
    ("setting", "value", "old", "new"),
    [
        (("site_name",), "New: hub", "Old  #", '"New: hub"  #'),
        (("site_name",), "yes", "Old  #", '"yes"  #'),
        (("site_description",), "One line.", ">-\n  Two\n  lines.", "One line."),
        (("site_url",), "https://new.example/", "https://old.example/", "https://new.example/"),
        (("extra", "host"), "We", 'host: ""', "host: We"),
        (("extra", "email"), "a@b.example", "email:", 'email: "a@b.example"'),
        (("extra", "help", "phone"), "1", "  email:\n", '  email:\n  help:\n    phone: "1"\n'),
        (("extra", "host", "name"), "We", 'host: ""', "host:\n    name: We"),
        (("extra",), "none", 'extra:\n  host: ""\n  # Mail.\n  email:', "extra: none"),
        (("theme", "palette", "primary"), "teal", "material\n", "material\n  palette:\n    primary: teal\n"),
        (("copyright",), "Us", "material\n", "material\ncopyright: Us\n"),
    ],
)
def test_a_setting_is_changed_in_place(setting: tuple[str, ...], value: str, old: str, new: str) -> None:
    """Comments and other settings stay; !ENV keeps its variable and gets another default."""
    assert SETTINGS.count(old) == 1
    changed = set_value(SETTINGS, setting, value)
    assert changed == SETTINGS.replace(old, new)
    assert set_value(changed, setting, value) == changed


def test_what_has_no_lines_of_its_own_is_refused() -> None:
    """Nothing is guessed where a setting would have to go into a list or into brackets."""
    with pytest.raises(ValueError, match="palette"):
        set_value("palette:\n  - primary: red\n", ("palette", "primary"), "teal")
    with pytest.raises(ValueError, match="extra"):
        set_value("extra: {host: x}\n", ("extra", "email"), "y")
