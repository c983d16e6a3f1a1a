"""Files to a zip with the same bytes every time."""

import io
import zipfile
from collections.abc import Mapping

# The oldest date that the format knows.
_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL = 0o644 << 16


def create_zip(files: Mapping[str, bytes], *, compress: bool = True) -> bytes:
    """Return a zip of the files, by name inside it, in the order given.

    Without `compress` they are stored as they are, which suits files that are compressed already.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.external_attr = _READABLE_BY_ALL
            info.create_system = 3  # Unix, wherever it is built
            archive.writestr(info, content, zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED)
    return buffer.getvalue()


def with_fixed_dates(content: bytes) -> bytes:
    """Return an Office file, which is a zip, without the time at which it was written."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return create_zip({name: archive.read(name) for name in archive.namelist()})
