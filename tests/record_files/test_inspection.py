"""A stranger's file: what is harmless passes, and what isn't is named with its mend, whatever its name says."""

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from knowledge_hub.record_files.inspection import find_content_fault, find_kind_fault
from knowledge_hub.record_files.kinds import KINDS, MOST_BYTES
from support.made_files import PDF, make_office_file, make_picture

PAGE = b"<!doctype html><script>alert(1)</script>"
_HIDDEN = zlib.compress(b"<</S/JavaScript/JS(app.alert(1))>>")
_MOVING = {"save_all": True, "append_images": [Image.new("RGB", (60, 40), "blue")]}

SOUND = {
    "a.png": make_picture(),
    "a.jpg": make_picture("JPEG"),
    "a.jpeg": make_picture("JPEG"),
    "a.webp": make_picture("WEBP"),
    "clear.png": make_picture(mode="RGBA"),
    "a.pdf": PDF,
    "a.docx": make_office_file(),
    "a.xlsx": make_office_file("xl/workbook.xml"),
    "a.pptx": make_office_file("ppt/presentation.xml"),
    "a.csv": "name,count\nÉcole,-3\n".encode(),
    "a.txt": b"Plain words.\n",
}
UNSOUND = {
    "page.png": PAGE,
    "page.pdf": PAGE + PDF,
    "page.txt": PAGE,
    "page.csv": PAGE,
    "page.docx": PAGE,
    "jpeg.png": make_picture("JPEG"),
    "half.png": make_picture()[:-40],
    "half.jpg": make_picture("JPEG", (600, 400))[:2000],
    "moving.png": make_picture("PNG", **_MOVING),
    "moving.webp": make_picture("WEBP", **_MOVING),
    "script.pdf": PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(x)>>"),
    "spelled.pdf": PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/J#61vaScript>>"),
    "packed.pdf": PDF.replace(b"endobj", b"endobj 2 0 obj<</Type/ObjStm>>stream\n" + _HIDDEN + b"\nendstream endobj"),
    "locked.pdf": PDF.replace(b"/Root", b"/Encrypt 3 0 R/Root"),
    "macro.docx": make_office_file(word__vbaProject=b"x"),
    "inside.docx": make_office_file(word__embeddings__tool=b"MZ"),
    "above.docx": make_office_file(**{"..__..__evil": b"x"}),
    "macro-type.docx": make_office_file(**{"a.rels": b'Type="application/vnd.ms-word.document.macroEnabled"'}),
    "fetched.docx": make_office_file(
        **{"word___rels__settings.xml.rels": b'<R Type="x/attachedTemplate" Target="https://x" TargetMode="External"/>'}
    ),
    "sheet.docx": make_office_file("xl/workbook.xml"),
    "bomb.xlsx": make_office_file("xl/workbook.xml", xl__big=bytes(250_000_000)),
    "formula.csv": b'name,count\nx,"=HYPERLINK(1)"\n',
    "old.csv": "École".encode("cp1252"),
    "nothing.txt": b"a\0b",
}


@pytest.mark.parametrize("name", SOUND)
def test_a_harmless_file_passes(name: str) -> None:
    """Each allowed kind can be published."""
    assert find_kind_fault(name, len(SOUND[name])) is None
    assert find_content_fault(name, SOUND[name]) is None


@pytest.mark.parametrize("name", UNSOUND)
def test_what_is_not_harmless_is_named(name: str) -> None:
    """Another kind under this ending, half a file, one that acts or that is locked."""
    fault = find_content_fault(name, UNSOUND[name])
    assert fault is not None
    assert fault.code == "file-content"
    assert fault.help


@pytest.mark.parametrize("size", [(20_000, 20_000), (12_001, 1), (7100, 7100)])
def test_a_picture_that_would_fill_the_memory_is_never_opened(size: tuple[int, int]) -> None:
    """A few bytes can stand for a picture of any size; its size is read before its points."""
    header = size[0].to_bytes(4, "big") + size[1].to_bytes(4, "big") + b"\x08\x02\0\0\0"
    chunks = (b"IHDR" + header, b"IDAT" + zlib.compress(bytes(100)))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        (len(chunk) - 4).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big") for chunk in chunks
    )
    fault = find_content_fault("huge.png", data)
    assert fault is not None
    assert fault.code == "large-file"


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.zip", "a.docm", "a.gif", "a.heic", "a", "a.exe", ".png.php"])
def test_other_kinds_are_refused_with_what_to_do(name: str) -> None:
    """What can hold programs, or opens on few computers, isn't taken."""
    fault = find_kind_fault(name, 10)
    assert fault is not None
    assert fault.code == "file-kind"
    assert len(fault.help) > 20


def test_a_file_is_neither_empty_nor_too_large() -> None:
    """Nothing is published that can't be read, or that a phone can't load."""
    codes = [fault.code for size in (0, MOST_BYTES + 1) if (fault := find_kind_fault("a.pdf", size))]
    assert codes == ["file-content", "large-file"]


@given(st.sampled_from(sorted(KINDS)), st.binary(max_size=300))
def test_no_bytes_end_in_a_traceback(ending: str, data: bytes) -> None:
    """Whatever a file holds, the answer is a fault or nothing."""
    start = SOUND[f"a.{ending}"][:40]
    for content in (data, start + data):
        find_content_fault(f"a.{ending}", content)


def test_a_phone_photo_with_a_second_picture_passes() -> None:
    """Phones keep a second picture in the same file (MPO), of which readers see nothing."""
    second = Image.new("RGB", (60, 40), "blue")
    buffer = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(buffer, "MPO", save_all=True, append_images=[second])
    assert find_content_fault("a.jpg", buffer.getvalue()) is None
