"""Text that runs from right to left in Word files (ECMA-376 part 1, 17.3.1.6 and 17.3.2.30)."""

import unicodedata

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}


def runs_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left (UAX #9, rule P2)."""
    found = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind in _RIGHT_TO_LEFT for kind in found if kind in _STRONG), False)


def follow_script(paragraph: Paragraph) -> Paragraph:
    """Set the direction of a paragraph and of each of its pieces by what is written, and return it."""
    for piece in paragraph.runs:
        if runs_right_to_left(piece.text):
            piece.font.rtl = True
    if runs_right_to_left(paragraph.text):
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- the library has no name for it
        properties.insert_element_before(parse_xml(f"<w:bidi {nsdecls('w')}/>"), *_AFTER_BIDI)
    return paragraph


# The order of a paragraph's properties is fixed (17.3.1.26).
_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl"),
    *("w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
