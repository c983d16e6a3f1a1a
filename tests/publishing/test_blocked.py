"""What a page's policy blocks is named with its file, its line and what to do."""

import pytest

from knowledge_hub.publishing.blocked import find_blocked
from knowledge_hub.settings.outside import Outside

OUTSIDE = Outside(("video.example",))


def _find(html: str) -> list[str]:
    return [problem.message for problem in find_blocked(html, "docs/a.md", html, OUTSIDE)]


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ('<iframe src="https://tube.example/1"></iframe>', "frame: “https://tube.example/1”"),
        ('<img src="http://video.example/a.png" alt="">', "picture: “http://video.example/a.png”"),
        ('<img srcset="a.png 1x, //cdn.example/b.png 2x">', "picture: “//cdn.example/b.png”"),
        ('<video src="https://tube.example/a.mp4"></video>', "video: “https://tube.example/a.mp4”"),
        ('<script src="https://cdn.example/a.js"></script>', "script: “https://cdn.example/a.js”"),
        ('<script src="https://video.example/a.js"></script>', "script: “https://video.example/a.js”"),
        ('<link rel="stylesheet" href="https://cdn.example/a.css">', "style sheet: “https://cdn.example/a.css”"),
        ('<form action="https://form.example/">', "form: “https://form.example/”"),
        ('<object data="a.pdf"></object>', "embedded object: “a.pdf”"),
        ('<p style="color: red">', "inline style: “color: red”"),
        ("<style>p { color: red }</style>", "inline style: “<style”"),
        ('<button onclick="go()">', "script in an attribute: “onclick”"),
    ],
)
def test_what_is_blocked_is_named(html: str, named: str) -> None:
    """One sentence for each thing."""
    assert _find(html) == [f"Browsers will block this {named}."]


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://video.example/1"></iframe>',
        '<img src="../a.png" alt=""><img src="data:image/png;base64,AA==" alt="">',
        '<script>document.title = "x"</script><script src="own.js"></script>',
        '<link rel="canonical" href="https://hub.example/"><a href="https://cdn.example/">x</a>',
        "<p>on: https://cdn.example/ style=</p>",
    ],
)
def test_what_is_shown_is_not_named(html: str) -> None:
    """A listed host, the site's own files, its inline scripts, and links."""
    assert _find(html) == []


def test_the_line_is_that_of_the_source() -> None:
    """The Markdown may look quite different from the page."""
    source = "# A\n\n![lake](https://cdn.example/lake.png)\n"
    (problem,) = find_blocked('<img alt="lake" src="https://cdn.example/lake.png">' * 2, "docs/a.md", source, OUTSIDE)
    assert (problem.path, problem.line, problem.severity) == ("docs/a.md", 3, "warning")
