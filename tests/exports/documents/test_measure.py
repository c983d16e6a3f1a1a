"""Run charts on paper."""

import io
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from knowledge_hub.exports.documents.document_context import DocumentContext
from knowledge_hub.exports.documents.measure import measure_blocks
from knowledge_hub.pages import Site
from knowledge_hub.pages.sections.measures import render_run_chart
from knowledge_hub.visuals.measure_series import create_series
from support.fixed_day import TODAY
from support.measures import create_measure
from support.pack_library import LIBRARY, create_small_packs
from support.pdf_reader import read_pdf, read_words
from support.small_library import create_small_catalogue


def _with_points(values: list[float]) -> dict[str, object]:
    points = [{"date": f"2025-{month:02}", "value": value, "n": 30} for month, value in enumerate(values, start=1)]
    measure = {"id": "m", "name": "Follow-up", "kind": "outcome", "unit": "percent", "points": points}
    return {**LIBRARY, "communities/network": {**LIBRARY["communities/network"], "measures": [measure]}}


def test_a_chart_has_words_and_values(tmp_path: Path) -> None:
    """The picture carries its finding as text for those who can't see it, and its values follow as a table."""
    packs = create_small_packs(tmp_path, _with_points([50, 52, 51, 49, 50, 60, 61, 62, 63, 64, 65, 66]))
    content = packs.files["communities/network/network.pdf"]
    assert {"Figure", "Table", "TH"} <= read_pdf(content).tags
    assert any(text.startswith("Run chart. There are 2 shifts") for text in _alternatives(content))


@pytest.mark.slow
def test_the_values_of_a_chart_are_in_print(tmp_path: Path) -> None:
    """A program that reads the file aloud comes to each month with its value and its group."""
    packs = create_small_packs(tmp_path, _with_points([50, 52, 51, 49, 50, 60, 61, 62, 63, 64, 65, 66]))
    assert "January 2025 50 30" in read_words(packs.files["communities/network/network.pdf"], tmp_path)


def test_the_picture_is_that_of_the_page(tmp_path: Path) -> None:
    """Paper and page show the same shapes; on paper they are a file of their own, which is XML and brings its style."""
    site = Site(create_small_catalogue(tmp_path, {}), TODAY)
    measure = create_measure([50, 52, 51, 49, 50, 60, 61, 62, 63, 64, 65, 66], unit="a < b & c", goal=70)
    blocks = measure_blocks(DocumentContext(site), [measure], [])
    svg = next(str(block["svg"]) for block in blocks if block["kind"] == "picture")
    assert next(etree.fromstring(svg).iterchildren()).tag == "{http://www.w3.org/2000/svg}style"
    shapes = svg.partition("</style>")[2].removesuffix("</svg>")
    assert shapes.count('class="hub-run-chart__mark') == 12
    assert shapes in render_run_chart(site, create_series(measure))


def _alternatives(content: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return [str(item.Alt) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
