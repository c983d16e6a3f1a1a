"""What is published of a file: of a picture only what can be seen, of a document the document."""

import io
from typing import Any

import pytest
from PIL import Image

from knowledge_hub.record_files.shelf import PublishedPicture, create_document, create_picture, published_files
from support.made_files import PDF, make_phone_photo, make_picture


def _publish(name: str, data: bytes, cache: dict[str, bytes] | None = None) -> PublishedPicture:
    return create_picture(name, data, "x/files/", "Photo: one", {} if cache is None else cache)


def _open(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_nothing_but_what_can_be_seen_is_published() -> None:
    """No place, no maker, no comment; and the picture stands upright without the note that said how to turn it."""
    given = make_phone_photo()
    assert b"Secret Phone" in given
    assert b"Jane Doe" in given
    large = _publish("a.jpg", given).large
    image = _open(large.content)
    assert not image.getexif()
    assert {name for name in image.info if not name.startswith(("jfif", "progress"))} == set()
    assert b"Secret" not in large.content
    assert b"Jane" not in large.content
    assert (large.width, large.height) == image.size == (40, 60)
    red, green, _ = image.convert("RGB").getpixel((35, 5))  # type: ignore[misc]
    assert (red > 200, green < 60) == (True, True)


@pytest.mark.parametrize(
    ("kind", "options"),
    [("PNG", {"pnginfo": None, "dpi": (300, 300)}), ("WEBP", {"exif": b"Exif\0\0x", "xmp": b"Jane Doe"})],
)
def test_other_kinds_lose_the_same(kind: str, options: dict[str, Any]) -> None:
    """What PNG and WebP can keep beside the picture goes, too."""
    image = _open(_publish(f"a.{kind.lower()}", make_picture(kind, **options)).large.content)
    assert not image.getexif()
    assert not {"dpi", "exif", "xmp", "icc_profile", "comment"} & image.info.keys()


def test_what_is_hidden_behind_a_picture_stays_out() -> None:
    """A file may be a picture and something else at once; only the picture goes on."""
    large = _publish("a.png", make_picture() + b"PK\x03\x04<script>alert(1)</script>").large
    assert b"<script>" not in large.content


@pytest.mark.parametrize(
    ("name", "kind", "mode", "address"),
    [
        ("a.png", "PNG", "RGBA", "x/files/a.png"),
        ("a.jpg", "JPEG", "CMYK", "x/files/a.jpg"),
        ("a.jpeg", "JPEG", "RGB", "x/files/a.jpeg.jpg"),
        ("a.webp", "WEBP", "RGB", "x/files/a.webp.jpg"),
        ("a.webp", "WEBP", "RGBA", "x/files/a.webp.png"),
    ],
)
def test_a_copy_is_of_a_kind_that_everything_opens(name: str, kind: str, mode: str, address: str) -> None:
    """JPEG, or PNG where there is transparency or a drawing; Word and old browsers know no other."""
    fill = {} if mode != "RGBA" else {"mode": "RGBA"}
    data = make_picture(kind, **fill) if mode != "CMYK" else _cmyk()
    large = _publish(name, data).large
    assert large.address == address
    assert _open(large.content).mode == ("RGBA" if mode == "RGBA" else "RGB")


def _cmyk() -> bytes:
    buffer = io.BytesIO()
    Image.new("CMYK", (60, 40)).save(buffer, "JPEG")
    return buffer.getvalue()


def test_a_large_picture_is_made_smaller_twice() -> None:
    """Screens get what they can show, phones and cards get half of it; a small picture stays as it is."""
    picture = _publish("a.png", make_picture(size=(3000, 1500)))
    assert (picture.large.width, picture.large.height) == (1440, 720)
    assert (picture.small.width, picture.small.height) == (720, 360)
    assert list(published_files({"a.png": picture})) == ["x/files/a.png", "x/files/small/a.png"]
    assert _publish("b.png", make_picture()).small.address == "x/files/b.png"


def test_a_copy_is_made_once() -> None:
    """The same picture gives the same bytes, from the cache where it has been made before."""
    cache: dict[str, bytes] = {}
    data = make_phone_photo((2000, 1000))
    first = _publish("a.jpg", data, cache)
    assert _publish("a.jpg", data) == first
    kept = dict(cache)
    assert _publish("a.jpg", data, cache) == first
    assert cache == kept
    for key in cache:
        cache[key] = make_picture("JPEG")
    assert _publish("a.jpg", data, cache).large.content == make_picture("JPEG")


def test_a_document_is_published_as_it_is() -> None:
    """Its kind and size stand in the link."""
    document = create_document("form.pdf", PDF + b" " * 120_000, "x/files/")
    assert (document.address, document.note) == ("x/files/form.pdf", "PDF, 120 kB")
    assert document.content.startswith(PDF)
