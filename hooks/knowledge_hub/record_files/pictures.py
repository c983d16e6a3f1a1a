"""Pictures: whether one can be read safely, and the copies of it that are published.

A copy is made anew from the picture's points, so nothing else of the file comes along: no place, no
camera, no name, nothing hidden behind the picture.
"""

import io
import warnings

import PIL
from PIL import ExifTags, Image, ImageCms, ImageOps

from knowledge_hub.record_files.fault import FileFault, not_what_it_says

# What a good phone takes; more is a slip, or meant to fill the memory of whoever opens it.
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 12_000
# Twice what the text's column shows, for sharp screens; half of it for phones and cards.
LARGE, SMALL = (1440, 2400), (720, 1200)
# Goes up with each change of what is made below, so that what caches keep isn't taken for it.
RECIPE = f"1 Pillow {PIL.__version__}"

_FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP"}
_JPEG_QUALITY = 82


def find_picture_fault(data: bytes, name: str) -> FileFault | None:
    """Return why a picture can't be published, None where it can be read to its end."""
    expected = _FORMATS[name.rpartition(".")[2].lower()]
    try:
        with _open(data, (expected,)) as image:
            if fault := _find_size_fault(image, name):
                return fault
            # A phone's JPEG may have a second picture, of which readers see nothing.
            if expected != "JPEG" and getattr(image, "n_frames", 1) > 1:
                message = f"“{name}” moves, and moving pictures keep some people from reading."
                return FileFault("file-content", message, "Save one still picture of it.")
            image.load()
    except Image.DecompressionBombError:
        return _too_many_points(name)
    except Exception:  # noqa: BLE001 -- made-up bytes make decoders fail in every way there is
        return not_what_it_says(name)
    return None


def holds_place(data: bytes, name: str) -> bool:
    """Tell whether a picture that passed the check above says where it was taken."""
    try:
        with _open(data, (_FORMATS[name.rpartition(".")[2].lower()],)) as image:
            return bool(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))
    except Exception:  # noqa: BLE001 -- a broken note of the camera says nothing
        return False


def create_copy(data: bytes, box: tuple[int, int]) -> bytes:
    """Return a picture that passed the check above as JPEG or PNG, no larger than `box` (width, height), upright."""
    with _open(data, tuple(sorted(set(_FORMATS.values())))) as opened:
        is_drawing = opened.format == "PNG"
        image = _in_plain_colors(_upright(opened))
    width, height = image.size
    share = min(1, box[0] / width, box[1] / height)
    if share < 1:
        size = (max(1, round(width * share)), max(1, round(height * share)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    # A new picture has nothing but its points; a copy would keep comments and color profiles.
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    made = io.BytesIO()
    if is_drawing or clean.mode == "RGBA":
        clean.save(made, "PNG", optimize=True)
    else:
        clean.save(made, "JPEG", quality=_JPEG_QUALITY, optimize=True, progressive=True)
    return made.getvalue()


def measure(data: bytes) -> tuple[int, int]:
    """Return width and height of a published copy, without reading its points."""
    with _open(data, ("JPEG", "PNG")) as image:
        return image.size


def _open(data: bytes, formats: tuple[str, ...]) -> Image.Image:
    with warnings.catch_warnings():
        # What Pillow only warns of is refused by our own limits below.
        warnings.simplefilter("ignore")
        return Image.open(io.BytesIO(data), formats=formats)


def _find_size_fault(image: Image.Image, name: str) -> FileFault | None:
    width, height = image.size
    return _too_many_points(name) if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE else None


def _too_many_points(name: str) -> FileFault:
    message = f"“{name}” has more than {MOST_PIXELS // 1_000_000} million points, or a side of over {LONGEST_SIDE:,}."
    return FileFault("large-file", message, "Save it smaller; 2,000 points wide is plenty.")


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture turned as its camera was held."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001 -- a broken note of the camera must not stop a site; it is left out anyway
        return image


def _in_plain_colors(image: Image.Image) -> Image.Image:
    """Return the picture in the colors of the web (sRGB), with transparency only where it has some."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            image = converted or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A profile that can't be read: the colors stay as they are written.
            pass
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode == "RGB" else image.convert("RGB")
