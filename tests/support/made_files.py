"""Makes the pictures and documents that tests put beside records."""

import io
import zipfile
from typing import Any

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
_GPS_IFD, _ORIENTATION, _MAKER = 0x8825, 0x0112, 0x010F


def make_picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), *, mode: str = "RGB", **options: Any) -> bytes:
    """Return a picture whose upper left quarter is red; the rest is clear in the mode RGBA."""
    image = Image.new(mode, size, "#fff0" if mode == "RGBA" else "white")
    image.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def make_phone_photo(size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a JPEG as a phone makes it: lying on its side, with the place, the maker and a comment."""
    exif = Image.Exif()
    exif[_ORIENTATION] = 6
    exif[_MAKER] = "Secret Phone"
    exif.get_ifd(_GPS_IFD).update({1: "N", 2: (42.0, 21.0, 30.0), 3: "W", 4: (71.0, 3.0, 37.0)})
    return make_picture("JPEG", size, exif=exif, comment=b"taken by Jane Doe", quality=95)


def make_office_file(main: str = "word/document.xml", **parts: bytes) -> bytes:
    """Return an Office package with its main part, and `parts` by name ("__" stands for "/")."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b"<Types/>")
        package.writestr(main, b"<document/>")
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()
