"""Logo, icon, language, copyright and links: as the host meant them, or refused in a sentence."""

from pathlib import Path
from typing import Any

import pytest

from knowledge_hub.settings.identity import Identity, Logo, NamedLink, direction_of, read_identity, read_language
from knowledge_hub.settings.picture import Size, read_size
from knowledge_hub.settings.reader import SettingReader
from support.own_hub import create_png


def _read(settings: dict[str, Any], docs: Path | None = None) -> tuple[Identity, list[str]]:
    reader = SettingReader(settings)
    return read_identity(reader, docs), [f"{problem.code}: {problem.message}" for problem in reader.problems]


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (create_png(12, 5), Size(12, 5)),
        (b'<svg xmlns="x" viewBox="0 0 30 10.5"/>', Size(30, 10.5)),
        (b'<?xml version="1.0"?><svg viewBox = "0,0,4,2" width="100%">', Size(4, 2)),
        (b'<svg width="40px" height="20">', Size(40, 20)),
        (b'<svg width="100%" height="20">', None),
        (b'<svg viewBox="0 0 0 0">', None),
        (b'<svg viewBox="0 0 1.1.1 e">', None),
        (b"GIF89a", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"", None),
    ],
)
def test_the_size_of_a_picture(content: bytes, size: Size | None, tmp_path: Path) -> None:
    """Read from the file itself; what doesn't say its size has none."""
    (tmp_path / "logo").write_bytes(content)
    assert read_size(tmp_path / "logo") == size


@pytest.mark.parametrize(("size", "shown"), [((120, 60), (80, 40)), ((1000, 50), (240, 12)), ((20, 20), (40, 40))])
def test_a_logo_keeps_its_shape(size: tuple[int, int], shown: tuple[int, int], tmp_path: Path) -> None:
    """As high as the header has room for, and never so wide that it pushes the name away."""
    (tmp_path / "logo.png").write_bytes(create_png(*size))
    identity, problems = _read({"theme": {"logo": "logo.png"}}, tmp_path)
    assert (identity.logo, problems) == (Logo("logo.png", *shown), [])


@pytest.mark.parametrize(
    ("name", "address", "told"),
    [
        ("logo", "gone.png", "“theme: logo” names a file that isn’t there: “docs/gone.png”."),
        ("logo", "../secret.png", "“theme: logo” names a file that isn’t there: “docs/../secret.png”."),
        ("logo", "logo.gif", "“theme: logo” isn’t a picture that can be shown: “logo.gif”."),
        ("logo", "empty.svg", "“theme: logo” has no size that can be read: “empty.svg”."),
        ("logo", "https://x.example/logo.png", "“theme: logo” names a file that isn’t there: “docs/https://x.example"),
        ("favicon", "gone.ico", "“theme: favicon” names a file that isn’t there: “docs/gone.ico”."),
        ("favicon", "icon.html", "“theme: favicon” isn’t a picture that can be shown: “icon.html”."),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused(name: str, address: str, told: str, tmp_path: Path) -> None:
    """The sentence says where it was looked for."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "empty.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(create_png(1, 1))
    identity, problems = _read({"theme": {name: address}}, docs)
    assert (identity.logo, identity.icon) == (None, None)
    assert [problem.startswith(f"bad-setting: {told}") for problem in problems] == [True]


@pytest.mark.parametrize(
    ("written", "shown", "problems"),
    [
        ("Copyright &copy; 2026 A & B", "Copyright © 2026 A &amp; B", 0),
        ('<a href="https://a.example/">A</a>', '<a href="https://a.example/" rel="noopener">A</a>', 0),
        ('<a href="javascript:alert(1)">A</a>', '<a rel="noopener">A</a>', 0),
        ("A<script>alert(1)</script>", "A", 1),
        ('<img src="x" onerror="alert(1)">A', "A", 1),
        ("", "", 0),
    ],
)
def test_a_copyright_is_text_with_simple_links(written: str, shown: str, problems: int) -> None:
    """Nothing in it can run, and what is left out is said."""
    identity, told = _read({"copyright": written})
    assert str(identity.copyright) == shown
    assert len(told) == problems


@pytest.mark.parametrize(
    ("item", "link"),
    [
        ({"link": "https://a.example/x", "name": "Our page"}, NamedLink("https://a.example/x", "Our page")),
        (
            {"link": "https://a.example/x", "icon": "fontawesome/brands/x-twitter"},
            NamedLink("https://a.example/x", "X twitter"),
        ),
        ({"link": "https://a.example/x", "icon": "material/web"}, NamedLink("https://a.example/x", "a.example")),
        ({"link": "mailto:a@b.org"}, NamedLink("mailto:a@b.org", "a@b.org")),
    ],
)
def test_a_link_has_words(item: dict[str, str], link: NamedLink) -> None:
    """Its own name, else that of its icon, else where it leads."""
    assert _read({"extra": {"social": [item]}}) == (Identity(social=(link,)), [])


@pytest.mark.parametrize(
    "item", [{"link": "javascript:alert(1)"}, {"icon": "x"}, "https://a.example/", None, {"link": 1}]
)
def test_a_link_that_leads_nowhere_is_refused(item: Any) -> None:
    """An address of the web or of an e-mail, and nothing else."""
    identity, problems = _read({"extra": {"social": [item]}})
    assert identity.social == ()
    assert [problem.partition(":")[0] for problem in problems] == ["bad-setting"]


@pytest.mark.parametrize(
    ("language", "read", "codes"),
    [
        ("en", "en", []),
        ("en-GB", "en-GB", []),
        ("ar", "ar", ["setting-notice"]),
        ("pt-BR", "pt-BR", ["setting-notice"]),
        ("Spanish!", "en", ["bad-setting"]),
        ('en" onload="x', "en", ["bad-setting"]),
    ],
)
def test_a_language_is_a_tag(language: str, read: str, codes: list[str]) -> None:
    """Another one than English works, with a word on what stays English."""
    reader = SettingReader({"theme": {"language": language}})
    assert read_language(reader) == read
    assert [problem.code for problem in reader.problems] == codes


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az", "ltr")])
def test_some_languages_run_from_right_to_left(language: str, direction: str) -> None:
    """The whole page turns round for them."""
    assert direction_of(language) == direction
