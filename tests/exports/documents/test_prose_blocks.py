"""Contributor prose as blocks of a document."""

from knowledge_hub.exports.documents.prose_blocks import create_blocks
from knowledge_hub.prose import ProseRenderer


def _blocks(markdown: str) -> list[dict[str, object]]:
    renderer = ProseRenderer(lambda _, name: {"x": "https://h.example/x/"}.get(name))
    return create_blocks(renderer.render(markdown))


def test_marks_and_links() -> None:
    """Strong, emphasis, code and links keep what they are; a link to nothing is plain words."""
    assert _blocks("a **b *c*** `d` [e](toolkit:x) [f](toolkit:gone)") == [
        {
            "kind": "paragraph",
            "runs": [
                {"text": "a "},
                {"text": "b ", "bold": True},
                {"text": "c", "bold": True, "italic": True},
                {"text": " "},
                {"text": "d", "code": True},
                {"text": " "},
                {"text": "e", "href": "https://h.example/x/"},
                {"text": " f"},
            ],
        }
    ]


def test_lists_in_lists() -> None:
    """A nested list belongs to its item."""
    (block,) = _blocks("1. one\n   - deep\n2. two")
    assert (block["kind"], block["ordered"]) == ("list", True)
    first, second = block["items"]
    assert [part["kind"] for part in first] == ["paragraph", "list"]
    assert second == [{"kind": "paragraph", "runs": [{"text": "two"}]}]


def test_headings_tables_and_quotes() -> None:
    """Each becomes a block of its own kind."""
    assert [block["kind"] for block in _blocks("# A\n\n> b\n\n|c|\n|-|\n|d|\n\n---\n\ne")] == [
        *("heading", "quote", "table", "rule", "paragraph"),
    ]


def test_code_keeps_its_lines() -> None:
    """And how far each is indented, which spaces alone would not keep."""
    (block,) = _blocks("```\na\n\n  b\n```")
    assert [piece["text"] for piece in block["runs"]] == ["a", "\n", "\n", "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}b"]


def test_a_list_starts_where_it_says() -> None:
    """The third step of a list that goes on is not the first."""
    assert _blocks("3. x")[0]["start"] == 3


def test_nothing_gives_nothing() -> None:
    """Empty prose makes no blocks."""
    assert _blocks("") == []
