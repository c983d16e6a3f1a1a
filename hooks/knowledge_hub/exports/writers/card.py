"""Cards to pictures by Typst, whose fonts have the letters of many scripts; small enough for any network."""

import io
from pathlib import Path
from typing import cast

import typst
from PIL import Image

from knowledge_hub.exports.documents.card import Card
from knowledge_hub.exports.writers.pdf import load_fonts

_HERE = Path(__file__).parent / "typst"
# Three colors and what lies between them, where letters end.
_SHADES = 16


def create_card(card: Card) -> bytes:
    """Return a card as PNG, 1,200 by 630 points."""
    compiler = typst.Compiler(
        _HERE / "card.typ",
        root=_HERE,
        font_paths=load_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": card.as_json()},
    )
    drawn = cast("bytes", compiler.compile(format="png", ppi=72))
    made = io.BytesIO()
    with Image.open(io.BytesIO(drawn)) as image:
        few = image.convert("RGB").quantize(_SHADES, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        # Packing it as tight as can be would take longer than all the rest, and save a twentieth.
        few.save(made, "PNG")
    return made.getvalue()
