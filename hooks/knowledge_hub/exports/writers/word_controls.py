"""Word content controls: places in a document that a reader fills in (ECMA-376 part 1, 17.5.2)."""

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

# The check box came with Word 2010, in a namespace of its own ([MS-DOCX] 2.6.1.6).
_NAMESPACES = f'{nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_PLACEHOLDERS = {"text": "Write here.", "date": "Choose a date.", "choice": "Choose one."}
_LONGEST_NAME = 64


def create_text_control(name: str, number: int) -> Any:
    """Return a control for text of any length, inside a paragraph."""
    return _control(name, number, '<w:text w:multiLine="1"/>', _placeholder("text"))


def create_date_control(name: str, number: int) -> Any:
    """Return a control for a date."""
    kind = (
        '<w:date><w:dateFormat w:val="MMMM d, yyyy"/><w:lid w:val="en-US"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _control(name, number, kind, _placeholder("date"))


def create_choice_control(name: str, number: int, options: Sequence[str]) -> Any:
    """Return a control that offers a list; an option that is there twice would make Word repair the file."""
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(option)} w:value={quoteattr(option)}/>"
        for option in dict.fromkeys(options)
    )
    return _control(name, number, f"<w:dropDownList>{items}</w:dropDownList>", _placeholder("choice"))


def create_check_control(name: str, number: int) -> Any:
    """Return a check box that is empty."""
    kind = (
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    fonts = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/>'
    content = f"<w:r><w:rPr>{fonts}</w:rPr><w:t>☐</w:t></w:r>"
    return _control(name, number, kind, content, has_placeholder=False)


def create_control(kind: str, name: str, number: int, options: Sequence[str]) -> Any:
    """Return the control for a worksheet field or column of one kind."""
    match kind:
        case "date":
            return create_date_control(name, number)
        case "choice" | "scale":
            return create_choice_control(name, number, options)
        case _:
            return create_text_control(name, number)


def _control(name: str, number: int, kind: str, content: str, *, has_placeholder: bool = True) -> Any:
    alias = quoteattr(name[:_LONGEST_NAME])
    showing = "<w:showingPlcHdr/>" if has_placeholder else ""
    return parse_xml(
        f'<w:sdt {_NAMESPACES}><w:sdtPr><w:alias w:val={alias}/><w:id w:val="{number}"/>{showing}{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _placeholder(kind: str) -> str:
    return f'<w:r><w:rPr><w:color w:val="4A5860"/></w:rPr><w:t>{_PLACEHOLDERS[kind]}</w:t></w:r>'
