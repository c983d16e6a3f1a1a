"""Colors: contrast as WCAG computes it, and shades that keep their hue."""

import pytest

from knowledge_hub.settings.color import WHITE, Color, create_color, find_contrast, find_readable, read_color

BLACK = Color(0, 0, 0)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("#0b5563", Color(11, 85, 99)),
        ("#FFF", WHITE),
        ("#12345", None),
        ("teal", None),
        ("#0b5563; color: red", None),
        ("", None),
    ],
)
def test_a_color_is_read_as_style_sheets_write_it(written: str, expected: Color | None) -> None:
    """Three or six digits, and nothing beside them."""
    assert read_color(written) == expected


@pytest.mark.parametrize(
    ("one", "other", "contrast"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#fff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, contrast: float) -> None:
    """The well-known pairs, in either order."""
    first, second = read_color(one), read_color(other)
    assert first is not None
    assert second is not None
    assert find_contrast(first, second) == find_contrast(second, first) == pytest.approx(contrast, abs=0.005)


@pytest.mark.parametrize("color", [Color(11, 85, 99), Color(255, 236, 61), Color(128, 128, 128), WHITE, BLACK])
def test_there_and_back_is_the_same_color(color: Color) -> None:
    """Lightness, chroma and hue say all there is to say."""
    assert create_color(*color.oklch) == color


def test_red_has_the_published_values() -> None:
    """The reference values of CSS Color 4 for sRGB red."""
    assert Color(255, 0, 0).oklch == pytest.approx((0.62796, 0.25768, 29.234), abs=0.001)


def test_too_much_color_loses_chroma_and_keeps_its_hue() -> None:
    """No screen shows a very light, very strong blue."""
    lightness, chroma, hue = create_color(0.9, 0.3, 260).oklch
    assert chroma < 0.1
    assert (lightness, hue) == pytest.approx((0.9, 260), abs=3)


@pytest.mark.parametrize("darker", [True, False])
def test_a_readable_shade_is_the_nearest_one(darker: bool) -> None:
    """It has the contrast, and one a little nearer would not have it."""
    background = WHITE if darker else BLACK
    shade = find_readable(Color(120, 120, 200), (background,), 7, darker=darker)
    assert 7 <= find_contrast(shade, background) < 7.2


def test_what_is_readable_stays_as_it_is() -> None:
    """A host's color isn't changed without need."""
    assert find_readable(BLACK, (WHITE,), 5.6, darker=True) == BLACK
