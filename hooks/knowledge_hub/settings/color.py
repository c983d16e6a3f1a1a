"""Colors as OKLCH, in which one step of lightness looks like one step, and contrast as WCAG 2 computes it."""

import math
import re
from dataclasses import dataclass
from functools import cached_property

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_STEP = 0.002
_Three = tuple[float, float, float]


@dataclass(frozen=True)
class Color:
    """A color of sRGB; each part is a number from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @cached_property
    def luminance(self) -> float:
        """Relative luminance from 0 (black) to 1 (white), WCAG 2.2."""
        red, green, blue = self._linear
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @cached_property
    def oklch(self) -> _Three:
        """Lightness (0 to 1), chroma (0 is grey) and hue (in degrees): Ottosson, “A perceptual color space”, 2020."""
        red, green, blue = self._linear
        long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
        return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360

    @property
    def _linear(self) -> _Three:
        return _to_linear(self.red), _to_linear(self.green), _to_linear(self.blue)


WHITE = Color(255, 255, 255)


def read_color(written: str) -> Color | None:
    """Return the color of a text such as “#0b5563” or “#fff”, None where it is none."""
    if not _HEX.fullmatch(written):
        return None
    digits = written[1:] if len(written) == 7 else "".join(digit * 2 for digit in written[1:])
    return Color(*(int(digits[place : place + 2], 16) for place in (0, 2, 4)))


def find_contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colors, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((one.luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)


def create_color(lightness: float, chroma: float, hue: float) -> Color:
    """Return the color, with less chroma where no screen shows so much at this lightness."""
    kept, too_much = 0.0, chroma
    color = _try_color(lightness, chroma, hue)
    if color is None:
        for _ in range(20):
            middle = (kept + too_much) / 2
            kept, too_much = (kept, middle) if _try_color(lightness, middle, hue) is None else (middle, too_much)
        color = _try_color(lightness, kept, hue)
    return color or (WHITE if lightness > 0.5 else Color(0, 0, 0))


def find_readable(color: Color, backgrounds: tuple[Color, ...], contrast: float, *, darker: bool) -> Color:
    """Return the nearest darker (or lighter) shade that has this contrast with every background."""
    lightness, chroma, hue = color.oklch
    shade = color
    while min(find_contrast(shade, background) for background in backgrounds) < contrast and 0 <= lightness <= 1:
        lightness += -_STEP if darker else _STEP
        shade = create_color(lightness, chroma, hue)
    return shade


def _try_color(lightness: float, chroma: float, hue: float) -> Color | None:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    parts = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    if any(not -0.0005 <= part <= 1.0005 for part in parts):
        return None
    return Color(*(round(255 * _from_linear(min(max(part, 0.0), 1.0))) for part in parts))


def _to_linear(part: int) -> float:
    value = part / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _from_linear(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
